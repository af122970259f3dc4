import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";
import { paintedAndShifted } from "../painted-and-shifted.ts";

/** One markup stands under several addresses. */
test.beforeEach(async ({ page }) => {
  const html = await readFile(join(import.meta.dirname, "index.html"), "utf8");
  await page.route(/\/kinds\/\w+\.html/, (route) => route.fulfill({ contentType: "text/html", body: html }));
});

const order = (page: Page): Promise<string[]> =>
  page.locator("section").evaluateAll((sections) => sections.map(({ id }) => id));

test("attributes, classes and an element's place are changed before the first frame, and put back by stop", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/kinds/`);
  const html = await page.evaluate(() => document.querySelector("main")!.innerHTML);
  await expect(page.locator(".card").first()).toHaveAttribute("data-tier", "gold");
  await expect(page.locator(".card.is-vip")).toHaveCount(2);
  await expect(page.locator(".is-new,[lang=de]")).toHaveCount(0);
  expect(await order(page)).toEqual(["reviews", "details"]);
  const { shift } = await paintedAndShifted(page);
  expect(shift).toBe(0);
  await page.evaluate(() => window.shopkeeper.stop());
  const text = await readFile(join(import.meta.dirname, "index.html"), "utf8");
  const original = /<main>([^]*)<\/main>/.exec(text)![1];
  expect(html).not.toBe(original);
  expect(await page.evaluate(() => document.querySelector("main")!.innerHTML)).toBe(original);
});

test("an element that comes late gets its attributes too", async ({ page, address }) => {
  await page.goto(`${address}/kinds/`);
  await page.evaluate(() =>
    document
      .querySelector("main")!
      .append(Object.assign(document.createElement("p"), { className: "card late" })),
  );
  await expect(page.locator(".late")).toHaveAttribute("data-tier", "gold");
});

test("a redirect leads on once a visit, is no step in the tab's history, and never loops", async ({
  page,
  address,
}) => {
  await page.goto(`${address}/kinds/`);
  await page.goto(`${address}/kinds/old.html?utm_source=mail`);
  await expect(page).toHaveURL(`${address}/kinds/new.html?utm_source=mail`);
  await page.goBack();
  await expect(page).toHaveURL(`${address}/kinds/`);
  await page.evaluate(() => window.shopkeeper.ready);
  await page.goto(`${address}/kinds/old.html`);
  await page.evaluate(() => window.shopkeeper.ready);
  await expect(page).toHaveURL(`${address}/kinds/old.html`);
  expect(await page.evaluate(() => window.shopkeeper.why("away"))).toMatchObject({
    show: false,
    reasons: ["cap"],
  });
});

test("HTML of the configuration is shown without what could run in it", async ({ page, address }) => {
  await page.goto(`${address}/kinds/html.html`);
  const message = page.locator("shopkeeper-overlay");
  await expect(message.locator("strong")).toHaveText("half");
  await message.locator("strong").click();
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("a tour passes over what is not there, and is told as done", async ({ page, address }) => {
  await page.goto(`${address}/kinds/tour.html`);
  const step = page.getByRole("dialog", { name: "That is all" });
  await expect(step).toBeVisible();
  await step.getByRole("button", { name: "Done" }).click();
  await expect(step).toBeHidden();
  const names = await page.evaluate(async () => (await window.shopkeeper.events()).map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(["experience_view", "experience_convert"]));
});
