import { afterEach, expect, test } from "vitest";
import { drain } from "../../dom/in-slices.ts";
import { readMicrodata, readRdfa } from "./markup.ts";
import type { Reading, Sight } from "./reading.ts";

const root = document.documentElement;
afterEach(() => {
  root.innerHTML = "";
});

const base = "https://shop.example/coats/wool";

/** What is read of HTML that stands at an address. */
function read(dialect: typeof readMicrodata, html: string, path = "/coats/wool"): Reading {
  root.innerHTML = html;
  const location = new URL(path, base);
  return drain(dialect({ document, location, base, entries: [], told: {}, type: "other" } as Sight));
}
const microdata = (html: string, path?: string): Reading => read(readMicrodata, html, path);
const rdfa = (html: string, path?: string): Reading => read(readRdfa, html, path);

const PRODUCT = `itemscope itemtype="https://schema.org/Product"`;
const OFFER = `itemprop="offers" itemscope itemtype="https://schema.org/Offer"`;

test("a product in microdata is read, cleaned and absolute", () => {
  expect(
    microdata(`<div ${PRODUCT}>
      <h1 itemprop="name"> Wool </h1><meta itemprop="sku" content="w-1"><img itemprop="image" src="/wool.jpg">
      <div itemprop="brand" itemscope itemtype="https://schema.org/Brand"><a itemprop="name" href="/n">Nordlicht</a></div>
      <div itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating">
        <b itemprop="ratingValue">8</b> of <b itemprop="bestRating">10</b> by <b itemprop="reviewCount">12</b></div>
      <p ${OFFER}><span itemprop="priceCurrency" content="EUR">€</span><span itemprop="price" content="89.00">89,-</span>
        <link itemprop="availability" href="https://schema.org/InStock"></p>
      <div itemprop="isRelatedTo" ${PRODUCT}><b itemprop="name">Silk</b></div>
    </div>`).product,
  ).toEqual({
    item_id: "w-1",
    item_name: "Wool",
    item_brand: "Nordlicht",
    price: 89,
    currency: "EUR",
    availability: "InStock",
    image: "https://shop.example/wool.jpg",
    rating: 4,
    reviews: 12,
  });
});

test.for<[string, string, object]>([
  [
    "a price without an offer around it",
    `<div ${PRODUCT}><b itemprop="name">Wool</b><b itemprop="price">89,00 €</b></div>`,
    { price: 89 },
  ],
  [
    "a brand that is a node and a text",
    `<div ${PRODUCT}><b itemprop="name">Wool</b><meta itemprop="brand" itemscope itemtype="https://schema.org/Brand" content="Nordlicht"></div>`,
    { item_brand: "Nordlicht" },
  ],
  [
    "a picture that is loaded late",
    `<div ${PRODUCT}><b itemprop="name">Wool</b><img itemprop="image" src="data:image/gif;base64,R0" data-src="/w.jpg"></div>`,
    { image: "https://shop.example/w.jpg" },
  ],
  [
    "an offer that is referred to",
    `<div ${PRODUCT} itemref="o"><b itemprop="name">Wool</b></div><p id="o" ${OFFER}><b itemprop="price">9</b></p>`,
    { price: 9 },
  ],
  [
    "the sold-out size first",
    `<div ${PRODUCT}><b itemprop="name">Wool</b>
      <p ${OFFER}><b itemprop="price">9</b><link itemprop="availability" href="https://schema.org/OutOfStock"></p>
      <p ${OFFER}><b itemprop="price">12</b><link itemprop="availability" href="https://schema.org/InStock"></p></div>`,
    { price: 12, availability: "InStock" },
  ],
  [
    "a template's place that nothing was put in",
    `<div ${PRODUCT}><b itemprop="name">Wool</b><meta itemprop="brand" content="$brandname"></div>`,
    { item_name: "Wool", item_brand: undefined },
  ],
])("microdata with %s", ([, html, told]) => {
  const { product } = microdata(html);
  for (const [field, value] of Object.entries(told)) expect(product?.[field]).toBe(value);
});

test("of several products the page's is the one at its address, in its heading, or with the only price", () => {
  const one = (name: string, inner = ""): string =>
    `<div ${PRODUCT}><b itemprop="name">${name}</b>${inner}</div>`;
  const price = `<b itemprop="price">9</b>`;
  const url = `<link itemprop="url" href="/coats/silk">`;
  expect(microdata(one("Wool") + one("Silk", url), "/coats/silk").product?.item_name).toBe("Silk");
  expect(microdata(`<h1>Silk</h1>${one("Wool")}${one("Silk")}`).product?.item_name).toBe("Silk");
  expect(microdata(one("Wool") + one("Silk", price)).product?.item_name).toBe("Silk");
  expect(microdata(one("Wool", price) + one("Silk", price))).toMatchObject({
    type: "category",
    items: [{ item_name: "Wool" }, { item_name: "Silk" }],
  });
});

test("a list, its crumbs and an order in microdata are read", () => {
  const crumb = (name: string): string =>
    `<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a itemprop="item" href="/${name}"><b itemprop="name">${name}</b></a></li>`;
  expect(
    microdata(
      `<ol itemscope itemtype="https://schema.org/BreadcrumbList">${crumb("Home")}${crumb("Coats")}</ol>
       <ul itemscope itemtype="https://schema.org/ItemList"><li itemprop="itemListElement" ${PRODUCT}><b itemprop="name">Wool</b><b itemprop="price">9</b></li></ul>`,
    ),
  ).toMatchObject({ type: "category", category: "Coats", items: [{ item_name: "Wool", price: 9 }] });
  expect(
    microdata(`<div itemscope itemtype="https://schema.org/Order"><b itemprop="orderNumber">47</b>
      <b itemprop="price">18</b><meta itemprop="priceCurrency" content="EUR">
      <p itemprop="orderedItem" itemscope itemtype="https://schema.org/OrderItem"><b itemprop="orderQuantity">2</b>
        <i itemprop="orderedItem" ${PRODUCT}><b itemprop="sku">w-1</b></i></p></div>`),
  ).toMatchObject({
    type: "order",
    order: { transaction_id: "47", value: 18, currency: "EUR", items: [{ item_id: "w-1", quantity: 2 }] },
  });
});

test("RDFa is read by its vocabulary or by a prefix, and no other vocabulary is", () => {
  const inner = (prefix: string): string =>
    `<b property="${prefix}name">Wool</b><p property="${prefix}offers" typeof="${prefix}Offer"><b property="${prefix}price" content="9">9,-</b></p>`;
  const told = { product: { item_name: "Wool", price: 9 } };
  expect(rdfa(`<div vocab="https://schema.org/" typeof="Product">${inner("")}</div>`)).toMatchObject(told);
  expect(rdfa(`<div typeof="schema:Product">${inner("schema:")}</div>`)).toMatchObject(told);
  expect(
    rdfa(`<div vocab="http://rdfs.org/sioc/ns#" typeof="Product">${inner("")}</div>`).product,
  ).toBeUndefined();
});

test.for<[string, string]>([
  ["a circle of references", `<div id="a" ${PRODUCT} itemref="a"><b itemprop="name">x</b></div>`],
  [
    "names of prototypes",
    `<div ${PRODUCT}><b itemprop="__proto__">x</b><b itemprop="constructor">y</b></div>`,
  ],
  ["an id that is no selector", `<div ${PRODUCT} itemref='"]* a:b'><b itemprop="name">x</b></div>`],
  ["nothing in it", `<div itemscope><b itemprop></b><p itemscope itemtype itemprop="offers"></p></div>`],
  [
    "a form that covers its members",
    `<form ${PRODUCT}><input name="closest"><input name="textContent"></form>`,
  ],
])("microdata with %s throws nothing", ([, html]) => {
  expect(() => microdata(html)).not.toThrow();
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
