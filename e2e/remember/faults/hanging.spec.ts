import type { Page } from "@playwright/test";
import { failing } from "./kit/fault-plan.ts";
import { arrive, buy, expectInMemory, expectKeeps, known } from "./kit/shopper.ts";
import { engines, expect, test } from "./kit/test.ts";
import { shopPage } from "../kit/serve.ts";
import { shopBody, witness } from "./kit/watched-shop.ts";

/** A shop whose page `/hanging` has a database that does what the plan says, and whose other pages have a sound one. */
const withFault = (fault: string) => ({
  answer: (path: string) =>
    path === "/hanging" ? { body: shopPage({ head: witness() + fault, body: shopBody }) } : undefined,
});

/** Holds the database open as an old page would that never lets go, and asks for another version of it. */
const holdBack = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open("shopkeeper");
        request.addEventListener("success", () => {
          const asked = indexedDB.open("shopkeeper", request.result.version + 1);
          asked.addEventListener("blocked", () => resolve("blocked"));
          asked.addEventListener("success", () => asked.result.close());
        });
      }),
  );

for (const engine of engines) {
  test(`in ${engine}, a database that never opens holds up nothing, and the next page keeps what happened`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve(withFault(failing({ on: "open", how: "hang" })));
    const page = await openPage(engine);
    await arrive(page, `${shop.address}/hanging`);
    await expectInMemory(page);
    const next = await arrive(page, shop.address);
    expect(next).toMatchObject({ storage: "indexeddb", bought: ["remembered for this page"], pieces: 1 });
    await expectKeeps(page, shop.address);
  });

  test(`in ${engine}, a database that opens late is used from then on, on the same page`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve(withFault(failing({ on: "open", how: "late" })));
    const page = await openPage(engine);
    await page.goto(`${shop.address}/hanging`);
    await buy(page, "early");
    await expect(async () => expect((await known(page)).storage).toBe("indexeddb")).toPass();
    await buy(page, "after it opened");
    const next = await arrive(page, shop.address);
    expect(next).toMatchObject({ storage: "indexeddb", bought: ["early", "after it opened"], pieces: 2 });
  });

  test(`in ${engine}, while other pages block each other over the database a page remembers for itself, and keeps when they let go`, async ({
    openPage,
    serve,
  }) => {
    const shop = await serve({
      answer: (path) => (path === "/bare" ? { body: "<!doctype html><title>Bare</title>" } : undefined),
    });
    const page = await openPage(engine);
    await arrive(page, shop.address);
    await buy(page, "before");
    await page.goto(`${shop.address}/bare`);
    const other = await openPage(engine);
    await other.goto(`${shop.address}/bare`);
    expect(await holdBack(other)).toBe("blocked");

    await arrive(page, shop.address);
    await expectInMemory(page);
    await other.close();
    await expect(async () => expect((await known(page)).storage).toBe("indexeddb")).toPass();
    const next = await arrive(page, shop.address);
    expect(next.bought.filter((product) => product !== "before")).toEqual(["remembered for this page"]);
    expect(next).toMatchObject({ storage: "indexeddb", pieces: 2 });
  });
}
