import type { Page } from "@playwright/test";
import { apps } from "./build-app.ts";
import { expect, expectAll, expectEarly, hydrate, markup, seed, test } from "./kit.ts";

// The first test of an app builds it.
test.describe.configure({ timeout: 120_000 });

/** What a shopper does in an app. */
async function use(page: Page): Promise<void> {
  await page.locator("#field").fill("Mine");
  await page.locator("#count").click();
  await page.locator("#route").click();
  await expect(page.locator("#away")).toBeVisible();
  await page.locator("#route").click();
  await page.locator("#count").click();
  await page.locator("#field").focus();
  await expect(page.locator("#count")).toHaveText("Count 2");
}

/** What the app looks like without us: as the server has sent it, and after all that. */
async function control(page: Page, url: string): Promise<{ served: string; used: string }> {
  await page.goto(url);
  const served = await markup(page);
  await hydrate(page);
  await use(page);
  return { served, used: await markup(page) };
}

/** In development frameworks complain of more; in production they complain by numbers, and mend it by force. */
for (const mode of ["development", "production"])
  for (const app of apps) {
    if (mode === "production" && app !== "react-19" && !process.env["LONG"]) continue;
    test(`${app}, ${mode}: what stands before hydration is not noticed by it, lives on in the app, and goes without a trace`, async ({
      page,
      address,
    }) => {
      const url = `${address}/${app}?mode=${mode}`;
      const untouched = await control(page, `${url}&tag=none`);
      await seed(page, address);
      await page.goto(url);
      await page.waitForFunction(() => "begin" in window && document.readyState === "complete");
      await page.evaluate(() => window.shopkeeper.ready);
      await expectEarly(page);
      expect(await markup(page)).toBe(untouched.served);

      await hydrate(page);
      await expectAll(page, 0);
      await use(page);
      await expectAll(page, 2);
      await page.locator("#wish").click();
      await expect(page.locator("#wish")).toHaveAttribute("aria-pressed", "true");
      await page.locator("#field").focus();

      await page.evaluate(() => window.shopkeeper.stop());
      expect(await markup(page)).toBe(untouched.used);
      await expect(page.locator("#field")).toBeFocused();
      await expect(page.locator("#field")).toHaveValue("Mine");
      await expect(page.getByText("Hero 2")).toBeVisible();
      await page.locator("#count").click();
      await expect(page.locator("#count")).toHaveText("Count 3");
    });

    test(`${app}, ${mode}: a tag that comes when the app runs changes it, too`, async ({ page, address }) => {
      const url = `${address}/${app}?mode=${mode}&tag=none`;
      const untouched = await control(page, url);
      await seed(page, address);
      await page.goto(url);
      await hydrate(page);
      await use(page);
      await page.addScriptTag({ url: `${address}/shopkeeper.js` });
      await page.locator("#route").click();
      await page.locator("#route").click();
      await expectAll(page, 2);
      await page.locator("#field").focus();
      await page.evaluate(() => window.shopkeeper.stop());
      expect(await markup(page)).toBe(untouched.used);
      await expect(page.locator("#field")).toBeFocused();
    });
  }
