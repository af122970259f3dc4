import { expect, type Page, test } from "@playwright/test";
import { everyEngine, oneBrowser } from "../kit/one-browser.ts";
import type { ShopServer } from "../kit/serve.ts";
import { storedProfile } from "../kit/stored-profile.ts";
import { live, remembered, serveRights } from "./shop.ts";

/** Goes on with the tab key until a button of the panel has the focus, as somebody without a mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  await expect(button).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    if (await button.evaluate((each) => (each.getRootNode() as ShadowRoot).activeElement === each)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The tab key does not reach "${name}"`);
}

const says = (page: Page, words: string): Promise<void> =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

for (const engine of everyEngine)
  test.describe(`in ${engine}, the panel`, () => {
    test.describe.configure({ mode: "default", timeout: 60_000 });
    const browser = oneBrowser(engine);
    let shop: ShopServer;
    test.beforeEach(async () => void (shop = await serveRights()));
    test.afterEach(() => shop.close());

    async function comeBack(): Promise<Page> {
      const page = await browser.open(shop.address);
      await live(page);
      await page.goto(`${shop.address}/privacy`);
      await page.bringToFront();
      await expect(page.getByRole("heading", { name: "Products you looked at" })).toBeVisible();
      return page;
    }

    test("shows what is remembered, and forgets one line, by keyboard alone", async () => {
      const page = await comeBack();
      const panel = page.locator("[data-sk-privacy]");
      for (const words of ["This is your first visit", "Boat tote", "“wool”", "shoe size", "€18.00"])
        await expect(panel).toContainText(words);
      await tabTo(page, "Forget that you looked at Boat tote");
      await page.keyboard.press("Enter");
      await says(page, "Forgotten: Boat tote.");
      await expect(panel.getByRole("list").first()).not.toContainText("Boat tote");
      // The focus is not lost: the line that is there now has it.
      await expect
        .poll(() => panel.evaluate((each) => each.shadowRoot?.activeElement?.hasAttribute("data-forget")))
        .toBe(true);
      expect(await remembered(page)).toEqual(["view_item", "add_to_cart", "search", "identify", "purchase"]);
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("Boat tote");
      await page.reload();
      await expect(panel).toContainText("Mug");
      await expect(panel).not.toContainText("Boat tote");
    });

    test("deletes everything when asked twice, by keyboard alone", async () => {
      const page = await comeBack();
      await tabTo(page, "Delete everything");
      await page.keyboard.press("Enter");
      // The answer that changes nothing has the focus.
      await expect(page.getByRole("button", { name: "No, keep it", exact: true })).toBeFocused();
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press(" ");
      await says(page, "Deleted.");
      await expect(page.locator("[data-sk-privacy]")).toContainText("Everything is deleted");
      expect(await remembered(page)).toEqual([]);
      await expect.poll(() => storedProfile(page)).toEqual([]);
    });

    test("pauses and resumes, by keyboard alone, and loses nothing", async () => {
      const page = await comeBack();
      const before = await remembered(page);
      await tabTo(page, "Pause");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Resume", exact: true })).toBeFocused();
      await expect(page.locator("[data-sk-privacy]")).not.toContainText("Boat tote");
      await page.keyboard.press("Enter");
      await expect(page.locator("[data-sk-privacy]")).toContainText("Boat tote");
      expect(await remembered(page)).toEqual(before);
    });

    test("follows what happens in another tab", async () => {
      const page = await comeBack();
      const other = await browser.open(shop.address);
      await other.evaluate(async () => {
        await window.shopkeeper.ready;
        await window.shopkeeper.track("view_item", { items: [{ item_id: "hat", item_name: "Felt hat" }] });
      });
      await page.bringToFront();
      await expect(page.locator("[data-sk-privacy]")).toContainText("Felt hat");
    });
  });
