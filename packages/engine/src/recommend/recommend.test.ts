import { expect, test } from "vitest";
import { event, NOON } from "../../test/make.ts";
import { newProfile, takeEvent } from "../profile/profile.ts";
import { recommend, type RecommendOptions } from "./recommend.ts";

/** Told in order, a second apart; of each event the one product. */
const after = (...acts: [name: string, id: string, more?: object][]) => {
  const profile = newProfile();
  acts.forEach(([name, item_id, more], index) =>
    takeEvent(profile, event(name, { ts: NOON + index * 1000, items: [{ item_id, ...more }] })),
  );
  return (strategy: string, options?: RecommendOptions) =>
    recommend(profile, strategy, options).map((item) => item.item_id);
};

test("recently viewed: newest first, each once", () => {
  const rail = after(["view_item", "a"], ["view_item", "b"], ["view_item", "c"], ["view_item", "a"]);
  expect(rail("recently-viewed")).toEqual(["a", "c", "b"]);
});

test("recently viewed: not what was only put in the cart or on the wish list", () => {
  const rail = after(["add_to_cart", "a"], ["view_item", "b"], ["add_to_wishlist", "c"]);
  expect(rail("recently-viewed")).toEqual(["b"]);
});

test("as many as wanted, without those that are not", () => {
  const rail = after(["view_item", "a"], ["view_item", "b"], ["view_item", "c"]);
  expect(rail("recently-viewed", { limit: 2 })).toEqual(["c", "b"]);
  expect(rail("recently-viewed", { limit: 2, exclude: ["c"] })).toEqual(["b", "a"]);
});

test("not what was bought, nor what is known to be sold out", () => {
  const rail = after(
    ["view_item", "a"],
    ["view_item", "b", { availability: "OutOfStock" }],
    ["view_item", "c", { availability: "InStock" }],
    ["add_to_wishlist", "a"],
    ["purchase", "a"],
  );
  expect(rail("recently-viewed")).toEqual(["c"]);
  expect(rail("wishlist")).toEqual([]);
});

test("the cart, as it is", () => {
  const rail = after(
    ["add_to_cart", "a"],
    ["add_to_cart", "b"],
    ["remove_from_cart", "a"],
    ["add_to_cart", "c"],
  );
  expect(rail("cart")).toEqual(["b", "c"]);
});

test("the wish list, what was wished for last first", () => {
  const rail = after(
    ["add_to_wishlist", "a"],
    ["add_to_wishlist", "b"],
    ["add_to_wishlist", "c"],
    ["remove_from_wishlist", "b"],
    ["view_item", "a"],
  );
  expect(rail("wishlist")).toEqual(["c", "a"]);
});

test.each(["for-you", "", "constructor", "__proto__"])("of %j nothing is known", (strategy) => {
  expect(after(["view_item", "a"])(strategy)).toEqual([]);
});

test("an experience speaks of nothing in the cart, unless that is its purpose", () => {
  const rail = after(["view_item", "a"], ["view_item", "b"], ["add_to_cart", "a"], ["add_to_wishlist", "a"]);
  const seen = { id: "seen", kind: "rail" } as const;
  expect(rail("recently-viewed")).toEqual(["b", "a"]);
  expect(rail("recently-viewed", { experience: seen })).toEqual(["b"]);
  expect(rail("wishlist", { experience: seen })).toEqual([]);
  expect(rail("recently-viewed", { experience: { ...seen, purpose: "cart" } })).toEqual(["b", "a"]);
  expect(rail("cart", { experience: { ...seen, strategy: "cart" } })).toEqual(["a"]);
});

test("price drops: what a list told is cheaper than when it was met, in the same currency", () => {
  const mug = { price: 20, currency: "EUR" };
  const rail = after(
    ["view_item", "a", mug],
    ["view_item", "b", mug],
    ["view_item", "c", mug],
    ["view_item", "d", mug],
    ["view_item_list", "a", { ...mug, price: 15 }],
    ["view_item_list", "b", { ...mug, price: 25 }],
    ["view_item_list", "c", { price: 15, currency: "USD" }],
    ["view_item_list", "d", { price: 15, currency: "EUR", availability: "OutOfStock" }],
  );
  expect(rail("price-drops")).toEqual(["a"]);
});
