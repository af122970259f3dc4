import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { comeToRest, type PageRecord, recordPage } from "../page-record.ts";
import { railOf } from "../rail.ts";
import { factsOf, ready, tagFile, withTag } from "../tag.ts";

// All that the shop writes: one line for each experience.
const recentlyViewed = 'data-recently-viewed-into="main"';
const idleHelp = 'data-idle-help-after="5s"';
const tag = `data-experiences="recently-viewed idle-help" ${recentlyViewed} ${idleHelp}`;

const cup = "/accessories/ceramic-coffee-cup-white";
const vase = "/accessories/modern-ceramic-vase-black";

/** Puts the tag into the head of every document that the shop answers with. */
async function pasteTag(context: BrowserContext): Promise<void> {
  await context.route("**/*", async (route) => {
    const request = route.request();
    const ofTag = tagFile(request.url());
    if (ofTag !== undefined) return route.fulfill({ contentType: "text/javascript", body: ofTag });
    if (request.resourceType() !== "document") return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    const isPage = response.headers()["content-type"]?.includes("text/html");
    return route.fulfill({ response, ...(isPage && { body: withTag(await response.text(), tag) }) });
  });
}

/** A shopper's way through the shop: search, product, variant, into the cart, cart. Fails where the shop does. */
async function shopThrough(page: Page): Promise<PageRecord> {
  const record = recordPage(page);
  await page.goto("/");
  await comeToRest(page);

  await page.getByRole("link", { name: "Search" }).click();
  await page.getByPlaceholder("Search").fill("cup");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/keyword=cup/);
  await expect(page.getByText("3 results")).toBeVisible();
  await comeToRest(page);

  await page.getByRole("link", { name: "Ceramic Coffee Cup - White" }).click();
  await expect(page).toHaveURL(new RegExp(`${cup}$`));
  await comeToRest(page);

  await page.getByRole("button", { name: "Black", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ceramic Coffee Cup - Black");
  await expect(page).toHaveURL(/color=/);

  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByText("View Cart (1)")).toBeVisible();

  await page.goto("/cart");
  await expect(page.getByText("SKU CUP-001-BLK")).toBeVisible();
  await comeToRest(page);
  return record();
}

test("search, product, variant, add to cart and cart work as without the tag, with the same errors", async ({
  browser,
}) => {
  const without = await shopThrough(await browser.newPage());
  const context = await browser.newContext();
  await pasteTag(context);
  const page = await context.newPage();
  const withUs = await shopThrough(page);
  expect(withUs.errors).toEqual(without.errors);
  // The rail shows pictures that the shop named; nothing else is asked for.
  const isPicture = (url: string): boolean => /\/(images|assets)\b/.test(url);
  expect(withUs.requests.filter((url) => !isPicture(url))).toEqual(
    without.requests.filter((url) => !isPicture(url)),
  );
  expect(await page.evaluate(() => "shopkeeper" in globalThis)).toBe(true);
});

test.describe("with the tag", () => {
  test.beforeEach(({ context }) => pasteTag(context));

  test("a product page is recognised", async ({ page }) => {
    await page.goto(cup);
    expect(await factsOf(page)).toMatchObject({
      "page.type": "product",
      "product.name": "Ceramic Coffee Cup - White",
      "product.price": 15,
    });
  });

  test("recently viewed works with one line of configuration", async ({ page }) => {
    await page.goto(cup);
    await ready(page);
    await expect(railOf(page)).toBeHidden();
    await page.goto(vase);
    await comeToRest(page);
    const card = railOf(page).getByRole("link");
    await expect(card).toHaveCount(1);
    await expect(card).toContainText("Ceramic Coffee Cup - White");
    await card.click();
    await expect(page).toHaveURL(new RegExp(`${cup}$`));
    await expect(railOf(page)).toContainText("Modern Ceramic Vase - Black");
  });

  test("the rail stays when a variant is chosen without a new page", async ({ page }) => {
    await page.goto(vase);
    await ready(page);
    await page.goto(cup);
    await expect(railOf(page)).toContainText("Modern Ceramic Vase - Black");
    await page.getByRole("button", { name: "Black", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ceramic Coffee Cup - Black");
    await comeToRest(page);
    await expect(railOf(page)).toHaveCount(1);
    await expect(railOf(page)).toContainText("Modern Ceramic Vase - Black");
    // It is the product of the page, in another color.
    await expect(railOf(page)).not.toContainText("Ceramic Coffee Cup");
  });

  test("idle help works with one line of configuration, and the shop goes on under it", async ({ page }) => {
    await page.goto(cup);
    await comeToRest(page);
    const help = page.getByRole("dialog", { name: "Can we help?" });
    await expect(help).toBeHidden();
    await expect(help).toBeVisible({ timeout: 10_000 });
    await page.getByRole("button", { name: "Black", exact: true }).click();
    await expect(page).toHaveURL(/color=/);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByText("View Cart (1)")).toBeVisible();
    // What the shop opened last closes first.
    await page.keyboard.press("Escape");
    await expect(page.getByText("View Cart (1)")).toBeHidden();
    await expect(help).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
  });
});
