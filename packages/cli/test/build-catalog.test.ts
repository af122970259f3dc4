import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { priceOf } from "../src/build/input/catalog/product.ts";
import { cardsOf, readCatalog } from "../src/build/input/catalog/read-catalog.ts";
import { build, buildJson, createFolder } from "./build-files.ts";

vi.setConfig({ testTimeout: 60_000 });

const folder = createFolder();
afterAll(() => folder.remove());

const XML = `<?xml version="1.0"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title><link>https://shop.example</link>
<item><g:id>C1</g:id><title><![CDATA[Coat & hat]]></title><link>https://shop.example/c1?a=1&amp;b=2</link>
  <g:image_link>https://shop.example/c1.jpg</g:image_link><g:price>200.00 EUR</g:price><g:sale_price>150.00 EUR</g:sale_price>
  <g:product_type>Women &gt; Coats</g:product_type><g:brand>Nordlicht</g:brand><g:availability>in_stock</g:availability>
  <g:item_group_id>G1</g:item_group_id><g:shipping><g:price>5 EUR</g:price></g:shipping></item>
<item><title>No id</title></item>
<item><g:id>C2</g:id><title>Bag</title><g:price>on request</g:price><g:availability>out of stock</g:availability></item>
</channel></rss>`;

const COAT = {
  item_id: "C1",
  item_name: "Coat & hat",
  url: "https://shop.example/c1?a=1&b=2",
  image: "https://shop.example/c1.jpg",
  price: 150,
  list_price: 200,
  on_sale: true,
  currency: "EUR",
  item_brand: "Nordlicht",
  item_category: "Coats",
  availability: "InStock",
};

const shopify = {
  products: [
    {
      id: 632910392,
      title: "Coat",
      handle: "coat",
      vendor: "Nordlicht",
      product_type: "Coats",
      tags: ["wool"],
      variants: [
        { id: 1, sku: "C-S", price: "150.00", compare_at_price: "200.00", available: false },
        { id: 2, sku: "C-M", price: "160.00", compare_at_price: null, available: true },
      ],
      images: [{ src: "https://cdn.example/coat.jpg" }],
    },
    { title: "No id", variants: [] },
  ],
};

const wooCommerce = [
  {
    id: 34,
    name: "Coat",
    permalink: "https://shop.example/coat/",
    sku: "C-1",
    prices: { price: "15000", regular_price: "20000", currency_code: "EUR", currency_minor_unit: 2 },
    images: [{ src: "https://shop.example/coat.jpg" }],
    categories: [{ name: "Coats" }],
    is_in_stock: true,
    average_rating: "4.5",
    review_count: 12,
  },
  { name: "No id", prices: {} },
];

test.each<[string, string, string | Uint8Array, object, string[]]>([
  [
    "Google's feed as XML",
    "feed.xml",
    XML,
    COAT,
    ['a product without "id"', "a price that cannot be read: on request"],
  ],
  [
    "the same, packed",
    "feed.xml.gz",
    gzipSync(XML),
    COAT,
    ['a product without "id"', "a price that cannot be read: on request"],
  ],
  [
    "Google's feed with tabs",
    "feed.tsv",
    'id\ttitle\tlink\timage link\tprice\tsale price\tproduct type\tbrand\tavailability\nC1\t"Coat & hat"\thttps://shop.example/c1?a=1&b=2\thttps://shop.example/c1.jpg\t200.00 EUR\t150.00 EUR\tWomen > Coats\tNordlicht\tin stock\n\tNo id\t\t\t\t\t\t\t\n',
    COAT,
    ['a product without "id"'],
  ],
  [
    "Shopify's products.json",
    "products.json",
    JSON.stringify(shopify),
    {
      item_id: "632910392",
      item_name: "Coat",
      url: "/products/coat",
      image: "https://cdn.example/coat.jpg",
      price: 150,
      list_price: 200,
      on_sale: true,
      item_brand: "Nordlicht",
      item_category: "Coats",
      availability: "InStock",
      tags: ["wool"],
    },
    ['a product without "id"'],
  ],
  [
    "WooCommerce's Store API",
    "woo.json",
    JSON.stringify(wooCommerce),
    {
      item_id: "34",
      item_name: "Coat",
      url: "https://shop.example/coat/",
      image: "https://shop.example/coat.jpg",
      price: 150,
      list_price: 200,
      on_sale: true,
      currency: "EUR",
      item_category: "Coats",
      availability: "InStock",
      rating: 4.5,
      reviews: 12,
    },
    ['a product without "id"'],
  ],
  [
    "our own",
    "catalog.json",
    JSON.stringify({
      items: [
        { item_id: "C1", item_name: "Coat", price: 150 },
        { item_name: "No id" },
        { item_id: "C2", price: "12" },
      ],
    }),
    { item_id: "C1", item_name: "Coat", price: 150 },
    ['a product without "item_id"', '"price" has to be a number: "12"'],
  ],
])("%s", async (_, file, content, first, problems) => {
  const { products, bad } = await readCatalog([folder.write(file, content)]);
  expect(cardsOf(products, new Set()).cards[0]).toEqual(first);
  expect(bad.map(({ message }) => message)).toEqual(problems);
});

test("a feed that ends in the middle: what came before counts", async () => {
  const { products, bad } = await readCatalog([
    folder.write("cut.xml", XML.slice(0, XML.indexOf("<item><title>No"))),
  ]);
  expect(products).toHaveLength(1);
  expect(bad[0]!.message).toContain("the file ends here, in the middle");
});

test("a page instead of a feed is refused", async () => {
  await expect(readCatalog([folder.write("page.txt", "Not found")])).rejects.toThrow(
    "page.txt: expected a feed",
  );
  await expect(readCatalog([folder.write("other.json", '[{"name":"x"}]')])).rejects.toThrow(
    "of no form that is known",
  );
});

test("products get the ids that events call them by", async () => {
  const { products } = await readCatalog([folder.write("products.json", JSON.stringify(shopify))]);
  expect(cardsOf(products, new Set(["C-S", "C-M"]))).toMatchObject({ field: "sku", matched: 2 });
  expect(cardsOf(products, new Set(["shopify_632910392_2"]))).toMatchObject({ field: "google", matched: 1 });
  expect(cardsOf(products, new Set(["x"]), "handle").cards[0]!.item_id).toBe("coat");
  expect(() => cardsOf(products, new Set(), "ean")).toThrow(
    "--item-id ean: the catalogue has id, handle, variant, sku, google",
  );
});

test.each<[string, number, string | undefined]>([
  ["15.00 USD", 15, "USD"],
  ["USD 15", 15, "USD"],
  ["1.299,00 EUR", 1299, "EUR"],
  ["1,299.50", 1299.5, undefined],
  ["12,5", 12.5, undefined],
  ["1,000", 1000, undefined],
  ["1 299 kr", 1299, undefined],
])("the price %s", (text, amount, currency) => {
  expect(priceOf(text)).toEqual({ amount, ...(currency !== undefined && { currency }) });
});

const EVENTS = `session,item\n${Array.from({ length: 30 }, (_, index) => `${index >> 1},${index % 7}\n`).join("")}`;

test("a build that fails leaves what was published; one that succeeds keeps the build before", async () => {
  const out = folder.path("published/model");
  const events = folder.write("published/events.csv", EVENTS);
  const builds = (): string[] => readdirSync(out).filter((name) => /^[0-9a-f]{12}$/.test(name));
  const { build: first } = await buildJson("--events", events, "--out", out);
  const before = readFileSync(`${out}/manifest.json`, "utf8");

  const bad = folder.write("published/bad.csv", `${EVENTS}${"9,\n".repeat(30)}`);
  const failed = await build("--events", bad, "--out", out);
  expect(failed.code).toBe(2);
  expect(failed.complaints).toContain(
    "30 of 60 rows are bad, more than --allow-bad 0.1: nothing was written",
  );
  expect(readFileSync(`${out}/manifest.json`, "utf8")).toBe(before);
  expect(builds()).toEqual([first]);
  // Nothing is left beside it either.
  expect(readdirSync(folder.path("published")).sort()).toEqual(["bad.csv", "events.csv", "model"]);

  const second = await buildJson("--events", events, "--out", out, "--neighbours", "3");
  expect(builds().sort()).toEqual([first, second.build].sort());
  const third = await buildJson("--events", events, "--out", out, "--neighbours", "2");
  expect(builds().sort()).toEqual([second.build, third.build].sort());
  expect(existsSync(`${out}/${third.build}/nn/0.bin.br`)).toBe(true);
});

test("bad rows are shown, and the exit code tells of them", async () => {
  const events = folder.write("few.csv", `${EVENTS}9,\n`);
  const { code, said, complaints } = await build("--events", events, "--out", folder.path("few"));
  expect(code).toBe(1);
  expect(complaints).toBe(`${events}: 1 bad row: no product (column "item")\n  row 31: 9`);
  expect(said).toContain("read 31 rows: 30 events of 7 products, 0 about something else, 1 bad");
});
