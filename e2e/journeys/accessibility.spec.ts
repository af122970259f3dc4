import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./kit.ts";

for (const scheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test(`axe finds nothing with everything shown, ${scheme}, ${width} px wide`, async ({ shopper }) => {
      const { page } = shopper;
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await shopper.context.route("**/*.html", async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace(
          /data-idle-help-after="\w+"/,
          'data-idle-help-after="1s"',
        );
        await route.fulfill({ response, body: html });
      });
      await shopper.visit("product/kaj-boat-tote.html");
      await shopper.settled();
      await shopper.comeBackIn("3d");
      await shopper.visit("index.html");
      await page.mouse.move(100, 200);
      await expect(page.locator("shopkeeper-overlay").getByText("Welcome back")).toBeVisible();
      await expect(page.locator("[data-sk-rail=recently-viewed]").getByRole("link").first()).toBeVisible();
      await expect(page.getByRole("dialog", { name: "Can we help?" })).toBeVisible();
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { "target-size": { enabled: true } } })
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
    });
