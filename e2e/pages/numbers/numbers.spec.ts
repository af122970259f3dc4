import { expect, test } from "../kit.ts";

declare global {
  interface Window {
    asked: number;
  }
}

test("a page writes prices as an earlier one has learnt, and asks the browser for no formatter", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/numbers/`);
  const item = { item_id: "coat", item_name: "Mantel", price: 1299, currency: "EUR", url: "/coat" };
  await page.evaluate((items) => window.shopkeeper.track("view_item", { items }), [item]);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("shopkeeper.numbers"))).toContain("€");
  expect(await page.evaluate(() => window.asked)).toBeGreaterThan(0);

  await page.reload();
  await expect(page.getByRole("link")).toHaveText("Mantel 1.299,00 €");
  await expect(page.locator("p")).toHaveText("Seite 2");
  expect(await page.evaluate(() => window.asked)).toBe(0);

  await page.evaluate(() => window.shopkeeper.forget());
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
});
