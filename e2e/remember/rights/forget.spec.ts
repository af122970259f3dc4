import { expect, type Page, test } from "@playwright/test";
import { everyEngine, oneBrowser } from "../kit/one-browser.ts";
import type { ShopServer } from "../kit/serve.ts";
import { storedProfile } from "../kit/stored-profile.ts";
import { live, lived, mug, remembered, serveRights } from "./shop.ts";

const view = (page: Page): Promise<void> =>
  page.evaluate((item) => window.shopkeeper.track("view_item", { items: [item] }), mug);

for (const engine of everyEngine)
  test.describe(`in ${engine}`, () => {
    test.describe.configure({ mode: "default", timeout: 60_000 });
    const browser = oneBrowser(engine);
    let shop: ShopServer;
    test.beforeEach(async () => void (shop = await serveRights()));
    test.afterEach(() => shop.close());

    test("forgetting erases everything in every tab, and the visit stays quiet", async () => {
      const page = await browser.open(shop.address);
      await live(page);
      const others = [await browser.open(shop.address), await browser.open(shop.address)];
      for (const other of others) expect(await remembered(other)).toEqual(lived);
      // While they are at it.
      for (const other of others)
        await other.evaluate((item) => {
          for (let count = 0; count < 20; count++)
            void window.shopkeeper.track("view_item", { items: [item] });
        }, mug);
      await page.evaluate(() => window.shopkeeper.forget());
      for (const each of [page, ...others]) {
        await expect.poll(() => storedProfile(each)).toEqual([]);
        await expect.poll(() => remembered(each)).toEqual([]);
      }
      // Nothing comes back: by the tabs that were open, by another page of this one.
      for (const each of [page, ...others]) await view(each);
      await page.goto(`${shop.address}/next`);
      await view(page);
      expect(await page.evaluate(() => window.shopkeeper.status().quiet)).toBe(true);
      expect(await remembered(page)).toEqual([]);
      for (const each of [page, ...others]) expect(await storedProfile(each)).toEqual([]);
      // All that is left is the time.
      const left = await page.evaluate(() => [Object.keys(localStorage), { ...sessionStorage }]);
      expect(left).toEqual([[], { "shopkeeper.quiet": expect.stringMatching(/^\d{13}$/) }]);
    });

    test("a new visit begins to remember again, as somebody who is new", async () => {
      const page = await browser.open(shop.address);
      await live(page);
      await page.evaluate(() => window.shopkeeper.forget());
      // A visit is over after half an hour without anything.
      await page.evaluate(() => sessionStorage.setItem("shopkeeper.quiet", String(Date.now() - 31 * 60_000)));
      await page.goto(`${shop.address}/later`);
      await view(page);
      expect(await page.evaluate(() => window.shopkeeper.status().quiet)).toBe(false);
      expect(await remembered(page)).toEqual(["view_item"]);
      expect(await page.evaluate(() => window.shopkeeper.facts())).toMatchObject({
        "visitor.returning": false,
        "orders.count": 0,
      });
      // And so does another tab, which is another visit to the one who asked.
      expect(await remembered(await browser.open(shop.address))).toEqual(["view_item"]);
    });

    test("a pause stops, over pages and in every tab, and all that was kept is there when it is resumed", async () => {
      const page = await browser.open(shop.address);
      await live(page);
      const other = await browser.open(shop.address);
      await page.evaluate(() => window.shopkeeper.pause());
      await expect.poll(() => other.evaluate(() => window.shopkeeper.status().paused)).toBe(true);
      await view(page);
      await view(other);
      await page.reload();
      await view(page);
      expect(await page.evaluate(() => window.shopkeeper.segments())).toEqual([]);
      await page.evaluate(() => window.shopkeeper.resume());
      for (const each of [page, other]) {
        await expect.poll(() => each.evaluate(() => window.shopkeeper.status().paused)).toBe(false);
        await expect.poll(() => remembered(each)).toEqual(lived);
      }
      await view(page);
      expect(await remembered(page)).toEqual([...lived, "view_item"]);
      expect(await page.evaluate(() => localStorage.getItem("shopkeeper.choice"))).toBeNull();
    });

    test("who has said no and then pauses and resumes has still said no", async () => {
      const page = await browser.open(shop.address);
      await page.locator("#deny").click();
      await page.locator("#pause").click();
      await page.locator("#pause").click();
      expect(await page.evaluate(() => window.shopkeeper.status().consent.personalization)).toBe("denied");
      await view(page);
      expect(await storedProfile(page)).toEqual([]);
    });
  });
