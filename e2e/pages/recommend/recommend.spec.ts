import type { Page } from "@playwright/test";
import { encodeModel } from "../../../packages/cli/src/build/format/encode-model.ts";
import { expect, test } from "../kit.ts";

const card = (item_id: string, item_name: string, price: number, more = {}) => ({
  item_id,
  item_name,
  item_category: "Coats",
  price,
  currency: "EUR",
  url: `../product/${item_id}`,
  ...more,
});
const cards = [
  card("coat", "Wool coat", 100),
  card("cape", "Cape", 120),
  card("parka", "Parka", 90),
  card("gone", "Gone", 90, { availability: "OutOfStock" }),
  card("scarf", "Scarf", 30, { item_category: "Scarves" }),
];
const row = (...ids: string[]) => ids.map((item, index) => ({ item, weight: 9 - index }));
const files = encodeModel({
  tables: {
    views: [{ item: "coat", neighbours: row("gone", "parka", "cape", "scarf") }],
    baskets: [{ item: "coat", neighbours: row("scarf") }],
  },
  cards,
  builtAt: "2026-11-22T00:00:00Z",
});

/** Serves the model, each file as `change` makes it of what it should be; tells what is asked for. */
async function serveModel(
  page: Page,
  change = (_path: string, bytes: Uint8Array) => bytes,
): Promise<string[]> {
  const asked: string[] = [];
  await page.route("**/shopkeeper.model/**", (route) => {
    const path = new URL(route.request().url()).pathname.replace("/shopkeeper.model/", "");
    asked.push(path);
    const bytes = files.get(path);
    return bytes ? route.fulfill({ body: Buffer.from(change(path, bytes)) }) : route.fulfill({ status: 404 });
  });
  await page.route("**/catalog.json", (route) => {
    asked.push("catalog.json");
    return route.fulfill({
      json: { items: cards.map((each) => ({ ...each, url: `product/${each.item_id}` })) },
    });
  });
  return asked;
}

const ready = (page: Page) => page.evaluate(() => window.shopkeeper.ready);
const names = (page: Page, strategy: string) =>
  page.evaluate((strategy) => window.shopkeeper.recommend(strategy).map((item) => item.item_name), strategy);

test("nothing is fetched before a rail needs it; then what it needs, and no more", async ({
  page,
  address,
}) => {
  const asked = await serveModel(page);
  await page.goto(`${address}/recommend/plain.html`);
  await ready(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => window.shopkeeper.recommend("recently-viewed"))).toEqual([]);
  expect(asked).toEqual([]);
  await page.evaluate(() =>
    window.shopkeeper.track("view_item", { items: [{ item_id: "coat", item_category: "Coats" }] }),
  );
  await expect.poll(() => names(page, "similar")).toEqual(["Parka", "Cape", "Scarf"]);
  expect(asked.map((path) => path.replace(/^[0-9a-f]{12}/, "BUILD"))).toEqual([
    "manifest.json",
    "BUILD/nn/0.bin",
    "BUILD/cards/0.json",
  ]);
  // Where nothing was bought together the catalogue is asked; here there is no need.
  expect(await page.evaluate(() => window.shopkeeper.why("similar")!.products![0])).toMatchObject({
    because: "viewed",
    of: "coat",
    from: "model",
    item: { item_id: "parka" },
  });
});

test("a rail in sight is filled into the place that is kept for it, and moves nothing", async ({
  page,
  address,
}) => {
  await serveModel(page);
  await page.goto(`${address}/recommend/?wait=100`);
  const below = () => page.locator("#below").evaluate((element) => element.getBoundingClientRect().top);
  const before = await below();
  const rail = page.locator("[data-sk-rail=similar] li");
  await expect(rail).toHaveText(["Parka €90.00", "Cape €120.00", "Scarf €30.00"]);
  expect(await rail.first().locator("a").getAttribute("href")).toBe(`${address}/product/parka`);
  expect(await below()).toBe(before);
  // What has been seen of the other stays as it was; code that renders itself is told.
  await expect(page.getByText("The shop's own")).toBeVisible();
  await expect.poll(() => names(page, "bought-together")).toEqual(["Scarf"]);
});

/** Ways in which a file is not what it should be. */
const wrong: Record<string, (path: string, bytes: Uint8Array) => Uint8Array> = {
  "a manifest of another version": (path, bytes) =>
    path === "manifest.json"
      ? Buffer.from(Buffer.from(bytes).toString().replace('"version":1', '"version":2'))
      : bytes,
  "a page of the shop in place of the manifest": (path, bytes) =>
    path === "manifest.json" ? Buffer.from("<!doctype html><title>Not found</title>") : bytes,
  "a shard with one bit turned": (path, bytes) =>
    path.includes("/nn/") ? bytes.map((byte, index) => (index === 15 ? byte ^ 1 : byte)) : bytes,
  "cards that were cut short": (path, bytes) => (path.includes("/cards/") ? bytes.slice(0, -40) : bytes),
};
for (const [what, change] of Object.entries(wrong))
  test(`${what} is no model: the catalogue says what is alike`, async ({ page, address }) => {
    await serveModel(page, change);
    const warnings: string[] = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    await page.goto(`${address}/recommend/plain.html`);
    await ready(page);
    await page.evaluate(() =>
      window.shopkeeper.track("view_item", {
        items: [{ item_id: "coat", item_category: "Coats", price: 100, currency: "EUR" }],
      }),
    );
    await expect.poll(() => names(page, "similar")).toEqual(["Parka", "Cape"]);
    expect(await page.evaluate(() => window.shopkeeper.why("similar")!.products![0]!.from)).toBe("catalogue");
    expect(warnings.filter((text) => text.includes("not whole"))).toHaveLength(1);
    await expect(page.locator("h1")).toBeVisible();
  });
