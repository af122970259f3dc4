import { readFileSync } from "node:fs";
import { bundle } from "../kit/bundle.mjs";
import { rivalFile, versionOf } from "../kit/rivals.mjs";
import { oneExperience, tenExperiences } from "./our-experiences.mjs";

const published = (rival, path) => () => readFileSync(rivalFile(rival, path), "utf8");

const posthogStart = `window.posthog = [];
posthog._i = [["phc_x", { api_host: "https://posthog.invalid", bootstrap: { distinctID: "visitor" } }]];
posthog.__SV = 1;`;

const growthbookStart = `window.growthbook_config = { noStreaming: true, attributes: { returning: true }, payload: {
  features: {},
  experiments: [{ key: "hero", phase: "0", hashAttribute: "id", coverage: 1, weights: [0, 1],
    condition: { returning: true }, urlPatterns: [{ type: "simple", pattern: "/*", include: true }],
    meta: [{ key: "0" }, { key: "1" }],
    variations: [{}, { domMutations: [{ selector: "#hero h1", action: "set", attribute: "html", value: "More shoes" }] }] }] } };`;

const uniformStart = `const context = new Uniform.Context({ defaultConsent: true, manifest: { project: { pz: { sig: {
  returning: { str: 50, cap: 100, dur: "p", crit: { type: "G", clauses: [{ type: "PVC", match: { op: ">", rhs: 0 } }] } } } } } } });
context.update({ url: new URL(location.href) }).then(() => { window.uniformScores = context.scores; });`;

const tag = `data-consent="granted" data-experiences="welcome-back recently-viewed idle-help cart-reminder" data-recently-viewed-into="#rail"`;

/**
 * What is put into the head of a page, started as its instructions say with keys that lead nowhere:
 * `before` and `after` are scripts around it, `above` is what its instructions put there besides, `body` and `below` what
 * they put into the page; `works` tells in the page whether it has started.
 */
export const contestants = (tagFile) =>
  [
    { name: "bare page", works: () => true },
    {
      name: "**Shopkeeper**, first page of a visitor, 4 ready-made ones",
      load: () => readFileSync(tagFile, "utf8"),
      attributes: tag,
      fresh: true,
      works: () => window.shopkeeper.status().storage === "indexeddb",
    },
    {
      name: "**Shopkeeper**, later page, one experience",
      load: () => readFileSync(tagFile, "utf8"),
      attributes: `data-consent="granted"`,
      ...oneExperience,
      works: () => !!document.querySelector("#hero").shadowRoot,
    },
    {
      name: "**Shopkeeper**, later page, 4 ready-made ones",
      load: () => readFileSync(tagFile, "utf8"),
      attributes: tag,
      works: () => window.shopkeeper.facts()["visit.pages"] > 1,
    },
    {
      name: "**Shopkeeper**, later page, 10 experiences",
      load: () => readFileSync(tagFile, "utf8"),
      attributes: `data-consent="granted"`,
      ...tenExperiences,
      works: () =>
        document.querySelector("#hero").shadowRoot &&
        document.querySelector("#rail").shadowRoot &&
        document.querySelector(".price").classList.contains("is-gold"),
    },
    {
      name: "GrowthBook, script tag, one experiment",
      rival: "@growthbook/growthbook",
      load: published("@growthbook/growthbook", "dist/bundles/auto.min.js"),
      before: growthbookStart,
      works: () => document.querySelector("#hero h1").textContent === "More shoes",
    },
    {
      name: "Uniform Context, one signal",
      rival: "@uniformdev/context",
      load: () => bundle(`export { Context } from "@uniformdev/context"`, { global: "Uniform" }),
      after: uniformStart,
      works: () => !!window.uniformScores,
    },
    {
      name: "Amplitude Experiment, nothing fetched",
      rival: "@amplitude/experiment-js-client",
      load: published("@amplitude/experiment-js-client", "dist/experiment-browser.min.js"),
      after: `const library = window.Experiment || window.experiment;
const client = (library.Experiment || library).initialize("client-x", { fetchOnStart: false });
window.amplitudeAnswer = client.variant("hero");`,
      works: () => typeof window.amplitudeAnswer === "object",
    },
    {
      name: "Statsig, evaluated on the device",
      rival: "@statsig/js-on-device-eval-client",
      load: published("@statsig/js-on-device-eval-client", "build/statsig-js-on-device-eval-client.min.js"),
      after: `const client = new Statsig.StatsigOnDeviceEvalClient("client-x");
client.initializeSync();
window.statsigAnswer = client.checkGate("hero", { userID: "visitor" });`,
      works: () => window.statsigAnswer === false,
    },
    {
      name: "PostHog, snippet's script",
      rival: "posthog-js",
      load: published("posthog-js", "dist/array.js"),
      before: posthogStart,
      works: () => window.posthog.__loaded === true,
    },
    {
      name: "PostHog, slim module",
      rival: "posthog-js",
      load: () =>
        bundle(`export { default as posthog } from "./node_modules/posthog-js/dist/module.slim.js"`, {
          global: "Slim",
        }),
      after: `Slim.posthog.init("phc_x", { api_host: "https://posthog.invalid", bootstrap: { distinctID: "visitor" } });
window.slim = Slim.posthog;`,
      works: () => window.slim.__loaded === true,
    },
    {
      name: "Snowplow",
      rival: "@snowplow/browser-tracker",
      load: published("@snowplow/browser-tracker", "dist/index.umd.min.js"),
      after: `snowplowBrowserTracking.newTracker("shop", "https://snowplow.invalid", { appId: "shop" });
snowplowBrowserTracking.trackPageView();`,
      works: () => !!window.snowplowBrowserTracking,
    },
    {
      name: "web-vitals",
      rival: "web-vitals",
      load: published("web-vitals", "dist/web-vitals.iife.js"),
      after: `webVitals.onCLS(() => {}); webVitals.onLCP(() => {}); webVitals.onINP(() => {});`,
      works: () => !!window.webVitals,
    },
  ].filter(({ rival }) => !rival || versionOf(rival));

const paragraph = "<p>Soft, durable and made to last. Free returns within thirty days of delivery.</p>";

/** The page of a product of this number, with a contestant in its head. */
export const bootPage = (
  { load, attributes = "", before = "", after = "", above = "", body = "", below = "" },
  number,
) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,"><script>${before}</script>${above}${load ? `<script src="/contestant.js" ${attributes}></script>` : ""}<script>${after}</script></head><body>${body}<section id="hero"><h1>Autumn is here</h1></section><section id="rail"></section>${below}${paragraph.repeat(60)}<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","sku":"coat-${number}","name":"Wool coat ${number}","category":"Coats","offers":{"@type":"Offer","price":189,"priceCurrency":"EUR"}}</script></body></html>`;
