// Bytes: what a page would load of us, and of others.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { bundle } from "./kit/bundle.mjs";
import { bundleAsTag } from "./kit/bundle-as-tag.mjs";
import { root } from "./kit/paths.mjs";
import { list, table } from "./kit/report.mjs";
import { rivalFile, versionOf } from "./kit/rivals.mjs";
import { ratio, round } from "./kit/statistics.mjs";

/** The minified script that a rival publishes itself. */
const published = (name, rival, path, note = "") => ({
  name,
  note,
  version: () => versionOf(rival),
  how: "published",
  load: () => readFileSync(rivalFile(rival, path), "utf8"),
});

/** What a page would have to bundle, for a rival that publishes no script. */
const bundled = (name, rival, code, note = "") => ({
  name,
  note,
  version: () => versionOf(rival),
  how: "bundled",
  load: () => bundle(code),
});

const version = () => JSON.parse(readFileSync(join(root, "packages/tag/package.json"), "utf8")).version;

const groups = {
  "Personalization and experiments": [
    published("GrowthBook, script tag", "@growthbook/growthbook", "dist/bundles/auto.min.js"),
    published("GrowthBook, SDK", "@growthbook/growthbook", "dist/bundles/index.min.js"),
    bundled(
      "Uniform Context",
      "@uniformdev/context",
      `export { Context } from "@uniformdev/context"`,
      "scores only, on the device",
    ),
    published(
      "Amplitude Experiment",
      "@amplitude/experiment-js-client",
      "dist/experiment-browser.min.js",
      "flags only",
    ),
    published("Statsig", "@statsig/js-client", "build/statsig-js-client.min.js"),
    published(
      "Statsig, evaluated on the device",
      "@statsig/js-on-device-eval-client",
      "build/statsig-js-on-device-eval-client.min.js",
      "flags only",
    ),
    published("LaunchDarkly", "launchdarkly-js-client-sdk", "dist/ldclient.min.js"),
    bundled("Croct", "@croct/plug", `export { default } from "@croct/plug"`, "decides on a server"),
    bundled(
      "Ninetailed",
      "@ninetailed/experience.js",
      `export { Ninetailed } from "@ninetailed/experience.js"`,
      "decides on a server",
    ),
  ],
  "Remembering what visitors do": [
    published("PostHog, snippet's script", "posthog-js", "dist/array.js", "loads more when running"),
    published("PostHog, slim module", "posthog-js", "dist/module.slim.js"),
    published("Segment", "@segment/analytics-next", "dist/umd/standalone.js", "loads more when running"),
    published("Snowplow", "@snowplow/browser-tracker", "dist/index.umd.min.js"),
    bundled(
      "RudderStack",
      "@rudderstack/analytics-js",
      `export { RudderAnalytics } from "@rudderstack/analytics-js"`,
    ),
    bundled("Plausible", "@plausible-analytics/tracker", `export * from "@plausible-analytics/tracker"`),
  ],
  "Answering rules": [
    {
      name: "**Shopkeeper, segments**",
      how: "built",
      note: "a part of the tag: parse, compile, keep, evaluate",
      version,
      load: () => bundleAsTag("packages/engine/src/segment/segments.ts"),
    },
    bundled(
      "GrowthBook `evalCondition`",
      "@growthbook/growthbook",
      `export { evalCondition } from "@growthbook/growthbook"`,
    ),
    bundled("json-logic-js", "json-logic-js", `export { default } from "json-logic-js"`),
    bundled(
      "json-logic-engine",
      "json-logic-engine",
      `export { LogicEngine } from "json-logic-engine"`,
      "compiled by `new Function`",
    ),
    bundled("sift", "sift", `export { default } from "sift"`),
  ],
  "Small libraries that pages have": [
    published("web-vitals", "web-vitals", "dist/web-vitals.iife.js"),
    published("driver.js", "driver.js", "dist/driver.js.iife.js", "without its style sheet"),
    published("Alpine.js", "alpinejs", "dist/cdn.min.js"),
    published("htmx", "htmx.org", "dist/htmx.min.js"),
    published("idb", "idb", "build/umd.js", "we ship it"),
    published("Dexie", "dexie", "dist/dexie.min.js"),
    published("localForage", "localforage", "dist/localforage.min.js"),
  ],
};

/** Ours: the script tag, the parts that it loads later, and the package as a bundler brings it into an app. */
function ours(tag) {
  const beside = readdirSync(dirname(tag)).filter((file) => file.endsWith(".js") && file !== "shopkeeper.js");
  return [
    { name: "**Shopkeeper, script tag**", how: "built", note: "", load: () => readFileSync(tag, "utf8") },
    ...(existsSync(join(root, "packages/tag/dist/shopkeeper.js")) ? beside : []).map((file) => ({
      name: `**Shopkeeper, ${file}**`,
      how: "built",
      note: "loaded when first needed",
      load: () => readFileSync(join(dirname(tag), file), "utf8"),
    })),
    {
      name: "**Shopkeeper, `createShopkeeper`**",
      how: "bundled",
      note: "idb and nanoid included, what is imported later is not",
      load: () =>
        bundle(`export { createShopkeeper } from "${join(root, "packages/browser/src/index.ts")}"`, {
          later: ["*/time-zones.ts", "*/privacy-panel.ts"],
        }),
    },
  ].map((entry) => ({ version, ...entry }));
}

async function weigh({ name, how, note, version, load }) {
  try {
    const script = Buffer.from(await load());
    const gzip = gzipSync(script, { level: 9 }).length;
    const brotli = brotliCompressSync(script, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: script.length },
    }).length;
    return { name, how, note, version: version(), min: script.length, gzip, brotli };
  } catch (error) {
    process.stderr.write(`  ${name} is left out: ${error.message.split("\n")[0]}\n`);
    return { name, missing: true };
  }
}

export const sizes = {
  title: "Bytes that a page loads",
  runs: () => 1,

  async measure({ tag }) {
    const weighed = [["", await Promise.all(ours(tag).map(weigh))]];
    for (const [group, entries] of Object.entries(groups))
      weighed.push([group, await Promise.all(entries.map(weigh))]);
    const all = weighed.flatMap(([, entries]) => entries);
    const there = all.filter(({ missing }) => !missing);
    const own = there[0].brotli;
    const rivals = there.filter(({ name }) => !name.startsWith("**"));
    const rows = weighed.flatMap(([group, entries]) => [
      ...(group ? [[`_${group}_`, "", "", "", "", "", "", ""]] : []),
      ...entries
        .filter(({ missing }) => !missing)
        .map(({ name, version, how, min, gzip, brotli, note }) => [
          name,
          version,
          how,
          round(min),
          round(gzip),
          round(brotli),
          ratio(brotli, own),
          note,
        ]),
    ]);
    const smaller = rivals.filter(({ brotli }) => brotli < own);
    return [
      table(["script", "version", "how", "min B:", "gzip 9 B:", "brotli 11 B:", "of our tag:", "note"], rows),
      list([
        smaller.length && `Smaller than our tag: ${smaller.map(({ name }) => name).join(", ")}.`,
        `Larger: ${rivals.length - smaller.length} of ${rivals.length}.`,
        "_published_ is the minified script that the package brings; _bundled_ is one line of import through esbuild, for us and for others alike.",
        all.length > there.length &&
          `Left out, for they could not be had: ${all
            .filter(({ missing }) => missing)
            .map(({ name }) => name)
            .join(", ")}.`,
      ]),
    ].join("\n\n");
  },
};
