import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { createProfile } from "./kit/profile.ts";
import { serveShop } from "./kit/serve.ts";

const events = process.env.LONG ? 200_000 : 14_000;
const retention = process.env.LONG ? 20_000 : 4_000;

const configuration = {
  version: 1,
  consent: "granted",
  retention: { events: retention },
  segments: {
    all: `count(view_item) = ${events}`,
    "no-more": `count(view_item) > ${events}`,
    fan: 'top(category) = "Bags"',
  },
};

/** Tells so many views, a few in each task, each batch when the one before is kept. */
const tell = (page: Page, from: number, to: number): Promise<number> =>
  page.evaluate(
    async ([from, to]) => {
      const item = (index: number) => ({
        item_id: `bag ${index % 40}`,
        item_name: `A bag ${index % 40}`,
        item_category: index % 3 ? "Bags" : "Shoes",
        price: 20 + (index % 7),
      });
      let kept = 0;
      for (let index = from; index < to;) {
        const batch = [];
        for (let end = Math.min(to, index + 50); index < end; index++)
          batch.push(window.shopkeeper.track("view_item", { items: [item(index)] }));
        kept += (await Promise.all(batch)).length;
      }
      return kept;
    },
    [from, to] as const,
  );

/** Bytes of the page's heap when what is garbage has gone. */
async function heap(devtools: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round++) await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize;
}

/** What a page finds that has nothing but the journal. */
const found = (page: Page) =>
  page.evaluate(async () => {
    await window.shopkeeper.ready;
    const { storage, events } = window.shopkeeper.status();
    return { storage, events, segments: window.shopkeeper.segments() };
  });

test(`after ${events} events the store is within its bounds, the page has not grown, and every event counts`, async () => {
  test.setTimeout(process.env.LONG ? 1_200_000 : 120_000);
  const shop = await serveShop({
    head: `<script type="application/json" data-sk-config>${JSON.stringify(configuration)}</script>`,
  });
  const profile = createProfile("chromium");
  try {
    const { context, page } = await profile.launch();
    await page.goto(shop.address);
    await page.evaluate(() => window.shopkeeper.ready);
    const devtools = await context.newCDPSession(page);
    // Not counted: code that has not run yet, and what is kept of the last products.
    const warm = retention + 1000;
    await tell(page, 0, warm);
    const before = await heap(devtools);
    expect(await tell(page, warm, events)).toBe(events - warm);
    await expect
      .poll(() => page.evaluate(() => window.shopkeeper.status().events), { timeout: 60_000 })
      .toBeLessThanOrEqual(retention);
    const grown = (await heap(devtools)) - before;
    test.info().annotations.push({ type: "heap growth, bytes", description: String(grown) });
    console.log("heap growth", grown, "events", await found(page));
    expect(grown).toBeLessThan(1_000_000);

    const rows = await page.evaluate(
      async () => (await window.shopkeeper.events({ name: "view_item" })).length,
    );
    expect(rows).toBeLessThanOrEqual(retention);
    await page.evaluate(() => localStorage.removeItem("shopkeeper.snapshot"));
    const { page: next } = { page: await context.newPage() };
    await page.close();
    await next.goto(shop.address);
    await next.evaluate(() => localStorage.removeItem("shopkeeper.snapshot"));
    await next.reload();
    expect(await found(next)).toMatchObject({ storage: "indexeddb", segments: ["all", "fan"] });
  } finally {
    await profile.remove();
    shop.close();
  }
});
