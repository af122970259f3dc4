import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../kit.ts";

const product = (id: string, item_name: string, item_category: string, price: number) => ({
  item_id: id,
  item_name,
  item_category,
  price,
  currency: "EUR",
  url: `/product/${id}`,
});
const tote = product("tote", "Boat tote", "Bags", 89);
const mug = product("mug", "Mug", "Home", 18);

const panel = (page: Page): Locator => page.locator("[data-sk-privacy]");
const forget = (page: Page, what: string): Locator => page.getByRole("button", { name: what, exact: true });
const events = (page: Page): Promise<string> =>
  page.evaluate(async () => JSON.stringify(await window.shopkeeper.events()));
const stored = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(localStorage));
const says = (page: Page, words: string): Promise<void> =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

/** Opens the panel's page as a shopper who has been in the shop. */
async function comeBack(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/privacy-panel/`);
  await page.evaluate(
    async ({ tote, mug }) => {
      const shop = window.shopkeeper;
      await shop.ready;
      await shop.track("view_item", { items: [mug] });
      await shop.track("view_item", { items: [tote] });
      await shop.track("view_item_list", { item_category: "Bags", items: [tote, mug] });
      await shop.track("add_to_cart", { items: [{ ...mug, quantity: 2 }] });
      await shop.track("search", { search_term: "wool" });
      await shop.identify({ shoe_size: "39" });
    },
    { tote, mug },
  );
  await page.reload();
  await expect(panel(page).getByRole("heading", { name: "Products you looked at" })).toBeVisible();
}

test("tells in plain words what is remembered", async ({ page, address }) => {
  await comeBack(page, address);
  for (const words of [
    "This is your first visit",
    "Boat tote",
    "€89.00",
    "2 ×",
    "“wool”",
    "shoe size",
    "bag-lover",
  ])
    await expect(panel(page)).toContainText(words);
  await expect(page.getByText("It could not be loaded.")).toBeHidden();
  await expect(panel(page).getByRole("heading", { level: 2 })).not.toHaveCount(0);
});

test("forgets one line: in the rail, the events, the segments, and for ever", async ({ page, address }) => {
  await comeBack(page, address);
  const rail = page.locator("[data-sk-rail]");
  await expect(rail).toContainText("Boat tote");
  expect(await page.evaluate(() => window.shopkeeper.segments())).toEqual(["bag-lover"]);
  await forget(page, "Forget that you looked at Boat tote").click();
  await says(page, "Forgotten: Boat tote.");
  const check = async (): Promise<void> => {
    await expect(panel(page)).toContainText("Mug");
    await expect(panel(page).getByRole("list").first()).not.toContainText("Boat tote");
    await expect(rail).toContainText("Mug");
    await expect(rail).not.toContainText("Boat tote");
    expect(await events(page)).not.toContain("Boat tote");
    expect(await events(page)).toContain("Mug");
    expect(await page.evaluate(() => window.shopkeeper.segments())).toEqual([]);
    await expect.poll(() => stored(page)).not.toContain("Boat tote");
  };
  await check();
  await page.reload();
  await check();
});

test("the focus stays where the line was, also by keyboard", async ({ page, address }) => {
  await comeBack(page, address);
  await forget(page, "Forget that you looked at Boat tote").focus();
  await page.keyboard.press("Enter");
  await says(page, "Forgotten");
  await expect(forget(page, "Forget that you looked at Mug")).toBeFocused();
});

test("another tab knows no more of it either", async ({ page, context, address }) => {
  await comeBack(page, address);
  const other = await context.newPage();
  await other.goto(`${address}/privacy-panel/`);
  await expect(other.locator("[data-sk-rail]")).toContainText("Boat tote");
  expect(await other.evaluate(() => window.shopkeeper.segments())).toEqual(["bag-lover"]);
  await forget(page, "Forget that you looked at Boat tote").click();
  await says(page, "Forgotten");
  await expect.poll(() => other.evaluate(() => window.shopkeeper.segments())).toEqual([]);
  await expect(other.locator("[data-sk-rail]")).not.toContainText("Boat tote");
  await expect(other.locator("[data-sk-privacy]")).toContainText("Mug");
});

test("pauses until it is resumed, over pages", async ({ page, address }) => {
  await comeBack(page, address);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeFocused();
  await expect(panel(page)).not.toContainText("Boat tote");
  await page.evaluate(
    (item) => window.shopkeeper.track("view_item", { items: [item] }),
    product("hat", "Hat", "", 1),
  );
  await page.reload();
  await expect(panel(page)).toContainText("Nothing is remembered until you resume");
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(panel(page)).toContainText("Boat tote");
  expect(await events(page)).not.toContain("Hat");
});

test("gives a file with everything", async ({ page, address }) => {
  await comeBack(page, address);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download a copy" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ version: 1, segments: ["bag-lover"] });
  expect(text).toContain("Boat tote");
});

test("deletes everything when asked twice, and stays quiet for the visit", async ({ page, address }) => {
  await comeBack(page, address);
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByRole("button", { name: "No, keep it" })).toBeFocused();
  await page.getByRole("button", { name: "Yes, delete everything" }).click();
  await says(page, "Deleted.");
  await expect(panel(page)).toContainText("Everything is deleted");
  expect(await stored(page)).toBe("{}");
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await page.reload();
  await expect(panel(page)).toContainText("For the rest of this visit nothing is remembered");
  expect(await events(page)).toBe("[]");
});

for (const [state, words] of [
  ["pending", "you have not been asked yet"],
  ["denied", "You have said no"],
] as const)
  test(`says that nothing is remembered while consent is ${state}`, async ({ page, address }) => {
    await page.route("**/privacy-panel/", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('"granted"', `"${state}"`) });
    });
    await page.goto(`${address}/privacy-panel/`);
    await expect(panel(page)).toContainText(words);
    await expect(panel(page).getByRole("button")).toHaveCount(0);
  });

test("where its file is missing the element shows its own children", async ({ page, address }) => {
  await page.route("**/privacy-panel.js", (route) => route.fulfill({ status: 404 }));
  const asked = page.waitForResponse("**/privacy-panel.js");
  await page.goto(`${address}/privacy-panel/`);
  expect((await asked).status()).toBe(404);
  await page.evaluate(() => window.shopkeeper.ready);
  await expect(page.getByText("It could not be loaded.")).toBeVisible();
});

test("is loaded where it is asked for, and taken back with everything else", async ({ page, address }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("privacy-panel.js") && asked.push(request.url()));
  await page.goto(`${address}/html-only/`);
  await page.evaluate(() => window.shopkeeper.ready);
  expect(asked).toEqual([]);

  await page.evaluate(() => {
    const element = document.createElement("div");
    element.dataset.skPrivacy = "";
    element.textContent = "my own words";
    document.body.append(element);
  });
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  expect(asked).toHaveLength(1);
  await page.evaluate(() => window.shopkeeper.stop());
  await expect(page.getByText("my own words")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing, ${colorScheme}, and nothing is cut off at 320 px`, async ({ page, address }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await comeBack(page, address);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { "target-size": { enabled: true } } })
      .include("[data-sk-privacy]")
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    for (const button of await panel(page).getByRole("button").all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  });
