import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/choosing/`);
  await page.evaluate(() => window.shopkeeper.ready);
}

const tell = (page: Page, name: string, parameters = {}) =>
  page.evaluate(([name, parameters]) => window.shopkeeper.track(name, parameters), [
    name,
    parameters,
  ] as const);

/** The rules that stand against an experience, with what they looked at. */
const against = (page: Page, id: string) =>
  page.evaluate((id) => window.shopkeeper.why(id)!.rules.filter(({ holds }) => !holds), id);

test("two interruptions in a row that are waved away are a no to the next, on later pages too", async ({
  page,
  address,
}) => {
  await open(page, address);
  for (const [name, title] of [
    ["help", "Can we help?"],
    ["tip", "A tip"],
  ] as const) {
    await tell(page, name);
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await open(page, address);
  await tell(page, "help");
  await expect
    .poll(() => against(page, "help"))
    .toContainEqual(
      expect.objectContaining({
        rule: "quiet",
        what: "quiet.afterDismissals",
        operator: ">=",
        wanted: 7 * 86_400_000,
      }),
    );
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("what is in the cart is not spoken of, and is again when it is taken out", async ({ page, address }) => {
  await open(page, address);
  await page.locator("#notes").scrollIntoViewIfNeeded();
  await expect(page.getByText("Why this mug")).toBeVisible();
  const items = [{ item_id: "mug", item_name: "Mug", quantity: 1 }];
  await tell(page, "add_to_cart", { items });
  await expect(page.getByText("Why this mug")).toHaveCount(0);
  expect(await against(page, "mug-care")).toMatchObject([{ rule: "owned" }]);
  await tell(page, "remove_from_cart", { items });
  await expect.poll(() => against(page, "mug-care")).toEqual([]);
});

test("why tells of each what it was, shown or not; what is wrong is told once and stops nothing else", async ({
  page,
  address,
}) => {
  const warnings: string[] = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await open(page, address);
  const why = (id: string) => page.evaluate((id) => window.shopkeeper.why(id), id);
  expect(await why("mug-care")).toMatchObject({ show: true, reasons: [] });
  expect(await why("over")).toMatchObject({ show: false, reasons: ["when"] });
  // The day begins 14 hours before Greenwich's in the shop's zone.
  expect(await against(page, "over")).toMatchObject([
    { what: "until", operator: "<", wanted: Date.UTC(2019, 11, 31, 10), unit: "moment" },
  ]);
  expect(await why("wrong")).toMatchObject({ show: false, reasons: ["error"] });
  expect(await why("nobody")).toBeUndefined();
  expect(warnings.filter((text) => text.includes('experience "wrong"'))).toHaveLength(1);
});

test("who has not been asked yet is not interrupted", async ({ page, address }) => {
  await open(page, address);
  await page.evaluate(() => window.shopkeeper.consent("pending"));
  await tell(page, "help");
  await expect
    .poll(() => against(page, "help"))
    .toContainEqual(expect.objectContaining({ rule: "consent", value: "pending", wanted: "granted" }));
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
