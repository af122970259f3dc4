import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/journey/`);
  await page.evaluate(() => window.shopkeeper.ready);
}

const steps = (page: Page) =>
  page.evaluate(async () =>
    (await window.shopkeeper.events({ name: "journey_win_back" })).map(({ step }) => step),
  );

test("a journey goes on with no page open, and ends where its goal is met", async ({ page, address }) => {
  const reminder = page.getByText("Your cart is as you left it");
  await open(page, address);
  await page.waitForTimeout(300);
  expect(await steps(page)).toEqual([]);
  await page.evaluate(() =>
    window.shopkeeper.track("add_to_cart", { items: [{ item_id: "tea", quantity: 1 }] }),
  );
  await expect.poll(() => steps(page)).toEqual(["browsing"]);
  await expect(reminder).toHaveCount(0);

  await page.goto("about:blank");
  await page.waitForTimeout(1200);
  await open(page, address);
  await expect.poll(() => steps(page)).toEqual(["browsing", "reminded"]);
  await expect(reminder).toHaveCount(1);

  await page.evaluate(() =>
    window.shopkeeper.track("purchase", { transaction_id: "o1", value: 9, currency: "EUR", items: [] }),
  );
  await expect(reminder).toHaveCount(0);
  await expect.poll(() => steps(page)).toEqual(["browsing", "reminded", "goal"]);

  await open(page, address);
  await page.waitForTimeout(300);
  expect(await steps(page)).toEqual(["browsing", "reminded", "goal"]);
  expect(await page.evaluate(() => window.shopkeeper.why("reminder"))).toMatchObject({
    show: false,
    reasons: ["journey"],
  });
});
