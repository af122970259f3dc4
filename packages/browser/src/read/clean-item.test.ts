import { expect, test } from "vitest";
import { cleanAvailability, cleanItem, cleanParameters, cleanUrl } from "./clean-item.ts";
import { cleanText } from "./clean-text.ts";

const base = "https://shop.example/coats/";

test.for([
  ["Tea &amp;amp; milk", "Tea & milk"],
  ["Knife &amp;#038; stone", "Knife & stone"],
  ["60&quot;W &#x2013; 24&quot;D", '60"W – 24"D'],
  ["  two\n\tlines\u0000 ", "two lines"],
  ["&#9999999; &bogus;", "&bogus;"],
  ["&lt;img src=x onerror=alert(1)&gt;", "<img src=x onerror=alert(1)>"],
])("the text %j is %j", ([raw, text]) => {
  expect(cleanText(raw)).toBe(text);
});

test("a text is at most 300 characters, and absent when empty or about a person", () => {
  expect(cleanText("x".repeat(5000))).toHaveLength(300);
  for (const raw of ["", " \n", null, {}, NaN, "Anna <anna@example.com>"])
    expect(cleanText(raw)).toBeUndefined();
});

test("an address is absolute and http, or absent", () => {
  expect(cleanUrl("wool?a=1&amp;b=2", base)).toBe("https://shop.example/coats/wool?a=1&b=2");
  expect(cleanUrl("//cdn.example/x.jpg", base)).toBe("https://cdn.example/x.jpg");
  for (const raw of ["javascript:alert(1)", "data:text/html,x", "", undefined, "http://"])
    expect(cleanUrl(raw, base)).toBeUndefined();
});

test("an availability has schema.org's short name", () => {
  expect(
    [
      "https://schema.org/InStock",
      "http://schema.org/PreOrder",
      "in stock",
      "instock",
      "out_of_stock",
      "oos",
      1,
      "preorder",
      "Available",
      "https://schema.org/LimitedAvailability",
      "Sold out!",
      "In",
    ].map(cleanAvailability),
  ).toEqual(
    ["InStock", "PreOrder", "InStock", "InStock", "OutOfStock", undefined, undefined].concat([
      "PreOrder",
      "InStock",
      "LimitedAvailability",
      "SoldOut",
      undefined,
    ]),
  );
});

test("an item has GA4's names, numbers and texts, and what is empty or nested is left out", () => {
  expect(
    cleanItem(
      {
        id: 87639,
        "item_name ": " Health potion ",
        brand: "",
        category: "Potions",
        price: "1.299,00 €",
        list_price: 1499,
        currency: "eur",
        quantity: "2",
        image: "/p.jpg",
        availability: "http://schema.org/InStock",
        tags: ["vegan", 3, null, {}],
        organic: true,
        dimension2: "blue",
        stocklevel: null,
        nested: { a: 1 },
        seller_email: "anna@example.com",
      },
      base,
    ),
  ).toEqual({
    item_id: "87639",
    item_name: "Health potion",
    item_category: "Potions",
    price: 1299,
    list_price: 1499,
    on_sale: true,
    currency: "EUR",
    quantity: 2,
    image: "https://shop.example/p.jpg",
    availability: "InStock",
    tags: ["vegan", "3"],
    organic: true,
    dimension2: "blue",
  });
});

test("GA4's own word counts more than another for the same", () => {
  expect(cleanItem({ id: "a", item_id: "b" })).toEqual({ item_id: "b" });
  expect(cleanItem({ item_id: "b", id: "a" })).toEqual({ item_id: "b" });
});

test("a price of 0 or less is none, and what is not on sale is known only by its old price", () => {
  expect(cleanItem({ item_id: "a", price: 0 })).toEqual({ item_id: "a" });
  expect(cleanItem({ item_id: "a", price: "-5" })).not.toHaveProperty("price", -5);
  expect(cleanItem({ price: 10, list_price: 10 })).toMatchObject({ on_sale: false });
  expect(cleanItem({ price: 10 })).not.toHaveProperty("on_sale");
  expect(cleanItem({ price: 10, on_sale: true })).toMatchObject({ on_sale: true });
});

test("parameters are bounded, and no prototype is reached", () => {
  const hostile = JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"x","a b":"y","value":"35.43"}');
  const clean = cleanParameters({
    ...hostile,
    ["__proto__"]: hostile,
    items: Array.from({ length: 500 }, () => ({ id: 1 })),
  });
  expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(clean.items).toHaveLength(50);
  expect(clean.value).toBe(35.43);
  const many = Object.fromEntries([...Array(999).keys()].map((index) => [`k${index}`, 1]));
  expect(Object.keys(cleanParameters(many))).toHaveLength(40);
});

test.for([[null], [undefined], ["text"], [7], [[]]])("%j has no fields", ([raw]) => {
  expect(cleanItem(raw)).toEqual({});
});
