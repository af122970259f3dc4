import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test as base } from "../pages/kit.ts";

/** A shop with every kind of thing that we show, and a visitor who has looked at ten products. */
export interface Shop {
  page: Page;
  /** Shows a kind by what it waits for, and gives its box. */
  show(kind: "message" | "center" | "corner" | "side" | "bar" | "offer"): Promise<Locator>;
  /** What has the focus, by its name or its words; in shadow roots too. */
  focused(): Promise<string>;
  /** Loads the page anew, as it is but for what is replaced in its HTML, and waits for its pictures if not told else. */
  open(replace?: [string, string][], until?: "load" | "domcontentloaded"): Promise<void>;
}

const names = [
  "Mug",
  "Linen apron with two deep pockets",
  "Bowl",
  "Jug",
  "Lamp",
  "Rug",
  "Stool",
  "Vase",
  "Tray",
  "Clock",
];
const items = names.map((item_name, index) => ({
  item_id: `p${index}`,
  item_name,
  price: 18 + index,
  list_price: index % 2 ? 40 : undefined,
  currency: "EUR",
  url: `/product/${index}`,
  image: "/picture.svg",
}));
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#69a"/></svg>`;

export const test = base.extend<{ shop: Shop }>({
  shop: async ({ page, address }, use) => {
    const html = await readFile(join(import.meta.dirname, "index.html"), "utf8");
    let replaced = html;
    await page.route(`${address}/overlays/`, (route) =>
      route.fulfill({ body: replaced, contentType: "text/html" }),
    );
    await page.route("**/picture.svg", (route) =>
      route.fulfill({ body: picture, contentType: "image/svg+xml" }),
    );
    const open: Shop["open"] = async (replace = [], waitUntil = "load") => {
      replaced = replace.reduce((text, [old, fresh]) => text.replace(old, fresh), html);
      await page.goto(`${address}/overlays/`, { waitUntil });
      await page.evaluate(() => window.shopkeeper.ready);
    };
    await open();
    for (const item of items)
      await page.evaluate((each) => window.shopkeeper.track("view_item", { items: [each] }), item);
    await open();
    await use({
      page,
      open,
      async show(kind) {
        await page.evaluate((name) => window.shopkeeper.track(name), `show_${kind}`);
        const box = page.locator("html > shopkeeper-overlay [part~=box]");
        await expect(box).toBeVisible();
        await box.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
        return box;
      },
      focused: () =>
        page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.getAttribute("aria-label") || element?.id || element?.textContent?.trim() || "";
        }),
    });
    // The shop's own content stands, whatever has been shown.
    await expect(page.locator("h1")).toHaveText("Home");
  },
});

export { expect };
