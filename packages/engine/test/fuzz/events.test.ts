import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ShopEvent } from "../../src/event.ts";
import { replay } from "../../src/replay.ts";
import { createSegments, type Asking } from "../../src/segment/segments.ts";
import { runs } from "../runs.ts";
import { INHERITED } from "./texts.ts";

const NET = 20_000;
const NOW = 1_750_000_000_000;
const asking: Asking = { now: NOW, visit: 1, fact: () => undefined };

/** Every kind of query, with every clause. */
const TEXTS: Record<string, string> = {
  good: "count(good) = 2",
  goodSum: "sum(good.price within 1h) = 6",
  goodLast: 'last(good.item_brand) = "prada"',
  goodBrand: 'affinity(brand, "prada") >= 0',
  count: "count(odd) >= 1 and count(odd within 1h) >= 0",
  window: "count(odd where price > 3 within 1h in visit after purchase) > 3",
  share: "share(odd where known(price) or name = 'odd' within 1d) > 50%",
  since: "since(odd) > 3d or since(odd in visit) < 0.5s",
  sum: "sum(odd.price) > 3 and avg(odd.revenue) > 2 and sum(odd.revenue within 2h) > 1",
  extremes: "min(odd.price) < max(odd.price within 7d)",
  distinct: "distinct(odd.item_brand) > 3 or distinct(odd.tags within 2d) > 0",
  ends: 'first(odd.item_id) = last(odd.item_id) and last(odd.visit in visit) = 1 and first(odd.ts) = "x"',
  steps: "sequence(odd, odd within 1h, good where price > 1)",
  top: 'top(brand) = "x" or affinity(category, "y") > 10%',
};

const affinity = { weights: { odd: 2 } };
const open = () => createSegments({ segments: TEXTS, affinity });

const good = (ts: number): ShopEvent => ({ name: "good", ts, visit: 1, price: 3, item_brand: "Prada" });

/** An odd event between good ones harms nothing, before and after it is saved. */
function survive(...odd: unknown[]): void {
  const segments = open();
  segments.warm([]);
  segments.take(good(NOW - 2000));
  for (const event of odd) segments.take(event as ShopEvent);
  segments.take(good(NOW - 1000));
  const events = [good(NOW - 2000), ...(odd as ShopEvent[]), good(NOW - 1000)];
  segments.held(asking);
  if (segments.cold) segments.warm(events);
  const held = segments.held(asking);
  expect(held).toEqual(expect.arrayContaining(["good", "goodLast", "goodSum"]));
  expect(segments.nextFlip(asking)).toBeGreaterThan(NOW);
  const next = open();
  next.restore(JSON.parse(JSON.stringify(segments.save())));
  next.held(asking);
  if (next.cold) next.warm(events);
  expect(next.held(asking)).toEqual(expect.arrayContaining(["good", "goodLast", "goodSum"]));
  replay({ segments: TEXTS, affinity, events, probes: [{ at: NOW, visit: 1 }] });
}

const cyclic: Record<string, unknown> = { item_id: "a" };
cyclic["self"] = cyclic;
cyclic["tags"] = [cyclic];

const FIELDS = [
  "price",
  "quantity",
  "item_brand",
  "item_category",
  "item_id",
  "tags",
  "items",
  "visit",
  "ts",
];

const odd = (parts: object): object => ({ name: "odd", ts: NOW - 1500, visit: 1, ...parts });

describe("an event that is no such thing", () => {
  test.each<[string, object]>([
    ["items that are a text", { items: "many" }],
    ["items that are a number", { items: 7 }],
    ["items that are an object", { items: { length: 3, 0: { price: 3 } } }],
    ["items of nulls", { items: [null, undefined, null] }],
    ["items of texts and numbers", { items: ["a", 7, true, NaN] }],
    ["items of lists", { items: [[], [{ price: 3 }]] }],
    ["items within items", { items: [{ items: [{ price: 3 }], price: 3 }] }],
    ["items with holes", { items: Object.assign([], { 5: { price: 3 } }) }],
    ["no name", { name: undefined }],
    ["a number as its name", { name: 7 }],
    ["an object as its name", { name: {} }],
    ["a list as its name", { name: ["odd"] }],
    ["fields that are objects", { price: { amount: 3 }, item_brand: { name: "x" }, tags: [[["a"]]] }],
    ["numbers that are none", { price: NaN, quantity: Infinity, item_brand: -0 }],
    [
      "numbers beyond all measure",
      { price: 1e308, quantity: 1e308, items: [{ price: 1e308 }, { price: 1e308 }] },
    ],
    ["numbers as texts", { price: "3", quantity: "2", visit: "1" }],
    ["a price as a big number", { price: 3n, item_brand: 3n }],
    ["a symbol and a function", { item_brand: Symbol("x"), tags: () => "a" }],
    ["values that go round", { ...cyclic, items: [cyclic] }],
    ["a long text", { item_brand: "x".repeat(65_536), tags: ["İ".repeat(65_536)] }],
    ["no visit", { visit: undefined }],
    ["a visit that is none", { visit: NaN }],
    ["a visit far away", { visit: 1e300 }],
    ["a visit before all", { visit: -1 }],
    ["a moment before 1970", { ts: -5 }],
    ["a moment far in the past", { ts: -1e300 }],
    ["a moment far in the future", { ts: 1e300 }],
    ["a moment between milliseconds", { ts: NOW - 1500.5 }],
  ])("%s", (_, parts) => {
    survive(odd(parts));
    survive(odd(parts), odd({}), odd(parts));
    survive(odd({}), odd({ ...parts, name: "purchase" }), odd(parts));
  });

  test.each<[string, unknown]>([
    ["that never comes", Infinity],
    ["that was always", -Infinity],
    ["that is none", NaN],
    ["that is absent", undefined],
    ["that is a text", "2026-11-27"],
    ["that is null", null],
  ])("a moment %s", (_, ts) => {
    survive(odd({ ts }));
    survive(odd({ ts }), odd({}), odd({ ts, name: "purchase" }));
  });

  test.each(INHERITED)("%s as the name of the event, of fields and of values", (name) => {
    const fields = JSON.parse(`{"${name}":3}`) as object;
    survive(
      { ...odd({ name }), ...fields },
      odd({ ...fields, item_brand: name, tags: [name], items: [fields] }),
    );
  });

  test(
    "whatever else it may be",
    () => {
      const value = fc.oneof(
        fc.jsonValue(),
        fc.double(),
        fc.constantFrom<unknown>(undefined, NaN, NOW - 1700, "Prada", ...INHERITED),
      );
      const item = fc.dictionary(fc.constantFrom(...FIELDS), value);
      const event = fc
        .record({
          name: fc.constantFrom<unknown>("odd", "odd", "odd", "purchase", "add_to_cart", "__proto__", 7),
          ts: fc.oneof(
            { weight: 3, arbitrary: fc.integer({ min: NOW - 10_000, max: NOW + 10_000 }) },
            { weight: 1, arbitrary: fc.double() },
          ),
          own: fc.dictionary(fc.constantFrom(...FIELDS), value),
          items: fc.option(fc.array(fc.oneof(item, value), { maxLength: 4 }), { nil: undefined }),
        })
        .map(({ own, items, ...event }) => ({ ...own, ...event, ...(items && { items }) }));
      fc.assert(
        fc.property(fc.array(event, { maxLength: 6 }), (events) => survive(...events)),
        runs(0.1),
      );
    },
    NET,
  );
});

test(
  "100,000 items in an event, and an event with as many fields",
  () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      item_brand: `b${index}`,
      price: 1,
      tags: [index],
    }));
    const fields = Object.fromEntries(many.map(({ item_brand }) => [item_brand, 1]));
    survive(
      odd({ items: many, name: "odd" }),
      odd(fields),
      odd({ tags: many.map(({ item_brand }) => item_brand) }),
    );
  },
  NET,
);
