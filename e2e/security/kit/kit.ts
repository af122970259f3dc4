import { test as base, expect, type Page } from "@playwright/test";
import { listenForVectors, provoke } from "./in-page.ts";
import { serveShop, type Shop } from "./serve-shop.ts";

declare global {
  interface Window {
    /** The ids of the vectors that have run, and what the page's policy has forbidden. */
    ran: number[];
    violations: string[];
  }
}

export const test = base.extend<{ errors: string[] }, { shop: Shop }>({
  shop: [
    async ({}, use) => {
      const shop = await serveShop();
      await use(shop);
      shop.close();
    },
    { scope: "worker" },
  ],
  /** Errors that nobody caught, rejections of promises among them. */
  errors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await use(errors);
  },
});

/** Where vectors tell that they have run, before anything else of the page. */
export const listener = `<script>(${listenForVectors})()</script>`;

/** Uses everything in the page and waits; the ids of the vectors that have run. */
export async function ranIn(page: Page, selector = "html", wait = 300): Promise<number[]> {
  await page.evaluate(provoke, selector);
  await page.waitForTimeout(wait);
  return page.evaluate(() => window.ran);
}

/** Data in a page's program, in which nothing ends the program. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028");

export { expect };
