import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./kit.ts";

/** What axe finds on the page as it stands, a line a rule: all of its rules, and the one that is off by default. */
async function faults(page: Page, within = "html"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

type Look = [scheme: "light" | "dark", dir: "ltr" | "rtl", width: number];
const looks: Look[] = process.env["LONG"]
  ? (["light", "dark"] as const).flatMap((scheme) =>
      (["ltr", "rtl"] as const).flatMap((dir) => [320, 390, 1280].map((width): Look => [scheme, dir, width])),
    )
  : [
      ["light", "ltr", 390],
      ["dark", "rtl", 320],
      ["dark", "ltr", 1280],
    ];

for (const [scheme, dir, width] of looks)
  test(`axe finds nothing in any kind, ${scheme}, ${dir}, ${width} px wide`, async ({ shop }) => {
    test.slow();
    const { page } = shop;
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await shop.open([['dir="ltr"', `dir="${dir}"`]]);
    await expect(page.getByRole("region", { name: "Recently viewed" })).toBeAttached();
    await expect(page.getByRole("group", { name: "Free delivery" })).toBeAttached();
    await expect(page.getByText("Good to see what you like.")).toBeVisible();
    await expect(page.locator("[data-sk-privacy] [part=panel]")).toBeAttached();
    expect(await faults(page)).toEqual([]);
    for (const kind of ["message", "corner", "side", "bar", "center"] as const) {
      const box = await shop.show(kind);
      // A bar stands beside the landmarks of the page; the others are dialogs, in which the page has no part.
      expect(await faults(page, kind === "message" ? "html" : "html > shopkeeper-overlay"), kind).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), kind).toBe(true);
      await box.getByRole("button", { name: "Close" }).click();
      await expect(box).toBeHidden();
    }
    await shop.show("offer");
    expect(await faults(page, "html > shopkeeper-overlay"), "a merchant's template").toEqual([]);
  });

test("axe would find a fault in a shadow root of ours", async ({ shop }) => {
  const box = await shop.show("corner");
  await box.locator("[part=close]").evaluate((button) => {
    button.removeAttribute("aria-label");
    button.textContent = "";
  });
  expect((await faults(shop.page)).join()).toContain("button-name");
});
