import * as fc from "fast-check";
import { expect, test } from "vitest";
import { coat, context, DAY, event, HOUR, MINUTE, NOON, page, scarf, tell } from "../test/make.ts";
import { parseExperience } from "./decide/experience.ts";
import { createEngine, type Engine } from "./engine.ts";
import type { ShopEvent } from "./event.ts";

const configuration = {
  segments: {
    returning: "visitor.returning",
    "big-cart": "cart.value >= 100",
    buyer: "did(purchase)",
  },
};

const opened = (parts: object = {}): Engine => {
  const engine = createEngine({ ...configuration, ...parts });
  engine.warm([]);
  return engine;
};

const day = (days: number, parts: object = {}) => context({ now: NOON + days * DAY, ...parts });

test("a visitor who comes back is known", () => {
  const engine = opened();
  tell(engine, "page_view");
  expect(engine.segments(context())).toEqual([]);
  expect(engine.fact("visitor.returning", context())).toBe(false);
  tell(engine, "page_view", { ts: NOON + DAY });
  expect(engine.segments(day(1))).toEqual(["returning"]);
  expect(engine.fact("visitor.visits", day(1))).toBe(2);
});

test("segments follow what happens", () => {
  const engine = opened();
  tell(engine, "add_to_cart", { items: [coat] });
  expect(engine.segments(context())).toEqual(["big-cart"]);
  tell(engine, "purchase", { transaction_id: "1", items: [coat] });
  expect(engine.segments(context())).toEqual(["buyer"]);
});

test("an order that is told twice is told once, to the segments too", () => {
  const engine = opened({ segments: { twice: "count(purchase) > 1" } });
  const order = event("purchase", { transaction_id: "1", value: 10, items: [coat] });
  expect(engine.take(order)).toBe(true);
  expect(engine.take({ ...order, ts: NOON + 1 })).toBe(false);
  expect(engine.segments(day(1))).toEqual([]);
  expect(engine.fact("orders.count", context())).toBe(1);
});

test("an activity that is no event keeps the visit alive", () => {
  const engine = opened();
  tell(engine, "page_view");
  engine.active(NOON + 20 * MINUTE);
  expect(engine.visitAt(NOON + 40 * MINUTE)).toBe(1);
});

test("all facts that are known, and only facts", () => {
  const engine = opened();
  tell(engine, "identify", { profile: { name: "Ada" } });
  const facts = engine.facts(
    context({ environment: { "device.type": "mobile" }, page: page({ type: "search", searchTerm: "mug" }) }),
  );
  expect(facts).toMatchObject({ "device.type": "mobile", "profile.name": "Ada", "page.type": "search" });
  expect(Object.keys(facts).filter((name) => !/^[a-z]+\.[a-z_]+$/.test(name))).toEqual([]);
  expect(facts).not.toHaveProperty(["page.searchTerm"]);
  expect(Object.values(facts)).not.toContain(undefined);
});

test("a condition of the page is compiled when it is met", () => {
  const engine = opened();
  const condition = engine.condition('cart.quantity > 0 and page.type = "home"');
  expect(condition.error).toBeUndefined();
  expect(condition.holds(context())).toBe(false);
  tell(engine, "add_to_cart", { items: [scarf] });
  expect(condition.holds(context())).toBe(true);
  expect(condition.holds(context({ page: page({ type: "cart" }) }))).toBe(false);
});

test("a condition that cannot be compiled says so, and never holds", () => {
  const condition = opened().condition("cart.valeu > 3");
  expect(condition.error).toMatchObject({ line: 1, column: 1 });
  expect(condition.holds(context())).toBe(false);
});

test("one bad segment does not stop the others", () => {
  const engine = opened({ segments: { bad: "and", good: "visitor.visits = 1" } });
  expect(engine.errors).toMatchObject([{ segment: "bad" }]);
  expect(engine.segments(context())).toEqual(["good"]);
});

test("a customer lapses when the shop says", () => {
  const engine = opened({ lapsedAfter: "30d" });
  tell(engine, "purchase", { transaction_id: "1" });
  expect(engine.fact("visitor.stage", day(30))).toBe("customer");
  expect(engine.fact("visitor.stage", day(31))).toBe("lapsed");
});

const help = parseExperience({
  id: "help",
  kind: "popup",
  when: "cart.quantity > 0",
  cap: "1 per visit, rest 30d",
});
const asked = (now: number, parts: object = {}) => ({
  ...context({ now }),
  fired: () => true,
  showing: () => false,
  ...parts,
});

test("a pop-up comes once a visit, and rests when it was dismissed", () => {
  const engine = opened();
  const reasons = (now: number) => engine.decide([help], asked(now))[0]!.reasons;
  expect(reasons(NOON)).toEqual(["who"]);
  tell(engine, "add_to_cart", { items: [coat] });
  expect(reasons(NOON)).toEqual([]);
  tell(engine, "experience_view", { experience_id: "help", experience_kind: "popup" });
  expect(reasons(NOON)).toEqual(["cap", "quiet"]);
  expect(reasons(NOON + DAY)).toEqual([]);
  tell(engine, "experience_dismiss", { experience_id: "help", ts: NOON + MINUTE });
  expect(reasons(NOON + DAY)).toEqual(["cap"]);
  expect(reasons(NOON + 31 * DAY)).toEqual([]);
});

test("a pop-up of another page counts too", () => {
  const engine = opened();
  tell(engine, "add_to_cart", { items: [coat] });
  tell(engine, "experience_view", { experience_id: "elsewhere", experience_kind: "popup" });
  expect(engine.decide([help], asked(NOON))[0]!.reasons).toEqual(["quiet"]);
});

test("rails are filled from what was met", () => {
  const engine = opened();
  tell(engine, "view_item", { items: [coat] });
  tell(engine, "view_item", { items: [scarf], ts: NOON + 1 });
  expect(engine.recommend("recently-viewed", { limit: 1 })).toMatchObject([
    { item_id: "scarf", price: 30.1 },
  ]);
  expect(engine.recommend("popular")).toEqual([]);
});

test("what is wished for is known, even when no rail shows it", () => {
  const engine = opened();
  tell(engine, "add_to_wishlist", { items: [coat] });
  tell(engine, "purchase", { items: [coat], ts: NOON + 1 });
  expect(engine.recommend("wishlist")).toEqual([]);
  expect(engine.isWished(coat)).toBe(true);
  expect(engine.isWished(scarf)).toBe(false);
});

// --- What is saved and restored ---

/** A shop's year, or an hour of a mad one. */
const shopping: fc.Arbitrary<ShopEvent[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(
        ..."page_view view_item add_to_cart remove_from_cart view_cart purchase add_to_wishlist identify".split(
          " ",
        ),
        ..."remove_from_wishlist experience_view experience_dismiss experience_convert search".split(" "),
      ),
      pause: fc.integer({ min: 0, max: 2 * HOUR }),
      id: fc.constantFrom("a", "b", "c", "d", 'é"\\\u2028'),
      value: fc.option(fc.nat(500), { nil: undefined }),
    }),
    { maxLength: 60 },
  )
  .map((acts) => {
    let ts = NOON;
    return acts.map(({ name, pause, id, value }) => ({
      name,
      ts: (ts += pause),
      visit: 1 + Math.floor((ts - NOON) / DAY),
      value,
      page_path: `/${id}`,
      experience_id: id,
      transaction_id: `T${id}${value}`,
      profile: { [id]: value },
      items: [{ item_id: id, item_name: id.repeat(9), price: value, currency: "EUR", quantity: 1 }],
    }));
  });

const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

test("what is saved and restored is as it was, and goes on alike", () => {
  fc.assert(
    fc.property(shopping, shopping, (before, after) => {
      const [one, other] = [opened(), opened()];
      for (const each of before) one.take(each);
      expect(other.restore(json(one.save()))).toBe(true);
      expect(json(other.save())).toEqual(json(one.save()));
      for (const each of after) expect(other.take(each)).toBe(one.take(each));
      const then = context({ now: NOON + 10 * DAY });
      expect(other.facts(then)).toEqual(one.facts(then));
      expect(other.segments(then)).toEqual(one.segments(then));
      for (const strategy of ["recently-viewed", "cart", "wishlist"])
        expect(other.recommend(strategy)).toEqual(one.recommend(strategy));
    }),
  );
});

test("what was saved stays as it was while the engine goes on", () => {
  const engine = opened();
  tell(engine, "add_to_cart", { items: [coat] });
  const saved = engine.save();
  const text = JSON.stringify(saved);
  tell(engine, "add_to_cart", { items: [coat, scarf], ts: NOON + 1 });
  expect(JSON.stringify(saved)).toBe(text);
  const other = opened();
  other.restore(saved);
  tell(other, "purchase", { items: [coat], ts: NOON + 2 });
  expect(JSON.stringify(saved)).toBe(text);
});

test("restoring forgets what was known before", () => {
  const [one, other] = [opened(), opened()];
  tell(one, "page_view");
  tell(other, "purchase", { transaction_id: "1", value: 10 });
  expect(other.restore(one.save())).toBe(true);
  expect(other.fact("orders.count", context())).toBe(0);
  expect(other.segments(context())).toEqual([]);
});

test("junk is not restored, and the engine is as new", () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      (junk) => {
        const engine = opened();
        tell(engine, "purchase", { transaction_id: "1", value: 10 });
        expect(engine.restore(junk)).toBe(false);
        expect(engine.restore({ check: 0, state: junk })).toBe(false);
        expect(engine.fact("orders.count", context())).toBe(0);
        tell(engine, "page_view");
        expect(engine.fact("visit.pages", context())).toBe(1);
      },
    ),
  );
});

test("what throws when it is looked at is not restored", () => {
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error("trap");
      },
    },
  );
  for (const junk of [trap, { check: 1, state: trap }, undefined, null])
    expect(opened().restore(junk)).toBe(false);
});

/** Every place in a value, as the ways to it. */
function* places(value: unknown, way: string[] = []): Generator<string[]> {
  if (way.length) yield way;
  if (value && typeof value === "object")
    for (const key of Object.keys(value))
      yield* places((value as Record<string, unknown>)[key], [...way, key]);
}

test("a saved state in which anything has changed is not restored", () => {
  const engine = opened();
  tell(engine, "page_view", { page_path: "/" });
  tell(engine, "view_item", { items: [coat] });
  tell(engine, "add_to_cart", { items: [coat] });
  tell(engine, "experience_view", { experience_id: "help" });
  const saved = json(engine.save());
  let tried = 0;
  for (const way of places(saved))
    for (const change of [undefined, null, 7, "x", [], {}]) {
      const copy = json(saved) as Record<string, unknown>;
      let parent = copy;
      for (const key of way.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
      parent[way.at(-1)!] = change;
      if (JSON.stringify(copy) === JSON.stringify(saved)) continue;
      expect(opened().restore(copy), way.join(".")).toBe(false);
      tried++;
    }
  expect(tried).toBeGreaterThan(200);
});

/** Somebody who does nothing but shop, in a shop that spares no words. */
function* heaviestYear(long: string): Generator<ShopEvent> {
  let visit = 0;
  for (let ts = NOON; ts < NOON + 365 * DAY; ts += DAY) {
    visit++;
    for (let index = 0; index < 6; index++) {
      const number = (visit * 7 + index * 13) % 400;
      const item = {
        item_id: `${long}-SKU-${number}`,
        item_name: `Product ${number} ${long}`,
        item_brand: `Brand ${number % 40} ${long}`,
        item_category: `Category ${number % 30} ${long}`,
        item_variant: `Size ${number % 9} ${long}`,
        price: number + 0.99,
        list_price: number + 20.99,
        currency: "EUR",
        url: `https://shop.example/${long}/products/${number}`,
        image: `https://cdn.shop.example/${long}/images/${number}.jpg?width=800`,
        availability: "InStock",
        on_sale: true,
        rating: 4.5,
        reviews: 1234,
        quantity: 2,
      };
      const make = (name: string, parameters: object = {}): ShopEvent =>
        event(name, { ts: ts + index * MINUTE, visit, items: [item], ...parameters });
      const experience_id = `${long}-experience-${number % 80}`;
      yield make("page_view", { page_path: `/${long}/${number}`, medium: long, source: long });
      yield make("view_item");
      yield make(index % 4 ? "add_to_cart" : "add_to_wishlist");
      yield make("experience_view", { experience_id, experience_kind: "rail" });
      yield make("experience_dismiss", { experience_id });
      yield make("identify", { profile: { [`${long} ${number}`]: long } });
      if (index === 5) yield make("purchase", { transaction_id: `${long}-${visit}-${index}`, value: 99.5 });
    }
  }
}

// Eighty experiences that were all waved away take room from the rails: that they stay away comes first.
test.each([
  ["few words", "", 6],
  ["many words", "a-rather-long-text-that-some-shops-have", 2],
  ["words that need many characters in JSON", '\u0001"'.repeat(40), 0],
  ["more words than anybody should", "x".repeat(5000), 0],
])("the heaviest shopper's year fits in 24 kB, in %s", (_words, long, products) => {
  const engine = opened({
    segments: Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `s${index}`,
        `count(view_item where price > ${index} within 30d) > ${index} and sum(purchase.value) > ${index}`,
      ]),
    ),
  });
  for (const each of heaviestYear(long)) engine.take(each);
  const then = context({ now: NOON + 365 * DAY });
  engine.segments(then);
  const text = JSON.stringify(engine.save());
  expect(text.length).toBeLessThanOrEqual(24_000);
  expect(engine.recommend("recently-viewed").length).toBeGreaterThanOrEqual(products);
  expect(engine.fact("orders.count", then)).toBe(365);
  expect(opened().restore(JSON.parse(text))).toBe(true);
});

test("what is in the cart and on the wish list is forgotten last", () => {
  const engine = opened();
  const product = (id: string) => ({ items: [{ item_id: id, item_name: id.padEnd(250, "-"), price: 1 }] });
  tell(engine, "add_to_wishlist", product("wished"));
  tell(engine, "add_to_cart", product("carted"));
  for (let index = 1; index < 60; index++)
    tell(engine, "view_item", { ...product(`seen-${index}-${"é".repeat(60)}`), ts: NOON + index });
  engine.save();
  expect(engine.recommend("recently-viewed").length).toBeLessThan(59);
  expect(engine.recommend("wishlist")).toMatchObject([{ item_id: "wished" }]);
  expect(engine.recommend("cart")).toMatchObject([{ item_id: "carted" }]);
});

test("reset forgets everything, and conditions that were given out go on", () => {
  const engine = opened();
  const condition = engine.condition("did(purchase)");
  engine.warm([]);
  tell(engine, "purchase", { transaction_id: "1" });
  expect(condition.holds(context())).toBe(true);
  engine.reset();
  engine.warm([]);
  expect(condition.holds(context())).toBe(false);
  expect(engine.take(event("purchase", { transaction_id: "1" }))).toBe(true);
});

test("until the history has been seen, what asks it does not hold", () => {
  const engine = createEngine({ segments: { never: "not did(purchase)", here: 'page.type = "home"' } });
  expect(engine.cold).toBe(true);
  expect(engine.segments(context())).toEqual(["here"]);
  engine.warm([]);
  expect(engine.cold).toBe(false);
  expect(engine.segments(context())).toEqual(["here", "never"]);
});

// --- The same circumstances, asked again ---

test("what is asked twice in the same circumstances is worked out once", () => {
  const engine = opened();
  let read = 0;
  const here = {
    ...context(),
    get page() {
      read++;
      return page();
    },
  };
  expect(engine.segments(here)).toEqual([]);
  expect(engine.fact("page.type", here)).toBe("home");
  expect(engine.fact("page.path", here)).toBe("/");
  expect(read).toBe(1);
});

test("what is asked again in the same circumstances follows what has happened in between", () => {
  const engine = opened();
  const here = context();
  const full = engine.condition("cart.quantity > 0");
  const asked = () => [engine.fact("cart.quantity", here), full.holds(here), engine.segments(here)];
  expect(asked()).toEqual([0, false, []]);
  tell(engine, "add_to_cart", { items: [coat] });
  expect(asked()).toEqual([1, true, ["big-cart"]]);
  const saved = engine.save();
  tell(engine, "purchase", { transaction_id: "1", items: [coat] });
  expect(asked()).toEqual([0, false, ["buyer"]]);
  engine.restore(saved);
  expect(asked()).toEqual([1, true, ["big-cart"]]);
  engine.reset();
  engine.warm([]);
  expect(asked()).toEqual([0, false, []]);
});

test("what is asked again in the same circumstances follows an activity", () => {
  const engine = opened();
  tell(engine, "page_view");
  const later = context({ now: NOON + 40 * MINUTE });
  expect([engine.fact("visitor.visits", later), engine.segments(later)]).toEqual([2, ["returning"]]);
  engine.active(NOON + 20 * MINUTE);
  expect([engine.fact("visitor.visits", later), engine.segments(later)]).toEqual([1, []]);
});

test("what is asked again in the same circumstances follows what was forgotten for want of room", () => {
  const engine = opened();
  const product = (id: string) => ({ item_id: id, item_name: id.padEnd(250, "-"), price: 1 });
  for (let index = 0; index < 60; index++)
    tell(engine, "view_item", { items: [product(`${index}-${"é".repeat(60)}`)], ts: NOON + index });
  tell(engine, "page_view", { ts: NOON + MINUTE });
  const here = context({
    now: NOON + MINUTE,
    page: page({ type: "product", product: product(`0-${"é".repeat(60)}`) }),
  });
  expect(engine.fact("product.viewed", here)).toBe(1);
  engine.save();
  expect(engine.fact("product.viewed", here)).toBe(0);
});

// --- When to ask again ---

test("a visit ends by itself, so that is when to ask again", () => {
  const engine = opened();
  expect(engine.nextFlip(context())).toBe(Infinity);
  tell(engine, "page_view");
  expect(engine.nextFlip(context())).toBe(NOON + 30 * MINUTE);
  engine.active(NOON + 10 * MINUTE);
  expect(engine.nextFlip(context())).toBe(NOON + 40 * MINUTE);
  expect(engine.nextFlip(context({ now: NOON + HOUR }))).toBe(Infinity);
});

test.each([
  ["did(purchase within 10m)", NOON, NOON + 10 * MINUTE],
  ["since(purchase) >= 60d", NOON + DAY, NOON + 60 * DAY],
  ["orders.last >= 60d", NOON + DAY, NOON + 60 * DAY],
  ["now.hour >= 13", NOON + DAY, NOON + DAY + HOUR],
  ['visitor.stage = "lapsed"', NOON + DAY, NOON + 90 * DAY + 1],
  ["rfm.recency = 5", NOON + DAY, NOON + 30 * DAY + 1],
  ["profile.birthday_in <= 7d", NOON + DAY, Date.UTC(2026, 10, 28, 13)],
  ["orders.count = 1", NOON + DAY, Infinity],
])("%s has to be asked again when time alone may change it", (text, now, moment) => {
  const engine = opened({ segments: { it: text } });
  tell(engine, "identify", { profile: { birthday: "12-10" } });
  tell(engine, "purchase", { transaction_id: "1", value: 10 });
  expect(engine.nextFlip(context({ now }))).toBe(moment);
});

test("a condition of the page counts too", () => {
  const engine = opened();
  engine.condition("now.hour > 20").holds(context());
  expect(engine.nextFlip(context())).toBe(NOON + HOUR);
});

const BY_TIME = [
  "visitor.returning",
  "count(view_item within 2h) >= 2",
  "did(search in visit) and visit.pages > 0",
  "now.hour >= 13 or orders.last > 40d",
  'rfm.group = "new"',
  'visitor.stage in ["lapsed", "browsing"]',
  "cart.age > 3h and cart.quantity > 0",
  "visitor.age < 2d",
  'now.weekday = "saturday" or profile.birthday_in < 12h',
];

test("up to then nothing changes", () => {
  const segments = Object.fromEntries(BY_TIME.map((text, index) => [`s${index}`, text]));
  fc.assert(
    fc.property(shopping, fc.integer({ min: 0, max: 50 * DAY }), fc.nat(999), (events, wait, part) => {
      const engine = opened({ segments });
      for (const each of events) tell(engine, each.name, { ...each, visit: engine.visitAt(each.ts) });
      tell(engine, "identify", { profile: { birthday: "12-10" }, ts: events.at(-1)?.ts ?? NOON });
      const now = (events.at(-1)?.ts ?? NOON) + (part % 2 ? wait : wait % HOUR);
      const before = engine.segments(context({ now }));
      const until = Math.min(engine.nextFlip(context({ now })), now + 400 * DAY);
      expect(until).toBeGreaterThan(now);
      for (const then of [now + Math.floor(((until - 1 - now) * part) / 999), until - 1])
        expect(engine.segments(context({ now: then }))).toEqual(before);
    }),
    { numRuns: 500 },
  );
});
