import { expect, test } from "./kit.ts";
import { leave, lookedThrough, patiently, visit } from "./shop.ts";

// Of what a page sends in its last moment Chromium loses some, one in ten on a busy machine; the next page sends it again.
test.describe.configure({ retries: 3 });

const mug = { item_id: "mug", item_name: "Mug", price: 18, currency: "EUR", quantity: 2, url: "/mug" };

test("a cart that is left is handed over as the page is left, once, with when it is due", async ({
  page,
  open,
}) => {
  const shop = await open({
    configuration: { sinks: ["beacon /outcomes"], handOver: ["cart_abandoned 6h"], experiences: [] },
    body: '<h1>A shop</h1><a href="/next">Next page</a>',
  });
  await page.goto(shop.address);
  await page.waitForFunction(() => "track" in (window.shopkeeper ?? {}));
  await page.evaluate(async (mug) => {
    await window.shopkeeper.ready;
    await window.shopkeeper.track("add_to_cart", { items: [mug] });
  }, mug);
  await lookedThrough(page);
  // Going on within the shop is not leaving.
  await page.getByRole("link", { name: "Next page" }).click();
  await page.waitForURL("**/next");
  await page.evaluate(() => window.shopkeeper.ready);
  await lookedThrough(page);
  expect(shop.requests).toEqual([]);

  await leave(page);
  await expect.poll(() => shop.names(), patiently).toEqual(["cart_abandoned"]);
  const [line] = shop.lines();
  expect(line).toMatchObject({
    version: 1,
    value: 36,
    currency: "EUR",
    items: [{ item_id: "mug", item_name: "Mug", price: 18, quantity: 2 }],
  });
  expect(line!.id).toBe(`${line!["client"]} cart_abandoned ${(line!["due"] as number) - 6 * 3_600_000}`);

  // The same cart is left again.
  await page.goto(shop.address);
  await page.evaluate(() => window.shopkeeper.ready);
  await lookedThrough(page);
  await leave(page);
  await page.goto(shop.address);
  await page.evaluate(() => window.shopkeeper.ready);
  await lookedThrough(page);
  expect(shop.names()).toEqual(["cart_abandoned"]);
});

test("what was not switched on by its name is not handed over", async ({ page, open }) => {
  const shop = await open({ configuration: { sinks: ["beacon /outcomes"] } });
  await visit(page, shop);
  await page.evaluate((mug) => window.shopkeeper.track("add_to_cart", { items: [mug] }), mug);
  await lookedThrough(page);
  await leave(page);
  await expect.poll(() => shop.names(), patiently).toEqual(["experience_view"]);
});
