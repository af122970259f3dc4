import { expect, test as base, type Page } from "@playwright/test";
import { serveApps } from "./serve-apps.ts";

/** What the page has said, in the console or by an error: frameworks tell there what they stumble over. */
export const test = base.extend<{ said: string[] }, { address: string }>({
  address: [
    async ({}, use) => {
      const { address, close } = await serveApps();
      await use(address);
      close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  said: [
    async ({ context }, use) => {
      const said: string[] = [];
      context.on("weberror", (error) => said.push(error.error().message));
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) said.push(message.text());
      });
      await use(said);
      expect(said).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** The shopper has been here before, and has seen a product. */
export async function seed(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/`);
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(async () => {
    await window.shopkeeper.ready;
    await window.shopkeeper.track("view_item", {
      items: [{ item_id: "tote", item_name: "Tote", url: "/tote" }],
    });
  });
}

/** Takes the app over, as its script would have done by itself. */
export async function hydrate(page: Page): Promise<void> {
  await page.waitForFunction(() => "begin" in window);
  await page.evaluate(() => void (window as unknown as { begin(): void }).begin());
}

/** The markup of the app. */
export const markup = (page: Page): Promise<string> =>
  page.locator("#root").evaluate((root) => root.outerHTML);

/** The text of an element that is rendered, be it its own or in its shadow root. */
const shownText = (page: Page, selector: string): Promise<string> =>
  page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    const read = (node: Node): string => {
      if (node instanceof Text) {
        range.selectNodeContents(node);
        return range.getClientRects().length ? node.data : "";
      }
      const inside = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
      return [...inside, ...node.childNodes].map(read).join("");
    };
    return read(element);
  });

/** Our changes that stand in an app before it is taken over: none of them can be told from its markup. */
export async function expectEarly(page: Page): Promise<void> {
  await expect(page.locator("[data-sk-slot=hero] .ours")).toBeVisible();
  await expect(page.getByText("Hero ")).toBeHidden();
  await expect(page.locator("[data-sk-slot=lines] .ours")).toBeVisible();
  await expect(page.getByText("Line 0")).toBeHidden();
  await expect(page.locator("#hidden")).toBeHidden();
  await expect.poll(() => shownText(page, "#greeting")).toBe("Hello, friend");
  await expect.poll(() => shownText(page, "#mixed")).toBe("Hello, friend");
  await expect(page.locator("[data-sk-rail] a")).toHaveText("Tote");
  await expect(page.getByText("Nothing yet")).toBeHidden();
  await expect(page.locator("#note").getByText("A word to you")).toBeVisible();
}

/** All our changes, once the app has been taken over; `count` is what it shows itself. */
export async function expectAll(page: Page, count: number): Promise<void> {
  await expectEarly(page);
  await expect(page.locator("#link")).toHaveText("Hello, friend");
  for (const place of ["#promo", "#promo-list"]) {
    await expect(page.locator(`${place} .ours`)).toBeVisible();
    await expect(page.locator(place).getByText("Promo " + count)).toBeHidden();
  }
  await expect(page.getByText("Beside")).toBeVisible();
  await expect(page.locator("#wish")).toHaveAttribute("aria-pressed", "false");
  // The app goes on writing what it owns, also where that is not shown.
  await expect(page.locator("[data-sk-slot=hero] > h2").first()).toHaveText(`Hero ${count}`);
  await expect(page.locator("[data-sk-slot=lines] > li").first()).toHaveText(`Line ${count}`);
  await expect(page.locator("#count")).toHaveText(`Count ${count}`);
}
