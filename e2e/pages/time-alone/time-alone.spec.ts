import { expect, test } from "../kit.ts";

declare global {
  interface Window {
    told: { names: string[]; at: number }[];
  }
}

test("an answer that turns with nothing but time passing is told when it turns, and not before", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/time-alone/`);
  await page.evaluate(() => window.shopkeeper.ready);
  await expect(page.locator("#later")).toBeHidden();
  await page.waitForFunction(() => window.told.length > 0);
  await expect(page.locator("#later")).toBeVisible();
  const told = await page.evaluate(() => window.told);
  expect(told.map(({ names }) => names)).toEqual([["here-for-a-while"]]);
  const [view] = await page.evaluate(() => window.shopkeeper.events({ name: "page_view" }));
  expect(told[0]!.at - view!.ts).toBeGreaterThan(2000);
});
