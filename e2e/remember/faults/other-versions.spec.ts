import { bare, changeRaw, readRaw } from "./kit/raw-database.ts";
import { arrive, buy, expectKeeps, expectShopStands, known } from "./kit/shopper.ts";
import { engines, expect, test } from "./kit/test.ts";

/** What a newer script of ours adds; it may add, but never takes away. */
const newer = { name: "shopkeeper", version: 5, make: { totals: { keyPath: "name" } } };
const fromNewer = {
  totals: [{ name: "add_to_cart", count: 1 }],
  events: [
    {
      id: "from a newer script",
      event: {
        name: "add_to_cart",
        ts: Date.now(),
        visit: 1,
        items: [{ item_id: "newer", price: 18, quantity: 1 }],
        since: 2,
      },
      checked: true,
    },
  ],
};

for (const engine of engines) {
  test(`in ${engine}, a newer script upgrades the database while our page is open, and no version loses a row`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve(bare);
    const ours = await openPage(engine);
    const theirs = await openPage(engine);
    await theirs.goto(shop.address + bare.path);
    await arrive(ours, shop.address);
    await buy(ours, "before the upgrade");

    await changeRaw(theirs, { ...newer, add: fromNewer });
    await buy(ours, "on the page of old");
    await expectShopStands(ours);
    const bought = ["before the upgrade", "newer", "on the page of old"];
    expect(await known(ours)).toMatchObject({ storage: "indexeddb", bought });

    expect(await arrive(ours, shop.address)).toMatchObject({ storage: "indexeddb", bought, pieces: 3 });
    await buy(ours, "on the next page");
    const left = await readRaw(theirs, "shopkeeper");
    expect(left).toMatchObject({ version: 5, stores: { totals: fromNewer.totals } });
    const carts = left!.stores["events"]!.filter(
      (row) => (row["event"] as { name: string }).name === "add_to_cart",
    );
    expect(carts).toHaveLength(4);
    expect(carts[1]).toMatchObject(fromNewer.events[0]!);

    await changeRaw(theirs, { ...newer, version: 6 });
    await expectKeeps(ours, shop.address);
  });

  test(`in ${engine}, a script of old is served again after a newer one, in a browser that knew only the newer`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve(bare);
    const page = await openPage(engine);
    // The newer script has the older one's store, as every version after it.
    await arrive(page, shop.address);
    await page.goto(shop.address + bare.path);
    await changeRaw(page, { ...newer, version: 40, add: fromNewer });
    expect(await arrive(page, shop.address)).toMatchObject({
      storage: "indexeddb",
      bought: ["newer"],
      pieces: 1,
    });
    await expectKeeps(page, shop.address);
    expect((await readRaw(page, "shopkeeper"))?.version).toBe(40);
  });

  test(`in ${engine}, the shop's own code deletes the database under an open page: nothing blocks it, and the next page keeps again`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve(bare);
    const page = await openPage(engine);
    const other = await openPage(engine);
    await other.goto(shop.address + bare.path);
    for (const host of [page, other]) {
      await arrive(page, shop.address);
      await buy(page, "before");
      const how = await host.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const request = indexedDB.deleteDatabase("shopkeeper");
            request.addEventListener("blocked", () => resolve("blocked"));
            request.addEventListener("error", () => resolve("failed"));
            request.addEventListener("success", () => resolve("deleted"));
          }),
      );
      expect(how).toBe("deleted");
      await buy(page, "after");
      await expectShopStands(page);
      const next = await arrive(page, shop.address);
      expect(next.bought).not.toContain("before");
      await expectKeeps(page, shop.address);
    }
  });

  test(`in ${engine}, four tabs that write at once lose none of each other's events`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve();
    const tabs = [];
    for (let tab = 0; tab < 4; tab++) tabs.push(await openPage(engine));
    for (const tab of tabs) await arrive(tab, shop.address);
    const numbers = [...Array(25).keys()];
    await Promise.all(tabs.map((page, tab) => buy(page, ...numbers.map((number) => `${tab} ${number}`))));
    const { bought } = await arrive(tabs[0]!, shop.address);
    expect([...bought].sort()).toEqual(
      tabs.flatMap((_, tab) => numbers.map((number) => `${tab} ${number}`)).sort(),
    );
  });
}
