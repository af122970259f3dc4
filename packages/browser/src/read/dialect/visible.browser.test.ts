import { afterEach, beforeEach, expect, test } from "vitest";
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
