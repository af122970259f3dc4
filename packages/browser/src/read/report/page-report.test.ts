import type { Item, Page } from "@shopkeeper/engine";
import { describe, expect, test } from "vitest";
import type { PageReading } from "../read-page.ts";
import { reportOn, type PageReport } from "./page-report.ts";

const wool: Item = {
  item_id: "w1",
  item_name: "Wool coat",
  item_brand: "Nordlicht",
  item_category: "Coats",
  price: 89,
  currency: "EUR",
  availability: "InStock",
  image: "https://shop.example/wool.jpg",
};

/** Of a page whose body says nothing. */
const sight = { document: Object.create({ querySelectorAll: () => [] }) };

/** A product page with what dialects say of its product, the most trusted first. */
const report = (readings: Record<string, Item>, product: Item, more?: Partial<Page>): PageReport => {
  const page: Page = { type: "product", path: "/wool", title: "Wool", product, ...more };
  return reportOn({
    page,
    sight,
    readings: Object.entries(readings).map(([name, item]) => [name, { type: "product", product: item }]),
  } as unknown as PageReading);
};

test("a page that says all in one place is told as that, and nothing is to mend", () => {
  expect(report({ "json-ld": wool, address: { url: "https://shop.example/wool" } }, wool)).toMatchObject({
    type: "product",
    sources: { type: "json-ld", price: "json-ld", item_name: "json-ld" },
    conflicts: [],
    missing: [],
    advice: [],
  });
});

test("what stands only where people look is told with where it belongs", () => {
  const { price: _, ...rest } = wool;
  const { sources, advice } = report(
    { "json-ld": rest, visible: { price: 89, item_name: "Wool coat" } },
    wool,
  );
  expect(sources).toMatchObject({ price: "visible", item_name: "json-ld" });
  expect(advice).toEqual([
    'The price stands only in the visible page. Add "offers.price" (a number with a full stop) to the Product in JSON-LD.',
  ]);
});

test("a page that declares nothing is told so first", () => {
  const product = { item_name: "Wool coat", price: 89 };
  const { missing, advice } = report({ visible: product }, product);
  expect(missing).toEqual(["item_id", "currency", "availability", "image", "item_brand", "item_category"]);
  expect(advice[0]).toMatch(/^The page declares no product to machines\./);
});

describe("conflicts", () => {
  test("name who says what, and which counts", () => {
    const { conflicts, advice } = report({ "json-ld": wool, "data-layer": { ...wool, price: 79 } }, wool);
    expect(conflicts).toEqual([
      { field: "price", value: 89, from: "json-ld", others: [{ value: 79, from: "data-layer" }] },
    ]);
    expect(advice).toEqual([
      "The price is 89 in JSON-LD, but 79 in the data layer. Shopkeeper takes the first; let all say the same.",
    ]);
  });
  test("are none where a title only goes on, or another product is meant", () => {
    const title = { item_name: "Wool coat | The Shop", image: "https://shop.example/other.jpg" };
    const other = { ...wool, item_id: "s2", item_name: "Scarf", price: 5 };
    expect(report({ "json-ld": wool, "data-layer": other, "open-graph": title }, wool).conflicts).toEqual([]);
  });
  test("a platform is called by its name", () => {
    const { advice } = report({ "platform:woocommerce": wool, "json-ld": { ...wool, item_id: "77" } }, wool);
    expect(advice).toEqual([
      "The id is “w1” in WooCommerce's own data, but “77” in JSON-LD. Shopkeeper takes the first; use one id for a product everywhere.",
    ]);
  });
});

test("what the shop has declared is its own", () => {
  const { currency: _, ...rest } = wool;
  expect(report({ "json-ld": rest }, wool).sources["currency"]).toBe("configuration");
});

test.for<[Page["type"], string[], RegExp]>([
  ["category", ["category", "items"], /which products are in this list/],
  ["search", ["searchTerm", "items"], /what was searched for/],
  ["order", ["transaction_id", "value", "currency", "items"], /which order this is/],
])("a page of type %s that says nothing", ([type, missing, words]) => {
  const page = { type, path: "/", title: "" } as Page;
  const found = reportOn({ page, readings: [], sight } as unknown as PageReading);
  expect(found.missing).toEqual(missing);
  expect(found.advice.join(" ")).toMatch(words);
  expect(found.sources["type"]).toBe("address");
});

test("an address of a product with nothing behind it", () => {
  const page: Page = { type: "product", path: "/product/x", title: "" };
  const { advice } = reportOn({ page, readings: [], sight } as unknown as PageReading);
  expect(advice[0]).toMatch(/nothing on the page says which/);
});
