// Soak: whether a shopper who has been there for years pays for it when a page starts.
import { readFileSync } from "node:fs";
import { openBrowser, withPage } from "./kit/browser.mjs";
import { interleave } from "./kit/interleave.mjs";
import { list, table } from "./kit/report.mjs";
import { serve } from "./kit/serve.mjs";
import { medianOf, ratio, round } from "./kit/statistics.mjs";
import { mainThreadOf } from "./kit/trace.mjs";

const slowdown = 4;

const configuration = {
  version: 1,
  segments: {
    fan: 'top(category) = "Bags"',
    often: "count(view_item) >= 100",
    lately: "count(view_item within 30d) >= 3",
    buyer: "did(purchase)",
  },
};

const page = `<!doctype html><meta charset="utf-8"><title>A shop</title><link rel="icon" href="data:,">
<script type="application/json" data-sk-config>${JSON.stringify(configuration)}</script>
<script src="/shopkeeper.js" data-consent="granted"></script>
<h1>A shop</h1>`;

/** Tells so many views of forty products, a few in each task; in the page. */
async function tell(count) {
  const item = (index) => ({
    item_id: `bag ${index % 40}`,
    item_name: `A bag ${index % 40}`,
    item_category: index % 3 ? "Bags" : "Shoes",
    price: 20 + (index % 7),
  });
  await window.shopkeeper.ready;
  for (let index = 0; index < count;) {
    const batch = [];
    for (let end = Math.min(count, index + 50); index < end; index++)
      batch.push(window.shopkeeper.track("view_item", { items: [item(index)] }));
    await Promise.all(batch);
  }
}

/** One load: what script takes on the main thread, and when everything stands. */
const loadOnce = (context, address) =>
  withPage(context, { address, slowdown }, async (page, devtools) => {
    let ready;
    const thread = await mainThreadOf(devtools, address, "/shopkeeper.js", async () => {
      await page.goto(`${address}/`);
      ready = await page.evaluate(async () => {
        await window.shopkeeper.ready;
        return performance.now();
      });
      await page.waitForTimeout(500);
    });
    return { ...thread, ready };
  });

export const soak = {
  title: "Soak",
  runs: (quick) => (quick ? 3 : 15),

  async measure({ tag, runs }) {
    const many = runs > 3 ? 200_000 : 30_000;
    const visitors = [
      { name: "20 events", count: 20 },
      { name: "2,000 events", count: 2000 },
      { name: `${many.toLocaleString("en")} events`, count: many },
    ];
    const script = readFileSync(tag);
    const server = await serve(({ pathname }) =>
      pathname === "/shopkeeper.js" ? { type: "text/javascript; charset=utf-8", body: script } : page,
    );
    const { context, close } = await openBrowser();
    const addressOf = ({ count }) => server.addressOf(`soak-${count}`);
    try {
      const kept = new Map();
      for (const visitor of visitors) {
        const address = addressOf(visitor);
        await withPage(context, { address }, async (page) => {
          await page.goto(`${address}/`);
          await page.evaluate(tell, visitor.count);
          await page.waitForTimeout(3000);
        });
        // Not counted: a page that still tidies up.
        await loadOnce(context, address);
        await withPage(context, { address }, async (page) => {
          await page.goto(`${address}/`);
          await page.evaluate(() => window.shopkeeper.ready);
          await page.waitForTimeout(1000);
          kept.set(visitor.name, await page.evaluate(() => window.shopkeeper.status()));
        });
      }
      const samples = await interleave(visitors, runs, (visitor) => loadOnce(context, addressOf(visitor)));
      return report(samples, kept);
    } finally {
      await close();
      server.close();
    }
  },
};

function report(samples, kept) {
  const rows = [...samples].map(([name, taken]) => ({
    name,
    evaluation: medianOf(taken, ({ evaluation }) => evaluation),
    script: medianOf(taken, ({ script }) => script),
    ready: medianOf(taken, ({ ready }) => ready),
    ...kept.get(name),
  }));
  const [first] = rows;
  return [
    table(
      [
        "a visitor with",
        "rows kept:",
        "kB kept, about:",
        "evaluation, ms:",
        "of the first:",
        "all script, ms:",
        "of the first:",
        "ready after, ms:",
        "of the first:",
      ],
      rows.map(({ name, events, bytes, evaluation, script, ready }) => [
        name,
        events.toLocaleString("en"),
        Math.round(bytes / 1000).toLocaleString("en"),
        round(evaluation, 1),
        ratio(evaluation, first.evaluation),
        round(script, 1),
        ratio(script, first.script),
        round(ready),
        ratio(ready, first.ready),
      ]),
    ),
    list([
      `The processor is made ${slowdown} times slower. _Evaluation_ is what stands before the first paint: the script is run, the snapshot read and the first decisions made. _Ready_ is when the journal has been compared with it, after the paint.`,
      "That the store is within its bounds, that the heap does not grow by more than 1 MB, and that every event still counts is a test: `e2e/remember/soak.spec.ts`.",
    ]),
  ].join("\n\n");
}
