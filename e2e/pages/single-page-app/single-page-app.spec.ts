import type { Page } from "@playwright/test";
import { join } from "node:path";
import { build } from "vite";
import { serve } from "../../../scripts/serve.mjs";
import { expect, test as base } from "../kit.ts";

/** The app of `e2e/fixtures/spa`, built by Vite with the package as npm would give it. */
const test = base.extend<object, { app: string }>({
  app: [
    async ({}, use) => {
      const root = join(import.meta.dirname, "../../fixtures/spa");
      await build({ root, logLevel: "error", configFile: join(root, "vite.config.ts") });
      const { address, close } = await serve("e2e/fixtures/spa/dist", 0, { single: true });
      await use(address);
      close();
    },
    { scope: "worker" },
  ],
});

/** How many page views the app has recorded. */
const pageViews = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { shop } = window as unknown as { shop: Window["shopkeeper"] };
    return (await shop.events({ name: "page_view" })).length;
  });

test("an app from npm records its routes, asks for products and renders by itself", async ({ page, app }) => {
  await page.goto(app);
  await expect(page.getByRole("heading")).toHaveText("All our teas");
  let views = 1;
  for (const name of ["Sencha", "Gyokuro", "Sencha"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading")).toHaveText(name);
    await expect.poll(() => pageViews(page)).toBe(++views);
  }
  await page.getByRole("link", { name: "Tea shop" }).click();
  await expect(page.getByRole("heading")).toHaveText("Green it is.");
  await expect(page.locator("#seen li")).toHaveText(["Sencha", "Gyokuro"]);
  await expect.poll(() => pageViews(page)).toBe(++views);

  await page.reload();
  await expect(page.getByRole("heading")).toHaveText("Green it is.");
});

test("an app's idle pop-up comes in the app, once", async ({ page, app }) => {
  // What is said to a screen reader is in the page as well.
  const popup = page.getByRole("heading", { name: "Which tea?" });
  await page.goto(app);
  await page.mouse.move(50, 50);
  await expect(popup).toBeVisible({ timeout: 8000 });
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("link", { name: "Assam" }).click();
  await page.waitForTimeout(2800);
  await expect(popup).toBeHidden();
});
