import { expect, test } from "vitest";
import { coat, context, DAY, event, HOUR, MINUTE, NOON, page, scarf } from "../../test/make.ts";
import type { Context } from "../engine.ts";
import type { ShopEvent } from "../event.ts";
import { factNames } from "./fact-names.ts";
import { factsOf } from "./facts.ts";
import { newProfile, type Profile, takeEvent } from "./profile.ts";
import { readSettings } from "./settings.ts";

const LAPSED = 90 * DAY;
const settings = readSettings({});

const after = (events: ShopEvent[]): Profile => {
  const profile = newProfile();
  for (const each of events) takeEvent(profile, each);
  return profile;
};

/** All that are known. */
const facts = (events: ShopEvent[], parts: Partial<Context> = {}): Record<string, unknown> => {
  const profile = after(events);
  const fact = factsOf(profile, context(parts), settings);
  const names = [
    ...factNames(),
    ...["birthday_in", ...profile.declared.map(({ id }) => id)].map((id) => `profile.${id}`),
  ];
  return Object.fromEntries(
    names.map((name) => [name, fact(name)]).filter(([, value]) => value !== undefined),
  );
};

test("of somebody who has just come, little is known", () => {
  const known = facts([]);
  expect(known).toMatchObject({
    "visitor.returning": false,
    "visitor.visits": 1,
    "visitor.age": 0,
    "visitor.stage": "new",
    "visit.pages": 0,
    "cart.quantity": 0,
    "cart.lines": 0,
    "cart.value": 0,
    "orders.count": 0,
    "orders.value": 0,
  });
  for (const unknown of [
    "visit.landing",
    "source.medium",
    "cart.age",
    "orders.average",
    "orders.last",
    "product.id",
    "rfm.recency",
    "rfm.group",
    "value.expected",
  ])
    expect(known).not.toHaveProperty([unknown]);
});

test("a visit and where it came from", () => {
  const landing = {
    page_path: "/sale",
    medium: "social",
    source: "instagram",
    page_referrer: "instagram.com",
  };
  expect(facts([event("page_view", landing), event("page_view", { ts: NOON + 1 })])).toMatchObject({
    "visit.pages": 2,
    "visit.landing": "/sale",
    "source.medium": "social",
    "source.name": "instagram",
    "source.referrer": "instagram.com",
  });
});

test("a visit that is over is an earlier one, even before anything has happened in the next", () => {
  const known = facts([event("page_view", { page_path: "/sale", medium: "email" })], { now: NOON + DAY });
  expect(known).toMatchObject({
    "visitor.returning": true,
    "visitor.visits": 2,
    "visitor.age": DAY,
    "visitor.stage": "browsing",
    "visit.pages": 0,
  });
  expect(known).not.toHaveProperty(["visit.landing"]);
  expect(known).not.toHaveProperty(["source.medium"]);
});

test("the page, and a product on it that is new to the visitor", () => {
  const here = page({
    type: "product",
    path: "/coat",
    title: "Coat",
    category: "Coats",
    product: {
      ...coat,
      item_brand: "Nordlicht",
      item_category: "Coats",
      on_sale: false,
      availability: "InStock",
    },
  });
  expect(
    facts([event("page_view"), event("view_item", { items: [here.product] })], { page: here }),
  ).toMatchObject({
    "page.type": "product",
    "page.path": "/coat",
    "page.title": "Coat",
    "page.category": "Coats",
    "product.id": "coat",
    "product.name": "Wool coat",
    "product.brand": "Nordlicht",
    "product.category": "Coats",
    "product.price": 120,
    "product.currency": "EUR",
    "product.on_sale": false,
    "product.available": true,
    "product.viewed": 0,
    "product.bought": false,
    "product.in_cart": false,
  });
});

test.each([
  ["InStock", true],
  ["LimitedAvailability", true],
  ["PreOrder", true],
  ["BackOrder", true],
  ["OutOfStock", false],
  ["SoldOut", false],
  ["out_of_stock", false],
  ["Discontinued", false],
  [undefined, undefined],
])("available where it says %s: %s", (availability, available) => {
  const product = { ...coat, availability };
  expect(facts([], { page: page({ type: "product", product }) })["product.available"]).toBe(available);
});

/** The coat is seen for 120 on one page, and is there for another price on the next. */
const again = (product: object, ...between: ShopEvent[]): Record<string, unknown> => {
  const item = { ...coat, ...product };
  return facts(
    [
      event("page_view"),
      event("view_item", { items: [coat] }),
      ...between,
      event("page_view", { ts: NOON + HOUR }),
      event("view_item", { items: [item], ts: NOON + HOUR }),
    ],
    { now: NOON + HOUR, page: page({ type: "product", product: item }) },
  );
};

test("how far a price fell since an earlier page", () => {
  expect(again({ price: 90 })["product.price_drop"]).toBe(30);
  expect(again({ price: 130 })["product.price_drop"]).toBe(0);
  expect(again({ price: 90, currency: "USD" })).not.toHaveProperty(["product.price_drop"]);
  expect(again({ item_id: "other" })).not.toHaveProperty(["product.price_drop"]);
  // What a list told on the way is no visit to the product.
  const listed = event("view_item_list", { items: [{ ...coat, price: 90 }], ts: NOON + 1 });
  expect(again({ price: 90 }, listed)["product.price_drop"]).toBe(30);
});

test("a product that was seen, bought, put in the cart before", () => {
  expect(again({})).toMatchObject({ "product.viewed": 1, "product.bought": false, "product.in_cart": false });
  expect(again({}, event("add_to_cart", { items: [coat] }))).toMatchObject({ "product.in_cart": true });
  expect(again({}, event("purchase", { transaction_id: "1", items: [coat] }))).toMatchObject({
    "product.bought": true,
  });
});

test("the cart", () => {
  const filled = event("add_to_cart", { items: [{ ...coat, quantity: 2 }, scarf] });
  expect(facts([filled], { now: NOON + MINUTE })).toMatchObject({
    "cart.quantity": 3,
    "cart.lines": 2,
    "cart.value": 270.1,
    "cart.age": MINUTE,
    "visitor.stage": "considering",
  });
  expect(facts([event("add_to_cart", { items: [{ item_id: "gift" }] })])).not.toHaveProperty(["cart.value"]);
});

test("the orders", () => {
  const orders = [
    event("purchase", { transaction_id: "1", value: 100 }),
    event("purchase", { transaction_id: "2", value: 50, ts: NOON + DAY, visit: 2 }),
  ];
  expect(facts(orders, { now: NOON + 3 * DAY })).toMatchObject({
    "orders.count": 2,
    "orders.value": 150,
    "orders.average": 75,
    "orders.last": 2 * DAY,
    "visitor.stage": "repeat",
  });
  expect(facts(orders, { now: NOON + DAY + LAPSED })["visitor.stage"]).toBe("repeat");
  expect(facts(orders, { now: NOON + DAY + LAPSED + 1 })["visitor.stage"]).toBe("lapsed");
});

test("recency, frequency and monetary value", () => {
  const orders = [
    event("purchase", { transaction_id: "1", value: 300 }),
    event("purchase", { transaction_id: "2", value: 150, ts: NOON + DAY, visit: 2 }),
  ];
  expect(facts(orders, { now: NOON + 32 * DAY })).toMatchObject({
    "rfm.recency": 4,
    "rfm.frequency": 2,
    "rfm.monetary": 4,
    "rfm.group": "active",
  });
  expect(facts([event("page_view")])).toMatchObject({ "rfm.group": "prospects" });
});

test("a clock that goes back makes no time negative", () => {
  const known = facts([event("add_to_cart", { items: [coat] }), event("purchase", { value: 1 })], {
    now: NOON - DAY,
  });
  expect(known).toMatchObject({ "visitor.age": 0, "cart.age": 0, "orders.last": 0 });
});

test.each([
  [0, { "now.hour": 12, "now.weekday": "friday", "now.date": "2026-11-27", "now.month": 11 }],
  [-14 * 60, { "now.hour": 2, "now.weekday": "saturday", "now.date": "2026-11-28" }],
  [13 * 60, { "now.hour": 23, "now.weekday": "thursday", "now.date": "2026-11-26" }],
  [-330, { "now.hour": 17 }],
])("now, on a clock %i minutes from UTC", (timezoneOffset, expected) => {
  expect(facts([], { timezoneOffset })).toMatchObject(expected);
});

test("what was declared, the last word of each", () => {
  const known = facts([
    event("identify", { profile: { name: "Ada", size: "S", birthday: "12-10" } }),
    event("identify", { profile: { size: "M" }, ts: NOON + 2 }),
    event("identify", { profile: { size: "L" }, ts: NOON + 1 }),
  ]);
  expect(known).toMatchObject({
    "profile.name": "Ada",
    "profile.size": "M",
    "profile.birthday_in": 12.5 * DAY,
  });
});

test("what was declared flat is known but for the words that every event has", () => {
  const known = facts([event("identify", { size: "S" })]);
  expect(known["profile.size"]).toBe("S");
  for (const word of ["profile.name", "profile.ts", "profile.visit"])
    expect(known).not.toHaveProperty([word]);
});

test("null takes a declared fact back, and a novel is none", () => {
  const known = facts([
    event("identify", { profile: { size: "S", story: "x".repeat(300) } }),
    event("identify", { profile: { size: null }, ts: NOON + 1 }),
  ]);
  expect(known).not.toHaveProperty(["profile.size"]);
  expect(known).not.toHaveProperty(["profile.story"]);
});

test("what only the browser knows, comes from it", () => {
  const environment = { "device.type": "mobile", "geo.country": "AE", "visit.idle": 5, "visit.pages": 99 };
  expect(facts([], { environment })).toMatchObject({
    "device.type": "mobile",
    "geo.country": "AE",
    "visit.idle": 5,
    "visit.pages": 0,
  });
});

test("nothing comes from prototypes", () => {
  const fact = factsOf(newProfile(), context(), settings);
  for (const name of [
    "constructor",
    "constructor.name",
    "__proto__.toString",
    "page.constructor",
    "profile.constructor",
  ])
    expect(fact(name), name).toBeUndefined();
  const declared = facts([event("identify", { profile: JSON.parse('{"__proto__": "x"}') as object })]);
  expect(declared["profile.__proto__"]).toBe("x");
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test("every fact of the vocabulary is told here or given by the environment", () => {
  const product = { ...coat, item_brand: "A", item_category: "B", on_sale: true, availability: "InStock" };
  const landing = { page_path: "/", medium: "a", source: "b", campaign: "c", page_referrer: "d" };
  const told = facts(
    [
      event("page_view", landing),
      event("view_item", { items: [coat], ts: NOON - 1 }),
      event("add_to_cart", { items: [coat], ts: NOON + 1 }),
      event("purchase", { value: 1 }),
    ],
    { page: page({ type: "product", category: "B", product }) },
  );
  const given = /^(geo|device|consent|value)\.|^visit\.(time|idle)$|^visitor\.(intent|lapsing)$/;
  expect(factNames().filter((name) => !given.test(name) && !(name in told))).toEqual([]);
});

test("of what is asked for, its family is worked out, and once", () => {
  const looked: string[] = [];
  const watched = new Proxy(after([event("add_to_cart", { items: [coat] })]), {
    get(profile, key) {
      looked.push(String(key));
      return profile[key as keyof Profile];
    },
  });
  const fact = factsOf(watched, context(), settings);
  expect(fact("orders.count")).toBe(0);
  expect(looked).not.toContain("lines");
  expect(looked).not.toContain("declared");
  expect([fact("cart.lines"), fact("cart.quantity"), fact("cart.lines")]).toEqual([1, 1, 1]);
  expect(looked.filter((key) => key === "lines")).toHaveLength(1);
});

test("nothing is asked of the browser but what is wanted of it", () => {
  const asked: string[] = [];
  const environment = {
    get "geo.timezone"() {
      asked.push("geo.timezone");
      return "Asia/Dubai";
    },
    get "device.type"() {
      asked.push("device.type");
      return "mobile";
    },
  };
  const fact = factsOf(newProfile(), context({ environment }), settings);
  fact("geo.country");
  fact("now.hour");
  expect(asked).toEqual([]);
  expect(fact("device.type")).toBe("mobile");
  expect(asked).toEqual(["device.type"]);
});
