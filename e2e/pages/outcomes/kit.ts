import { test as base, expect } from "../kit.ts";
import { openShop, type Shop, type ShopOptions } from "./shop.ts";

/** Opens shops, and closes them after the test. */
export const test = base.extend<{ open(options?: ShopOptions): Promise<Shop> }>({
  open: async ({}, use) => {
    const shops: Shop[] = [];
    await use(async (options) => {
      const shop = await openShop(options);
      shops.push(shop);
      return shop;
    });
    for (const shop of shops) shop.close();
  },
});

export { expect };
