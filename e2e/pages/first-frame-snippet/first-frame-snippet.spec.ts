import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";
import { paintedAndShifted } from "../painted-and-shifted.ts";

const bag = (id: string) => ({ item_id: id, item_category: "Bags" });

/** Three looks at bags, on a page that has foreseen the next one when this is over. */
async function lookAtBags(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/first-frame-snippet/`);
  await page.waitForFunction(() => window.shopkeeper?.ready);
  await page.evaluate(
    async (items) => {
      await window.shopkeeper.ready;
      for (const item of items) await window.shopkeeper.track("view_item", { items: [item] });
    },
    [bag("1"), bag("2"), bag("3"), bag("4")],
  );
  await foreseen(page, 2);
}

/** Waits until the next page's frame is foreseen, with so many alternatives that will hold. */
const foreseen = (page: Page, holding: number) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const { frame } = JSON.parse(localStorage["shopkeeper.snapshot"] ?? "{}");
        return Object.values<number>(frame?.foreseen[0]?.[2] ?? {}).filter(Boolean).length;
      }),
    )
    .toBe(holding);

/** The page without the tag, which is late: what the snippet does alone. */
async function gotoWithoutTag(page: Page, address: string, wait = 0): Promise<void> {
  await page.route("**/shopkeeper.js", (route) => route.abort());
  await page.goto(`${address}/first-frame-snippet/?wait=${wait}`);
}

for (const wait of [0, 80])
  test(`the snippet alone puts the right hero into the first frame, ${wait ? "however slowly the page comes" : "on a fast page"}`, async ({
    page,
    address,
  }) => {
    await lookAtBags(page, address);
    await gotoWithoutTag(page, address, wait);
    await expect(page.getByText("Bags for you")).toBeVisible();
    await expect(page.getByText("Everything")).toBeHidden();
    const { painted, shift } = await paintedAndShifted(page);
    expect(painted).not.toContain("original");
    expect(shift).toBe(0);
  });

test("the tag that comes late finds the slot filled, and leaves it as it is", async ({ page, address }) => {
  await lookAtBags(page, address);
  await page.goto(`${address}/first-frame-snippet/?wait=50`);
  await page.waitForFunction(() => window.shopkeeper?.ready);
  await page.evaluate(() => window.shopkeeper.ready);
  expect(await page.getByText("Bags for you").count()).toBe(1);
  const { painted, shift } = await paintedAndShifted(page);
  expect(painted).not.toContain("original");
  expect(shift).toBe(0);
});

test("a list is filled too; what only the page itself can tell is left to the tag", async ({
  page,
  address,
}) => {
  await lookAtBags(page, address);
  await gotoWithoutTag(page, address);
  await expect(page.getByText("Known everywhere")).toBeVisible();
  await expect(page.getByText("A list of bags")).toBeVisible();
  await expect(page.getByText("A list", { exact: true })).toBeHidden();
});

test("stop puts back what the snippet has shown", async ({ page, address }) => {
  await lookAtBags(page, address);
  await page.goto(`${address}/first-frame-snippet/`);
  await page.waitForFunction(() => window.shopkeeper?.ready);
  await page.evaluate(() => window.shopkeeper.stop());
  await expect(page.getByText("Everything")).toBeVisible();
  expect(await page.getByText("Bags for you").count()).toBe(0);
});

test("who asked to be forgotten is shown the default", async ({ page, address }) => {
  await lookAtBags(page, address);
  await page.evaluate(() => window.shopkeeper.forget());
  await gotoWithoutTag(page, address);
  await expect(page.getByText("Everything")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("an answer that time has turned meanwhile is not used", async ({ page, address }) => {
  await lookAtBags(page, address);
  await page.evaluate(() => {
    const snapshot = JSON.parse(localStorage["shopkeeper.snapshot"]);
    for (const entry of snapshot.frame.foreseen) entry[1] = Math.min(entry[1], Date.now());
    localStorage["shopkeeper.snapshot"] = JSON.stringify(snapshot);
    window.shopkeeper.stop();
    localStorage["shopkeeper.snapshot"] = JSON.stringify(snapshot);
  });
  await gotoWithoutTag(page, address);
  await expect(page.getByText("Everything")).toBeVisible();
});

test("after a page that was left before it could foresee anything the default is shown, and then again what holds", async ({
  page,
  address,
}) => {
  await lookAtBags(page, address);
  await page.route("**/foresee.js", (route) => route.abort());
  await page.goto(`${address}/first-frame-snippet/`);
  await page.waitForFunction(() => window.shopkeeper?.ready);
  await page.evaluate(() => window.shopkeeper.track("search", { search_term: "hats" }));
  await foreseen(page, 0);
  await page.unroute("**/foresee.js");
  await page.goto(`${address}/first-frame-snippet/`);
  await foreseen(page, 2);
  await gotoWithoutTag(page, address);
  await expect(page.getByText("Bags for you")).toBeVisible();
});

test("an alternative that is not as it was, to the letter, is left to the tag", async ({ page, address }) => {
  await lookAtBags(page, address);
  await page.route("**/first-frame-snippet/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("Bags for you", "Bags for all") });
  });
  await gotoWithoutTag(page, address);
  await expect(page.getByText("Everything")).toBeVisible();
});

test("a first visit, and a snapshot that is damaged, show the default without an error", async ({
  page,
  address,
}) => {
  await gotoWithoutTag(page, address);
  await expect(page.getByText("Everything")).toBeVisible();
  for (const text of [
    "{",
    "null",
    '{"frame":{"foreseen":[null]}}',
    '{"frame":{"foreseen":[[0,9e15,null]]}}',
  ]) {
    await page.evaluate((damaged) => localStorage.setItem("shopkeeper.snapshot", damaged), text);
    await page.reload();
    await expect(page.getByText("Everything")).toBeVisible();
  }
});
