import type { Page } from "@playwright/test";
import { arrive, buy, expectKeeps, expectShopStands, known } from "./kit/shopper.ts";
import { engines, expect, test, usualEngines } from "./kit/test.ts";

/** Lets a page reach the connections that are open and the transaction that began last, above the tag. */
const reach = `<script>
  {
    const { open } = IDBFactory.prototype;
    const { transaction } = IDBDatabase.prototype;
    window.connections = [];
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      request.addEventListener("success", () => connections.push(request.result));
      return request;
    };
    IDBDatabase.prototype.transaction = function (...given) {
      const begun = transaction.apply(this, given);
      // Undone in the task that began it: a transaction that was told to commit takes no more orders.
      if (window.aborts > 0) {
        window.aborts--;
        begun.commit = () => begun.abort();
      }
      return begun;
    };
  }
</script>`;

const closeAll = (page: Page) =>
  page.evaluate(() => {
    for (const connection of (window as unknown as { connections: IDBDatabase[] }).connections)
      connection.close();
  });

test("in chromium, when the browser clears the store under an open page, what happens next is kept", async ({
  openPage,
  serve,
}) => {
  const shop = await serve();
  const page = await openPage("chromium");
  await arrive(page, shop.address);
  await buy(page, "before");
  const devtools = await page.context().newCDPSession(page);
  const clear = () =>
    devtools.send("Storage.clearDataForOrigin", { origin: shop.address, storageTypes: "indexeddb" });
  await clear();
  await buy(page, "after");
  // Under way while it is cleared: kept either before, and cleared with the rest, or after.
  await Promise.all([buy(page, "under way"), clear()]);
  await buy(page, "last");
  await expectShopStands(page);
  // Where that failed too, it is tried again by itself.
  await expect.poll(async () => (await known(page)).storage).toBe("indexeddb");
  const next = await arrive(page, shop.address);
  expect(next.bought.filter((product) => product === "last")).toEqual(["last"]);
  await expectKeeps(page, shop.address);
});

for (const engine of engines)
  test(`in ${engine}, a connection that is closed behind our back is opened again, and nothing is missing`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve({ head: reach });
    const page = await openPage(engine);
    await arrive(page, shop.address);
    const products = [];
    for (let round = 0; round < 3; round++) {
      products.push(`${round} open`, `${round} closed`);
      await buy(page, `${round} open`);
      await closeAll(page);
      await buy(page, `${round} closed`);
    }
    await closeAll(page);
    expect(await known(page)).toMatchObject({ storage: "indexeddb", bought: products, pieces: 6 });
    await expectShopStands(page);
    expect(await arrive(page, shop.address)).toMatchObject({ bought: products, pieces: 6 });
  });

for (const engine of usualEngines)
  for (const aborts of [1, 2, 5])
    test(`in ${engine}, ${aborts} transactions that are undone while they write cost no event`, async ({
      openPage,
      serve,
    }) => {
      const shop = await serve({ head: reach });
      const page = await openPage(engine);
      await arrive(page, shop.address);
      await buy(page, "before");
      await page.evaluate(
        (aborts) => void ((window as unknown as { aborts: number }).aborts = aborts),
        aborts,
      );
      await buy(page, "undone");
      const there = await known(page);
      if (there.storage === "memory") expect(there.error).toBeTruthy();
      await buy(page, "after");
      await expectShopStands(page);
      const bought = ["before", "undone", "after"];
      expect(await arrive(page, shop.address)).toMatchObject({ storage: "indexeddb", bought, pieces: 3 });
    });
