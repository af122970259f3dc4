import { afterEach, beforeEach, expect, test } from "vitest";
import { drain } from "../../dom/in-slices.ts";
import { readPage as readWith } from "../read-page.ts";
import { readVisible } from "./visible.ts";

const readPage = (page: Document) => readWith(page, [], {}, [["visible", readVisible]]);

const home = location.href;
const root = document.documentElement;

beforeEach(() => root.setAttribute("lang", "de"));
afterEach(() => {
  root.removeAttribute("lang");
  history.replaceState(null, "", home);
  root.innerHTML = "";
});

const ADD = "<button>Add to cart</button>";

/** Name, price and currency of the product that is read from HTML at an address. */
const seen = (html: string, path = "/product/wool"): unknown[] => {
  history.replaceState(null, "", path);
  root.innerHTML = html;
  const { item_name, price, currency } = readPage(document).product ?? {};
  return [item_name, price, currency];
};

test.for<[string, string, unknown[]]>([
  [
    "a heading, and a price beside the control",
    `<h1>Wool</h1><form><p>89,00 €</p>${ADD}</form>`,
    ["Wool", 89, "EUR"],
  ],
  [
    "no heading, but a name beside the price",
    `<div><b class="item-name">Wool</b><i>£9</i>${ADD}</div><b class="name">Else</b>`,
    ["Wool", 9, "GBP"],
  ],
  [
    "no heading and no control any more, but a name beside the price",
    `<div><b class="item-name">Wool</b><i>£9</i><button>Remove</button></div><b class="name">Else</b>`,
    ["Wool", 9, "GBP"],
  ],
  [
    "a sign in an element of its own",
    `<h1>Wool</h1><p><bdi><span>CHF</span> 1'049.95</bdi></p>${ADD}`,
    ["Wool", 1049.95, "CHF"],
  ],
  ["a struck price", `<h1>Wool</h1><p><del>100 €</del> <ins>80 €</ins></p>${ADD}`, ["Wool", 80, "EUR"]],
  [
    "no control any more",
    `<h1>Wool</h1><p>80 €</p><button>Remove</button><footer>5 €</footer>`,
    ["Wool", 80, "EUR"],
  ],
  ["other products in a list", `<h1>Wool</h1><p>80 €</p>${ADD}<ul><li>70 €${ADD}</ul>`, ["Wool", 80, "EUR"]],
  ["a sign of several currencies", `<h1>Wool</h1><p>$80</p>${ADD}`, ["Wool", 80, undefined]],
  ["a control in German", `<h1>Wolle</h1><p>80 €</p><button>In den Warenkorb</button>`, ["Wolle", 80, "EUR"]],
])("%s", ([, html, told]) => {
  expect(seen(html)).toEqual(told);
});

test.for<[string, string]>([
  ["two prices beside the control", `<h1>Wool</h1><p>80 €</p><p>20 €</p>${ADD}`],
  ["two controls", `<h1>Wool</h1><div><p>80 €</p>${ADD}</div><div><p>70 €</p>${ADD}</div>`],
  ["a saving", `<h1>Wool</h1><p>Save 5 €</p>${ADD}`],
  ["a price in pieces", `<h1>Wool</h1><p><b>$</b>15<sup>99</sup></p>${ADD}`],
  ["a number of other things", `<h1>Wool</h1><p>MAX 20</p>${ADD}`],
])("nothing is sure of %s", ([, html]) => {
  expect(seen(html)).toEqual([undefined, undefined, undefined]);
});

test("a page that is entitled as its shop is not about the shop's sign", () => {
  const before = document.title;
  document.title = "Wool & Co. of Leeds";
  expect(
    seen(
      `<div class="app_logo">Wool & Co. of Leeds</div><div><b class="item-name">Scarf</b><i>£9</i>${ADD}</div>`,
    ),
  ).toEqual(["Scarf", 9, "GBP"]);
  document.title = before;
});

test("a form whose parent is covered by an element of it holds nothing up", () => {
  const covered = `<form><p>80 €</p><button name="add-to-cart">Add to cart<img name="parentElement"></button></form>`;
  expect(seen(`<header>Shop</header><main><h1>Wool</h1>${covered}</main>`)[0]).toBe("Wool");
});

test("a dollar is the American one in American English, outside a country's domain", () => {
  root.setAttribute("lang", "en");
  expect(seen(`<h1>Wool</h1><p>$80</p>${ADD}`)).toEqual(["Wool", 80, "USD"]);
  expect(seen(`<h1>Wool</h1><p>A$80</p>${ADD}`)).toEqual(["Wool", 80, undefined]);
  root.setAttribute("lang", "en-AU");
  expect(seen(`<h1>Wool</h1><p>$80</p>${ADD}`)).toEqual(["Wool", 80, undefined]);
});

test("an address that says nothing is a product's where one control stands, and no other page is", () => {
  const html = `<h1>Wool</h1><p>80 €</p>${ADD}`;
  expect(seen(html, "/x")).toEqual(["Wool", 80, "EUR"]);
  expect(seen(`<h1>Wool</h1><p>80 €</p>`, "/x")).toEqual([undefined, undefined, undefined]);
  for (const path of ["/", "/cart", "/collections/coats"]) {
    expect(seen(html, path)[0]).toBeUndefined();
    expect(readPage(document).type).not.toBe("product");
  }
});

test("what is declared counts more", () => {
  const declared = `<script type="application/ld+json">{"@type":"Product","name":"Wool coat","offers":{"price":70,"priceCurrency":"EUR"}}</script>`;
  expect(seen(`<h1>Wool</h1><p>80 €</p>${ADD}${declared}`)).toEqual(["Wool coat", 70, "EUR"]);
});

test("a form whose fields take the names of its members leads nowhere, and throws nothing", () => {
  expect(
    seen(`<h1>Wool</h1><form><input name="parentElement"><input name="contains">${ADD}</form><p>80 €</p>`),
  ).toEqual([undefined, undefined, undefined]);
});

/** What people see of a product, whole. */
const whole = (html: string, path = "/product/wool"): object | undefined => {
  history.replaceState(null, "", path);
  root.innerHTML = `<body><div>${html}</div></body>`;
  const location = new URL(document.location.href);
  const sight = { document, location, base: location.href, entries: [], told: {}, type: "product" as const };
  return drain(readVisible(sight)).product;
};
const WOOL = `<h1>Wool coat</h1>`;

test.for<[string, string, object]>([
  [
    "an old price that is only called so",
    `<b class="old-price">100 €</b> <b class="price">80 €</b>`,
    { price: 80, list_price: 100, on_sale: true },
  ],
  [
    "shipping beside it",
    `<b>80 €</b> <p class="shipping-cost">5 €</p>`,
    { price: 80, list_price: undefined },
  ],
  ["a range", `<p>80 € – 95 €</p><p><b>80 €</b> – <b>95 €</b></p>`, { price: 80 }],
  ["a number without a sign", `<b class="product-price">80</b>`, { price: 80, currency: undefined }],
  ["words behind the price", `<b>80 € <small>with taxes</small></b>`, { price: 80 }],
  [
    "the price of another product in a link",
    `<b>80 €</b><a href="/silk"><b class="price">70 €</b></a>`,
    { price: 80 },
  ],
  ["its number, behind a label", `<b>80 €</b><p>Art.-Nr.: W-1234</p>`, { item_id: "W-1234" }],
  [
    "its number, in the next cell",
    `<b>80 €</b><table><tr><td>Product code:<td>4711</table>`,
    { item_id: "4711" },
  ],
  ["a code that gives a discount", `<b>80 €</b><p>Promo code: WOOL20</p>`, { item_id: undefined }],
  ["its maker", `<b>80 €</b><p><span>Brand:</span> <a>Nordlicht</a></p>`, { item_brand: "Nordlicht" }],
])("of %s", ([, html, told]) => {
  const found = whole(`${WOOL}${html}${ADD}`);
  for (const [field, value] of Object.entries(told))
    expect([field, found?.[field as never]]).toEqual([field, value]);
});

test("a control that buys says that it can be bought, words that it cannot, and both say nothing", () => {
  const availability = (html: string): unknown =>
    (whole(`${WOOL}<b>80 €</b>${html}`) as { availability?: string }).availability;
  expect(availability(ADD)).toBe("InStock");
  for (const words of ["Köp nu", "Comprar", "В корзину", "カートに入れる", "Buy it now"])
    expect([words, availability(`<button>${words}</button>`)]).toEqual([words, "InStock"]);
  expect(availability(`<button disabled>Add to cart</button>`)).toBeUndefined();
  expect(availability(`<button disabled>Add to cart</button><p>Sold out</p>`)).toBe("OutOfStock");
  expect(availability(`${ADD}<p>Out of stock</p>`)).toBeUndefined();
  expect(availability(`${ADD}<ul><li>S <i>sold out</i></ul>`)).toBe("InStock");
});

test("the number that an address ends with is the product's, where nothing else says one", () => {
  expect(whole(`${WOOL}<b>80 €</b>${ADD}`, "/wool-coat-4711123.html")).toMatchObject({ item_id: "4711123" });
  expect(whole(`${WOOL}<b>80 €</b>${ADD}`, "/wool-2024")).not.toHaveProperty("item_id");
});
