import { expect, test } from "vitest";
import { isNews, mergeItem } from "./merge-item.ts";

const mug = {
  item_id: "mug",
  item_name: "Mug",
  url: "https://shop.example/mug",
  price: 18,
  list_price: 20,
  on_sale: true,
  currency: "EUR",
  availability: "InStock",
};

test("a product is kept with what is about it, and not what is about one list or a bulk of text", () => {
  const { key, item, seen, told } = mergeItem(
    undefined,
    { ...mug, tags: ["blue"], index: 3, item_list_name: "Sale", text: "x".repeat(500), nested: { a: 1 } },
    1000,
  );
  expect({ key, seen, told }).toEqual({ key: ["item", "mug"], seen: 1000, told: 1000 });
  expect(item).toEqual({ ...mug, tags: ["blue"] });
});

test("of an offer nothing old stays beside a new price, of the rest all that nobody says anew", () => {
  const before = mergeItem(undefined, mug, 1000);
  expect(mergeItem(before, { item_id: "mug", price: 15 }, 2000)).toMatchObject({
    item: { item_id: "mug", item_name: "Mug", url: mug.url, price: 15, currency: "EUR" },
    told: 2000,
  });
  expect(Object.keys(mergeItem(before, { item_id: "mug", price: 15 }, 2000).item)).not.toContain(
    "list_price",
  );
  expect(mergeItem(before, { item_id: "mug", price: 21, currency: "USD" }, 2000).item.currency).toBe("USD");
});

test("a card without a price says that a product was seen, and nothing of what it costs", () => {
  const after = mergeItem(
    mergeItem(undefined, mug, 1000),
    { item_id: "mug", image: "https://x/y.jpg" },
    2000,
  );
  expect(after).toMatchObject({ item: { price: 18, availability: "InStock" }, seen: 2000, told: 1000 });
});

test("what says nothing new within the hour is not written again", () => {
  const before = mergeItem(undefined, mug, 1000);
  expect(isNews(before, mergeItem(before, mug, 2000))).toBe(false);
  expect(isNews(before, mergeItem(before, { ...mug, price: 17 }, 2000))).toBe(true);
  expect(isNews(before, mergeItem(before, mug, 4e6))).toBe(true);
});
