import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Item, ShopEvent } from "../event.ts";
import { coat, event, HOUR, MINUTE, NOON, scarf } from "../../test/make.ts";
import { changedAt, linesOf, takeCart, valueOf } from "./cart.ts";
import { newProfile, type Profile } from "./profile.ts";

const after = (events: ShopEvent[]): Profile => {
  const profile = newProfile();
  for (const each of events) takeCart(profile, each);
  return profile;
};

/** At NOON, then a minute later, and so on. */
const cart = (...acts: [name: string, items: Item[]][]): Profile =>
  after(acts.map(([name, items], index) => event(name, { items, ts: NOON + index * MINUTE })));

const contents = (profile: Profile): string[] =>
  linesOf(profile).map(({ id, variant = "", quantity }) => `${quantity} ${variant}${id}`);

test("what is added is in it, what is added again is there twice", () => {
  const profile = cart(["add_to_cart", [coat]], ["add_to_cart", [{ ...coat, quantity: 2 }, scarf]]);
  expect(contents(profile)).toEqual(["3 coat", "1 scarf"]);
  expect(valueOf(linesOf(profile))).toBe(390.1);
});

test("an item without a quantity is one", () => {
  expect(contents(cart(["add_to_cart", [{ item_id: "mug" }]]))).toEqual(["1 mug"]);
});

test("what is taken out is less, and never less than nothing", () => {
  const out: Item = { ...coat, quantity: 5 };
  expect(contents(cart(["add_to_cart", [coat, scarf]], ["remove_from_cart", [out]]))).toEqual(["1 scarf"]);
  expect(contents(cart(["remove_from_cart", [out]], ["add_to_cart", [coat]]))).toEqual(["1 coat"]);
  expect(
    contents(cart(["add_to_cart", [coat]], ["remove_from_cart", [out]], ["add_to_cart", [coat]])),
  ).toEqual(["1 coat"]);
});

test("two variants are two lines, and one that is taken out without a word of its variant is the first", () => {
  const small = { ...coat, item_variant: "S " };
  const large = { ...coat, item_variant: "L " };
  expect(contents(cart(["add_to_cart", [small, large]]))).toEqual(["1 S coat", "1 L coat"]);
  expect(contents(cart(["add_to_cart", [small, large]], ["remove_from_cart", [large]]))).toEqual([
    "1 S coat",
  ]);
  expect(contents(cart(["add_to_cart", [small, large]], ["remove_from_cart", [coat]]))).toEqual(["1 L coat"]);
});

test("the cart page states the whole cart", () => {
  expect(contents(cart(["add_to_cart", [coat]], ["view_cart", [scarf, scarf]]))).toEqual(["2 scarf"]);
  expect(contents(cart(["add_to_cart", [coat]], ["view_cart", []]))).toEqual([]);
});

test("a cart page that does not tell its items states nothing", () => {
  expect(contents(after([event("add_to_cart", { items: [coat] }), event("view_cart")]))).toEqual(["1 coat"]);
});

test("a purchase empties it", () => {
  expect(contents(cart(["add_to_cart", [coat, scarf]], ["purchase", [coat]]))).toEqual([]);
});

test("an item that nothing tells from others is left out", () => {
  expect(contents(cart(["add_to_cart", [{ price: 3 }, null as never, coat]]))).toEqual(["1 coat"]);
});

test("the value is not known where a price is not", () => {
  expect(valueOf(linesOf(cart(["add_to_cart", [coat, { item_id: "gift" }]])))).toBeNaN();
});

test("adding cents gives no crumbs", () => {
  expect(valueOf([{ price: 0.1 }, { price: 0.2 }])).toBe(0.3);
});

test("a cart that is stated as it was known has not changed", () => {
  expect(changedAt(cart(["add_to_cart", [coat, scarf]], ["view_cart", [scarf, coat]]))).toBe(NOON);
  expect(changedAt(cart(["add_to_cart", [coat]], ["view_cart", [scarf]]))).toBe(NOON + MINUTE);
  expect(changedAt(cart(["add_to_cart", [coat]], ["purchase", []]))).toBe(NOON + MINUTE);
  expect(changedAt(newProfile())).toBe(0);
});

test("a change that comes late is made where it belongs", () => {
  const late = event("add_to_cart", { items: [coat], ts: NOON - HOUR });
  expect(contents(after([event("purchase"), late]))).toEqual([]);
  const stated = event("view_cart", { items: [scarf] });
  const since = event("add_to_cart", { items: [coat], ts: NOON + HOUR });
  expect(contents(after([since, stated, late]))).toEqual(["1 scarf", "1 coat"]);
});

const acts = fc.array(
  fc.record({
    name: fc.constantFrom("add_to_cart", "add_to_cart", "remove_from_cart", "view_cart", "purchase"),
    items: fc.array(
      fc.record({ item_id: fc.constantFrom("a", "b", "c"), quantity: fc.integer({ min: 1, max: 3 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  }),
  { maxLength: 20 },
);

/** What the words mean, without a thought of lateness. */
function naive(events: ShopEvent[]): Record<string, number> {
  let cart = new Map<string, number>();
  for (const { name, items = [] } of events) {
    if (name === "purchase" || name === "view_cart") cart = new Map();
    const sign = name === "remove_from_cart" ? -1 : name === "purchase" ? 0 : 1;
    for (const { item_id, quantity } of items)
      cart.set(item_id!, Math.max(0, (cart.get(item_id!) ?? 0) + sign * quantity!));
  }
  return Object.fromEntries([...cart].filter(([, quantity]) => quantity));
}

test("in whatever order the events come, the cart is the same", () => {
  fc.assert(
    fc.property(acts, fc.infiniteStream(fc.nat()), (given, random) => {
      const events = given.map(({ name, items }, index) => event(name, { items, ts: NOON + index }));
      const shuffled = events
        .map((each) => ({ each, place: random.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ each }) => each);
      const found = Object.fromEntries(linesOf(after(shuffled)).map(({ id, quantity }) => [id, quantity]));
      expect(found).toEqual(naive(events));
    }),
    { numRuns: 500 },
  );
});

test("a cart of a thousand changes stays small, and right", () => {
  const events = Array.from({ length: 1000 }, (_, index) =>
    event("add_to_cart", { items: [{ item_id: `item-${index % 7}`, quantity: 1 }], ts: NOON + index }),
  );
  const profile = after(events);
  expect(linesOf(profile).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1000);
  expect(profile.changes.length + profile.lines.length).toBeLessThan(100);
});

test("of a thousand lines, the newest are kept", () => {
  const events = Array.from({ length: 1000 }, (_, index) =>
    event("add_to_cart", { items: [{ item_id: `${index}`, quantity: 1 }], ts: NOON + index }),
  );
  const profile = after(events);
  expect(linesOf(profile).length).toBeLessThanOrEqual(128);
  expect(linesOf(profile).at(-1)!.id).toBe("999");
  const stated = after([event("view_cart", { items: events.flatMap(({ items }) => items!) })]);
  expect(linesOf(stated)).toHaveLength(64);
});
