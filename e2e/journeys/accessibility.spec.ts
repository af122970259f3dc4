import type { Page } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./kit.ts";

/** What axe finds on the page as it stands, a line a rule. */
async function faults(page: Page): Promise<string[]> {
  // What fades in is judged when it is there.
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

for (const scheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`axe finds nothing with everything shown, ${scheme}, ${width} px wide`, async ({ shopper }) => {
      const { page } = shopper;
      await shopper.context.route("**/*.html", async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace(
          /data-idle-help-after="\w+"/,
          'data-idle-help-trigger="event ask_for_help"',
        );
        await route.fulfill({ response, body: html });
      });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await shopper.visit("product/kaj-boat-tote.html");
      await shopper.settled();
      await shopper.comeBackIn("3d");
      await shopper.visit("index.html");
      const welcome = page.locator("shopkeeper-overlay").getByText("Welcome back", { exact: true });
      await expect(welcome).toBeVisible();
      await expect(page.locator("[data-sk-rail=recently-viewed]").getByRole("link").first()).toBeVisible();
      expect(await faults(page)).toEqual([]);

      await page.evaluate(() => window.shopkeeper.track("ask_for_help"));
      await expect(page.getByRole("dialog", { name: "Can we help?" })).toBeVisible();
      await expect(welcome, "the bar steps aside for the pop-up").toBeHidden();
      expect(await faults(page)).toEqual([]);
    });
