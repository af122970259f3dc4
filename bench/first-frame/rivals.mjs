// The same exchange, as the instructions of each rival say: who it is for is decided in the browser, without a server.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bench } from "../kit/paths.mjs";
import { rivalFile } from "../kit/rivals.mjs";
import { inScript, returningHero } from "./page.mjs";

const javascript = (body) => ({ type: "text/javascript; charset=utf-8", body });
const json = (value) => ({ type: "application/json", body: JSON.stringify(value) });

const growthbookConfiguration = {
  noStreaming: true,
  attributes: { returning: true },
  payload: {
    features: {},
    experiments: [
      {
        key: "hero",
        phase: "0",
        hashAttribute: "id",
        coverage: 1,
        weights: [0, 1],
        condition: { returning: true },
        urlPatterns: [{ type: "simple", pattern: "/*", include: true }],
        meta: [{ key: "0" }, { key: "1" }],
        variations: [
          {},
          { domMutations: [{ selector: "#hero", action: "set", attribute: "html", value: returningHero }] },
        ],
      },
    ],
  },
};
const growthbook = (how) =>
  `<script>window.growthbook_config = ${inScript(growthbookConfiguration)}</script><script ${how}src="/growthbook.js"></script>`;

// Amplitude puts the flags and the pages into the script that it makes for each shop.
const amplitudeFlags = [
  {
    key: "hero",
    metadata: { deployed: true, evaluationMode: "local", flagType: "experiment", deliveryMethod: "web" },
    segments: [{ metadata: { segmentName: "All Other Users" }, variant: "treatment" }],
    variants: {
      off: { key: "off", metadata: { default: true } },
      control: { key: "control", value: "control" },
      treatment: {
        key: "treatment",
        value: "treatment",
        payload: [
          {
            action: "mutate",
            data: {
              mutations: [
                {
                  selector: "#hero",
                  action: "set",
                  attribute: "html",
                  value: returningHero,
                  metadata: { scope: ["home"] },
                },
              ],
            },
          },
        ],
      },
    },
  },
];
const amplitudePages = {
  hero: {
    home: {
      id: "home",
      name: "home",
      conditions: [[{ op: "regex match", selector: ["context", "page", "url"], values: [".*"] }]],
      trigger_type: "url_change",
      trigger_value: {},
    },
  },
};
/** It is not on npm: who wants to measure it puts a build of it here. */
const amplitudeFile = join(bench, "dist/amplitude-experiment-tag.js");
const amplitudeScript = () =>
  `${readFileSync(amplitudeFile)}\n;WebExperiment.initialize("bench", ${JSON.stringify({
    initialFlags: JSON.stringify(amplitudeFlags),
    pageObjects: JSON.stringify(amplitudePages),
  })}, {});`;

// What the visitor is in is known at the start; what that changes, PostHog asks its server for on every page.
const posthogConfiguration = {
  disable_web_experiments: false,
  bootstrap: { distinctID: "visitor", featureFlags: { hero: "test" } },
  autocapture: false,
  capture_pageview: false,
  disable_session_recording: true,
  disable_surveys: true,
};
const posthogExperiments = {
  experiments: [
    {
      id: 1,
      name: "hero",
      feature_flag_key: "hero",
      variants: {
        control: { transforms: [] },
        test: { conditions: null, transforms: [{ selector: "#hero", html: returningHero }] },
      },
    },
  ],
};
const posthogFlags = {
  flags: { hero: { key: "hero", enabled: true, variant: "test", reason: {}, metadata: {} } },
  errorsWhileComputingFlags: false,
  requestId: "bench",
};
const posthogHead = `<script>window.posthog = [];
posthog._i = [["phc_bench", Object.assign(${inScript(posthogConfiguration)}, { api_host: location.origin + "/posthog" })]];
posthog.__SV = 1;</script><script async src="/posthog.js"></script>`;

/** PostHog's server: everything that it is asked for has an answer at once. */
export function posthogServer(pathname) {
  if (!pathname.startsWith("/posthog/")) return undefined;
  if (pathname.endsWith(".js")) return javascript("");
  if (pathname.includes("/web_experiments")) return json(posthogExperiments);
  return json(pathname.includes("/flags") ? posthogFlags : {});
}

/** `needs` is the file that a page loads. */
export const rivals = [
  {
    name: "GrowthBook, plain",
    host: "growthbook",
    head: growthbook(""),
    needs: rivalFile("@growthbook/growthbook", "dist/bundles/auto.min.js"),
  },
  {
    name: "GrowthBook, `async`",
    host: "growthbook-async",
    head: growthbook("async "),
    needs: rivalFile("@growthbook/growthbook", "dist/bundles/auto.min.js"),
  },
  {
    name: "Amplitude's experiment tag, plain",
    host: "amplitude",
    head: `<script src="/amplitude.js"></script>`,
    needs: amplitudeFile,
    without:
      "is not on npm: with a build of it as `bench/dist/amplitude-experiment-tag.js` it is measured too",
  },
  {
    name: "PostHog, web experiments, `async`",
    host: "posthog",
    head: posthogHead,
    needs: rivalFile("posthog-js", "dist/array.js"),
  },
];

/** What the pages of the rivals load. */
export const rivalScripts = {
  "/growthbook.js": () => readFileSync(rivalFile("@growthbook/growthbook", "dist/bundles/auto.min.js")),
  "/amplitude.js": amplitudeScript,
  "/posthog.js": () => readFileSync(rivalFile("posthog-js", "dist/array.js")),
};

/** Those of them that can be measured here. */
export const rivalsHere = rivals.filter(({ needs }) => existsSync(needs));

/** Why the others are left out. */
export const rivalsAbsent = rivals
  .filter(({ needs }) => !existsSync(needs))
  .map(({ name, without = "could not be installed" }) => `${name} ${without}`);
