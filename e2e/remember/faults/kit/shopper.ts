import { expect, type Frame, type Page } from "@playwright/test";

/** What a page of the shop knows, and how it says that it remembers. */
export interface Known {
  storage: string;
  error: string | undefined;
  /** The products that were put into the cart, one for each time, in order. */
  bought: string[];
  /** How many pieces the cart holds: counted from every event that was ever told, also where the event is gone. */
  pieces: number;
}

/** Opens a page of the shop and waits until it knows what it will know. */
export async function arrive(page: Page, address: string): Promise<Known> {
  await page.goto(address);
  return known(page);
}

/** Puts a piece into the cart, by the script of the shop, and waits for the acknowledgement. */
export const buy = (page: Page | Frame, ...products: string[]): Promise<void> =>
  page.evaluate(async (products) => {
    const patience = new Promise((_, reject) => setTimeout(reject, 15_000, new Error("never acknowledged")));
    for (const item_id of products)
      await Promise.race([
        window.shopkeeper.track("add_to_cart", { items: [{ item_id, price: 18, quantity: 1 }] }),
        patience,
      ]);
  }, products);

export const known = (page: Page | Frame): Promise<Known> =>
  page.evaluate(() => {
    const shop = window.shopkeeper;
    const tell = async (): Promise<Known> => {
      await shop.ready;
      const bought = (await shop.events({ name: "add_to_cart" })).map((event) =>
        String((event["items"] as { item_id: unknown }[])[0]?.item_id),
      );
      const { storage, error } = shop.status();
      return { storage, error, bought, pieces: Number(shop.facts()["cart.quantity"] ?? 0) };
    };
    const patience = new Promise<never>((_, reject) =>
      setTimeout(reject, 15_000, new Error("it is never ready, or never tells its events")),
    );
    return Promise.race([tell(), patience]);
  });

/** The shop is as it made itself, and its own scripts go on. */
export async function expectShopStands(page: Page | Frame): Promise<void> {
  await expect(page.locator("h1")).toHaveText("A shop");
  // By script: a pointer does not find into a frame of another site in a Firefox that is driven by BiDi.
  await page.locator("button").evaluate((button: HTMLElement) => button.click());
  await expect(page.locator("output")).toHaveText("In your cart");
  await expect(page.getByText(/^(Welcome|Your cart waits)$/).locator("visible=true")).toHaveCount(1);
}

/** Nothing can be kept: the page goes on by itself, says so and why, and the shop is none the worse. */
export async function expectInMemory(page: Page | Frame): Promise<void> {
  const before = await known(page);
  await buy(page, "remembered for this page");
  const after = await known(page);
  expect(after).toMatchObject({ storage: "memory", pieces: before.pieces + 1 });
  expect(after.error).toBeTruthy();
  expect(after.bought).toContain("remembered for this page");
  await expectShopStands(page);
}

/** It keeps again: what happens on this page is known, once, on the one after it. */
export async function expectKeeps(page: Page, address: string): Promise<void> {
  const { storage, pieces } = await arrive(page, address);
  expect(storage).toBe("indexeddb");
  await buy(page, "kept");
  const next = await arrive(page, address);
  expect(next).toMatchObject({ storage: "indexeddb", pieces: pieces + 1 });
  expect(next.bought.filter((product) => product === "kept")).toHaveLength(1);
  await expectShopStands(page);
}
