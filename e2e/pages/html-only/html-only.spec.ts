import type { Page } from "@playwright/test";
import { expect, test } from "../kit.ts";

const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/html-only/`);
  await page.evaluate(() => window.shopkeeper.ready);
};

test("an element with a condition shows only while it holds, and its text knows the visitor", async ({
  page,
  address,
}) => {
  await open(page, address);
  await expect(page.locator("#greeting")).toBeHidden();
  await page.getByLabel("Your name").pressSequentially("Ada");
  await page.getByLabel("Your name").blur();
  await expect(page.locator("#cart-hint")).toBeHidden();
  await page.locator("#add").click();
  await expect(page.locator("#cart-hint")).toBeVisible();
  expect(await page.evaluate(() => window.shopkeeper.facts()["cart.value"])).toBe(18);

  await page.clock.install({ time: Date.now() + 24 * 3_600_000 });
  await open(page, address);
  await expect(page.locator("#greeting")).toHaveText("Hello again, Ada");
  await expect(page.getByLabel("Your name")).toHaveValue("Ada");
});

test("a wish goes on the list, into the rail, and off again", async ({ page, address }) => {
  await open(page, address);
  const rail = page.locator("#rail li:visible");
  await expect(rail).toHaveText(["Nothing wished for yet"]);
  await page.locator("#wish").click();
  await expect(page.locator("#wish")).toHaveAttribute("aria-pressed", "true");
  await expect(rail).toHaveText([/Mug\s+€18/]);
  await expect(rail.getByRole("link")).toHaveAttribute("href", `${address}/html-only/`);
  await page.locator("#wish").click();
  await expect(page.locator("#wish")).toHaveAttribute("aria-pressed", "false");
  await expect(rail).toHaveText(["Nothing wished for yet"]);
});

test("a pop-up of the page's own template opens by its trigger, gives the focus back and rests", async ({
  page,
  address,
}) => {
  await open(page, address);
  await page.locator("#ask").click();
  await expect(page.getByRole("heading", { name: "May we ask something?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "May we ask something?" })).toBeHidden();
  await expect(page.locator("#ask")).toBeFocused();
  await page.locator("#ask").click();
  await page.waitForTimeout(300);
  await expect(page.getByRole("heading", { name: "May we ask something?" })).toBeHidden();
  expect(await page.evaluate(() => window.shopkeeper.why("question"))).toMatchObject({
    show: false,
    reasons: expect.arrayContaining(["cap"]),
  });
});

test("a page with the tag reads as it did before, when the tag has let go", async ({ page, address }) => {
  const html = (): Promise<string> => page.evaluate(() => document.body.outerHTML);
  await page.route("**/shopkeeper.js", (route) =>
    route.fulfill({ body: "", contentType: "text/javascript" }),
  );
  await page.goto(`${address}/html-only/`);
  const before = await html();
  await page.unroute("**/shopkeeper.js");

  await open(page, address);
  await page.locator("#wish").click();
  await page.locator("#add").click();
  await expect(page.locator("#cart-hint")).toBeVisible();
  await page.evaluate(() => window.shopkeeper.stop());
  expect(await html()).toBe(before);
});

test("what is told by a call is cleaned as what a page says is", async ({ page, address }) => {
  await open(page, address);
  const items = [{ item_id: 12, item_name: " Mug ", price: "€18,00", quantity: "2", url: "mug.html" }];
  await page.evaluate((given) => window.shopkeeper.track("add_to_cart", { items: given }), items);
  const [added] = await page.evaluate(() => window.shopkeeper.events({ name: "add_to_cart" }));
  expect(added?.items).toEqual([
    { item_id: "12", item_name: "Mug", price: 18, quantity: 2, url: `${address}/html-only/mug.html` },
  ]);
});
