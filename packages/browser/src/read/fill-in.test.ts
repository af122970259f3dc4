import { expect, test } from "vitest";
import { fillIn } from "./fill-in.ts";

test("what one telling lacks is taken from the next", () => {
  expect(
    fillIn({ item_id: "a", item_name: "Wool" }, { item_id: "1-1", item_name: "Wool", item_brand: "N" }),
  ).toEqual({
    item_id: "a",
    item_name: "Wool",
    item_brand: "N",
  });
  expect(fillIn(undefined, { item_id: "a" })).toEqual({ item_id: "a" });
  expect(fillIn({ quantity: 2 }, { item_id: "a", price: 3 })).toEqual({
    quantity: 2,
    item_id: "a",
    price: 3,
  });
});

test("nothing is taken from another product", () => {
  expect(fillIn({ item_id: "a", item_name: "Wool" }, { item_id: "b", item_name: "Silk", price: 3 })).toEqual({
    item_id: "a",
    item_name: "Wool",
  });
  expect(fillIn({ item_id: "a" }, { item_id: "b", item_name: "Silk" })).toEqual({ item_id: "a" });
});

test("a currency goes with its price", () => {
  expect(fillIn({ price: 44 }, { price: 48, currency: "USD", list_price: 60, on_sale: true })).toEqual({
    price: 44,
  });
  expect(fillIn({ price: 44 }, { price: 44, currency: "EUR" })).toEqual({ price: 44, currency: "EUR" });
  expect(fillIn({ price: 44, currency: "EUR" }, { item_brand: "N" })).toEqual({
    price: 44,
    currency: "EUR",
    item_brand: "N",
  });
});
