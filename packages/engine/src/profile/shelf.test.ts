import { expect, test } from "vitest";
import type { Item } from "../event.ts";
import { coat, event, HOUR, NOON, scarf } from "../../test/make.ts";
import { newProfile, type Profile, takeEvent } from "./profile.ts";

const meet = (profile: Profile, name: string, item: Item, ts = NOON): void =>
  void takeEvent(profile, event(name, { items: [item], ts }));

test("a product is kept with what a rail shows of it, and nothing else", () => {
  const profile = newProfile();
  const all = {
    ...coat,
    item_category: "Coats",
    list_price: 150,
    url: "/coat",
    image: "/coat.jpg",
    on_sale: true,
  };
  meet(profile, "view_item", { ...all, index: 3, item_list_name: "Sale", tags: ["warm"], rating: undefined });
  const { quantity: _quantity, ...shown } = all;
  expect(profile.shelf).toMatchObject([{ id: "coat", times: 1, viewed: NOON }]);
  expect(profile.shelf[0]!.item).toEqual(shown);
});

test("a picture in an address is not kept", () => {
  const profile = newProfile();
  meet(profile, "view_item", { ...coat, image: `data:image/png;base64,${"A".repeat(400)}` });
  expect(profile.shelf[0]!.item).not.toHaveProperty("image");
});

test("the currency of an event is that of its items", () => {
  const profile = newProfile();
  takeEvent(profile, event("view_item", { currency: "USD", items: [{ item_id: "mug", price: 9 }] }));
  expect(profile.shelf[0]!.item.currency).toBe("USD");
});

test("a cart says less of a product than its page, and takes nothing away", () => {
  const profile = newProfile();
  meet(profile, "view_item", { ...coat, url: "/coat" });
  meet(profile, "add_to_cart", { item_id: "coat", price: 110 }, NOON + 1);
  expect(profile.shelf[0]!.item).toMatchObject({
    url: "/coat",
    item_name: "Wool coat",
    price: 110,
    currency: "EUR",
  });
  expect(profile.shelf[0]!.times).toBe(1);
});

test("a sale that is over leaves no crossed-out price behind", () => {
  const profile = newProfile();
  meet(profile, "view_item", {
    ...coat,
    price: 90,
    list_price: 120,
    on_sale: true,
    availability: "OutOfStock",
  });
  meet(profile, "view_item", coat, NOON + HOUR);
  expect(profile.shelf[0]!.item).toEqual({
    item_id: "coat",
    item_name: "Wool coat",
    price: 120,
    currency: "EUR",
  });
});

test("an event that comes late counts, but does not change what is known since", () => {
  const profile = newProfile();
  meet(profile, "view_item", coat, NOON);
  meet(profile, "view_item", { ...coat, price: 999 }, NOON - HOUR);
  expect(profile.shelf[0]).toMatchObject({ times: 2, viewed: NOON, item: { price: 120 } });
});

test("the newest word about the wish list counts", () => {
  const profile = newProfile();
  meet(profile, "add_to_wishlist", coat, NOON);
  expect(profile.shelf[0]).toMatchObject({ wished: true, times: 0, viewed: 0 });
  meet(profile, "remove_from_wishlist", coat, NOON + 2);
  meet(profile, "add_to_wishlist", coat, NOON + 1);
  expect(profile.shelf[0]).toMatchObject({ wished: false });
});

test("lists and searches put nothing on the shelf", () => {
  const profile = newProfile();
  for (const name of ["view_item_list", "select_item", "remove_from_cart", "purchase", "view_item_lists"])
    meet(profile, name, scarf);
  expect(profile.shelf).toEqual([]);
});

test("only so many are kept, those that were met last", () => {
  const profile = newProfile();
  for (let index = 0; index < 100; index++) meet(profile, "view_item", { item_id: `${index}` }, NOON + index);
  expect(profile.shelf).toHaveLength(64);
  expect(profile.shelf.at(-1)!.id).toBe("99");
});

test("a list says what a product costs now, and not that it was met", () => {
  const profile = newProfile();
  meet(profile, "view_item", { ...coat, url: "/coat", availability: "OutOfStock" });
  meet(
    profile,
    "view_item_list",
    { item_id: "coat", item_name: "Coat…", price: 90, list_price: 120 },
    NOON + 1,
  );
  const [seen] = profile.shelf;
  expect(seen).toMatchObject({ ts: NOON, viewed: NOON, times: 1, met: { price: 120, currency: "EUR" } });
  expect(seen!.item).toMatchObject({ item_name: "Wool coat", price: 90, list_price: 120, currency: "EUR" });
  expect(seen!.item).not.toHaveProperty("availability");
  meet(profile, "view_item_list", { item_id: "coat", availability: "InStock" }, NOON + 2);
  expect(seen).toMatchObject({ item: { price: 90, availability: "InStock" }, met: { price: 120 } });
  meet(profile, "view_item", { ...coat, price: 90 }, NOON + 3);
  expect(profile.shelf[0]).toMatchObject({ met: undefined, item: { price: 90 } });
});

test("what a list says of a product that was never met is not kept, nor what it said before", () => {
  const profile = newProfile();
  meet(profile, "view_item_list", coat);
  expect(profile.shelf).toEqual([]);
  meet(profile, "view_item", coat);
  meet(profile, "view_item_list", { ...coat, price: 5 }, NOON - 1);
  expect(profile.shelf[0]!.item.price).toBe(coat.price);
});

test("a product that is gone is known as that", () => {
  const profile = newProfile();
  meet(profile, "view_item", coat);
  meet(profile, "item_gone", { item_id: "coat", availability: "Discontinued" }, NOON + 1);
  expect(profile.shelf[0]!.item.availability).toBe("Discontinued");
});
