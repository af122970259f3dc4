import type { Page } from "@playwright/test";
import type { ShopServer } from "../kit/serve.ts";
import { bare } from "./kit/raw-database.ts";
import { arrive, buy, expectKeeps, expectShopStands, known } from "./kit/shopper.ts";
import { engines, expect, test, type Engine } from "./kit/test.ts";

/** Bytes of the text in each event, and how many events fill more than there is. */
const loads: Record<Engine, { size: number; count: number }> = {
  chromium: { size: 20_000, count: 40 },
  firefox: { size: 500_000, count: 18 },
};
/** Firefox leaves one site a share of what it leaves all of them. In kB. */
const room = (limit: number) => ({ "dom.quotaManager.temporaryStorage.fixedLimit": limit });

/** The numbers of the events that the page said to be kept, as it told the server. */
const acknowledged = ({ log }: ShopServer): number[] =>
  log.flatMap((query) => query.getAll("kept").map(Number));

/**
 * Records one event after another, each with a text that does not compress, and tells the server of each that is
 * acknowledged while the page says that it keeps.
 */
const fill = (page: Page, from: number, { size, count }: { size: number; count: number }) =>
  page.evaluate(
    async ({ from, size, count }) => {
      const text = () => {
        let words = "";
        while (words.length < size) words += `${Math.random().toString(36).slice(2).replaceAll(/\d/g, "")} `;
        return words;
      };
      for (let number = from; number < from + count; number++) {
        const items = [{ item_id: "mug", price: 18, quantity: 1 }];
        await window.shopkeeper.track("add_to_cart", { items, number, note: text() });
        if (window.shopkeeper.status().storage === "indexeddb") await fetch(`/log?kept=${number}`);
      }
    },
    { from, size, count },
  );

/**
 * Each event that was acknowledged is there; or made room for newer ones, in their order, and still counts. A false
 * acknowledgement would be of one of the last.
 */
async function expectAllThere(page: Page, shop: ShopServer): Promise<void> {
  // Only what the store holds: the snapshot and the tail prove nothing.
  await page.evaluate(() => localStorage.clear());
  const { pieces } = await arrive(page, shop.address);
  const numbers = await page.evaluate(async () =>
    (await window.shopkeeper.events({ name: "add_to_cart" })).flatMap(
      (event) => (event["number"] ?? []) as number,
    ),
  );
  const kept = acknowledged(shop);
  expect(kept.length).toBeGreaterThan(0);
  const oldest = Math.min(...numbers);
  expect(kept.filter((number) => number >= oldest && !numbers.includes(number))).toEqual([]);
  expect(pieces).toBeGreaterThanOrEqual(kept.length);
  expect(new Set(numbers).size).toBe(numbers.length);
}

for (const engine of engines)
  test(`in ${engine}, with the quota used up nothing is acknowledged that is not there, and with room again it keeps again`, async ({
    profileOf,
    serve,
  }) => {
    test.setTimeout(120_000);
    const shop = await serve(bare);
    const profile = profileOf(engine);
    const first = await profile.launch({ preferences: room(20_480) });
    if (engine === "chromium") {
      const origin = shop.address;
      const devtools = await first.context.newCDPSession(first.page);
      // Chromium remembers for half a minute how much space is left, unless everything is cleared.
      await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
      await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 300_000 });
    }
    await arrive(first.page, shop.address);
    await fill(first.page, 0, loads[engine]);
    const full = await known(first.page);
    expect(full.error, "the quota was met").toContain("Quota");
    expect(full.pieces).toBe(loads[engine].count);
    await expectShopStands(first.page);
    // The next page meets it too.
    await arrive(first.page, shop.address);
    await fill(first.page, loads[engine].count, { ...loads[engine], count: 4 });
    await expectShopStands(first.page);
    await first.context.close();

    const second = await profile.launch({ preferences: room(-1) });
    await expectKeeps(second.page, shop.address);
    await buy(second.page, "with room again");
    await second.page.goto("about:blank");
    const another = await second.context.newPage();
    await another.goto(shop.address + bare.path);
    await expectAllThere(another, shop);
    expect((await known(another)).bought).toContain("with room again");
    test.info().annotations.push({ type: engine, description: `${acknowledged(shop).length} acknowledged` });
  });
