// One event: what it costs whoever tells it, and how long it takes until it is kept.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventPage } from "./event/page.mjs";
import { openBrowser, withPage } from "./kit/browser.mjs";
import { interleave } from "./kit/interleave.mjs";
import { bench } from "./kit/paths.mjs";
import { list, table } from "./kit/report.mjs";
import { rivalFile, versionOf } from "./kit/rivals.mjs";
import { serve } from "./kit/serve.mjs";
import { median, medianOf, ratio, round } from "./kit/statistics.mjs";

const libraries = [
  { rival: "idb", way: "idb", path: "build/umd.js" },
  { rival: "dexie", way: "dexie", path: "dist/dexie.min.js" },
  { rival: "localforage", way: "localforage", path: "dist/localforage.min.js" },
].filter(({ rival }) => versionOf(rival));

const contestants = [
  { name: "**Shopkeeper**, `track`", way: "shopkeeper" },
  { name: "IndexedDB, a transaction per event", way: "relaxed" },
  { name: "the same, durability strict", way: "strict" },
  ...libraries.map(({ rival, way }) => ({ name: `${rival} ${versionOf(rival)}`, way })),
];

/** Events in a block of one contestant, before the next one's turn. */
const singly = 30;
const together = 100;

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"/>';

/** The main thread's work so far, in milliseconds. */
async function workOf(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

export const event = {
  title: "One event",
  runs: (quick) => (quick ? 3 : 10),

  async measure({ tag, runs }) {
    const files = {
      "/shopkeeper.js": readFileSync(tag),
      "/ways.js": readFileSync(join(bench, "event/ways.js")),
      ...Object.fromEntries(
        libraries.map(({ rival, path }) => [`/${rival}.js`, readFileSync(rivalFile(rival, path))]),
      ),
    };
    const server = await serve(({ pathname }) => {
      if (pathname === "/") return eventPage(libraries.map(({ rival }) => `/${rival}.js`));
      if (pathname.startsWith("/pictures/")) return { type: "image/svg+xml", body: picture };
      return { type: "text/javascript; charset=utf-8", body: files[pathname] };
    });
    const address = server.addressOf("event");
    const { context, close } = await openBrowser();
    try {
      return await withPage(context, { address }, async (page, devtools) => {
        await devtools.send("Performance.enable");
        await page.goto(`${address}/`);
        // Not counted: code that has not run yet, and databases that do not exist yet.
        for (const { way } of contestants) await page.evaluate((way) => window.keepSingly(way, 20), way);
        const before = await countsOf(page);
        const samples = await interleave(contestants, runs, async ({ way }) => {
          const begin = await workOf(devtools);
          const one = await page.evaluate(([way, count]) => window.keepSingly(way, count), [way, singly]);
          const work = ((await workOf(devtools)) - begin) / singly;
          const many = await page.evaluate(
            ([way, count]) => window.keepTogether(way, count),
            [way, together],
          );
          return { stack: median(one.stack), kept: median(one.kept), work, many };
        });
        const after = await countsOf(page);
        const lost = contestants.filter(
          ({ name, way }) => samples.has(name) && after[way] - before[way] !== runs * (singly + together),
        );
        return report(samples, lost);
      });
    } finally {
      await close();
      server.close();
    }
  },
};

async function countsOf(page) {
  const counts = {};
  for (const { way } of contestants) counts[way] = await page.evaluate((way) => window.countKept(way), way);
  return counts;
}

function report(samples, lost) {
  const rows = [...samples].map(([name, taken]) => ({
    name,
    stack: medianOf(taken, ({ stack }) => stack),
    kept: medianOf(taken, ({ kept }) => kept),
    work: medianOf(taken, ({ work }) => work),
    burst: medianOf(taken, ({ many }) => many.kept),
    burstStack: medianOf(taken, ({ many }) => many.stack),
  }));
  const raw = rows.find(({ name }) => name === contestants[1].name);
  const own = rows[0];
  const worse = [
    ["the caller's stack", "stack"],
    ["the time until it is kept", "kept"],
    ["all work", "work"],
    [`${together} at once`, "burst"],
  ].filter(([, key]) => own[key] > raw?.[key]);
  return [
    table(
      [
        "way",
        "caller's stack, ms:",
        "of raw:",
        "until kept, ms:",
        "of raw:",
        "all work on the main thread, ms:",
        "of raw:",
        `${together} in one task until kept, ms:`,
        "of raw:",
      ],
      rows.map(({ name, stack, kept, work, burst }) => [
        name,
        round(stack, 3),
        ratio(stack, raw?.stack),
        round(kept, 2),
        ratio(kept, raw?.kept),
        round(work, 2),
        ratio(work, raw?.work),
        round(burst, 1),
        ratio(burst, raw?.burst),
      ]),
    ),
    list([
      "The others only store. Ours takes the event into the profile and eight segments as well, decides again, redraws a rail of recently viewed products and writes the snapshot for the next page: _all work_ has that. For every way it has the 5 ms of rest after each event, too, in which little happens.",
      `Events are told one after the other, each when the one before is kept; then ${together} at once, which ours keeps in one transaction.`,
      worse.length && `More than raw IndexedDB: ${worse.map(([label]) => label).join(", ")}.`,
      lost.length
        ? `Not all events were kept: ${lost.map(({ name }) => name).join(", ")}.`
        : "Every event was found again afterwards, in every way.",
    ]),
  ].join("\n\n");
}
