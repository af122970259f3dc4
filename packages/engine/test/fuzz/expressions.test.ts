import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, checkSegments } from "../../src/check.ts";
import type { ShopEvent } from "../../src/event.ts";
import { isFact } from "../../src/profile/fact-names.ts";
import { replay } from "../../src/replay.ts";
import { parse } from "../../src/segment/parser.ts";
import { createSegments, type Asking } from "../../src/segment/segments.ts";
import { patience, runs } from "../runs.ts";
import { holding } from "../segments/naive.ts";
import { expectPlace, expectUnderlined } from "./errors.ts";
import { expressionOf } from "./expression-of.ts";
import { anyText } from "./texts.ts";

const NOW = 1_750_000_000_000;

const event = (name: string, before: number, more: object = {}): ShopEvent => ({
  name,
  ts: NOW - before,
  visit: 1,
  ...more,
});

const events = [
  event("view_item", 86_400_000, { price: 30, item_brand: "Prada" }),
  event("purchase", 5000, { value: 7, items: [{ price: 10, quantity: 2, item_brand: "Gucci" }, {}] }),
  event("view_item", 5000, { items: [{ price: 3, on_sale: true }] }),
  event("constructor", 1),
  event("add_to_cart", 0, { item_brand: "prada", __proto__: 3 }),
];

const facts: Record<string, unknown> = {
  "cart.value": 3,
  "geo.country": "AE",
  "visitor.returning": true,
  "profile.x": ["AE", 7],
};
const fact = (name: string): unknown => (Object.hasOwn(facts, name) ? facts[name] : undefined);
const asking: Asking = { now: NOW, visit: 1, fact, experiment: () => "Prada" };

const setOf = (text: string) => ({ s: text, t: 'segment("s")' });
const open = (text: string) => createSegments({ segments: setOf(text), isFact });

describe("whatever is written", () => {
  test(
    "compiles or has an error with its place, the same each time",
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const segments = open(text);
          const error = segments.errors.find(({ segment }) => segment === "s");
          expect(open(text).errors).toEqual(segments.errors);
          for (const error of segments.errors)
            expectPlace(error.segment === "s" ? text : 'segment("s")', error);
          const errors = checkSegments(setOf(text)).filter(({ segment }) => segment === "s");
          expect(checkSegments(setOf(text)).filter(({ segment }) => segment === "s")).toEqual(errors);
          for (const error of check(text)) expectUnderlined(text, error);
          for (const error of errors) expectUnderlined(text, error);
          expect(errors.map(({ line, column }) => line * 1e6 + column)).toEqual(
            errors.map(({ line, column }) => line * 1e6 + column).sort((a, b) => a - b),
          );
          // The engine has the first of what check has.
          const { segment, line, column } = error ?? {};
          expect({ line, column }).toEqual({ line: errors[0]?.line, column: errors[0]?.column });
          expect(segment).toBe(error && "s");
          expect(segments.condition(text).error === undefined).toBe(!errors[0]);
        }),
        runs(0.3),
      );
    },
    patience(60_000),
  );

  test(
    "can be asked, saved and restored, and what is wrong never holds",
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const segments = open(text);
          segments.warm([]);
          for (const event of events) segments.take(event);
          const held = segments.held(asking);
          expect(["", "s,t"]).toContain(held.join());
          if (segments.errors[0]) expect(held).toEqual([]);
          expect(segments.nextFlip(asking)).toBeGreaterThan(NOW);
          const next = open(text);
          next.restore(JSON.parse(JSON.stringify(segments.save())));
          expect(next.cold).toBe(false);
          expect(next.held(asking)).toEqual(held);
          const [answer] = replay({
            segments: setOf(text),
            events,
            probes: [{ at: NOW, visit: 1, facts, experiments: { s: "Prada" } }],
          });
          if (!/experiment/.test(text)) expect(answer).toEqual({ at: NOW, held });
        }),
        runs(0.3),
      );
    },
    patience(60_000),
  );

  test(
    "has the answer of the naive evaluator where it compiles",
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const dimensions = { brand: "item_brand", category: "item_category" };
          const { node, flaws } = parse(text, isFact, {}, dimensions);
          fc.pre(!!node && !flaws[0]);
          const world = {
            now: NOW,
            visit: 1,
            events,
            segments: {},
            fact,
            experiments: new Proxy({}, { get: () => "Prada" }),
            dimensions,
            weights: { view_item: 1, add_to_cart: 4, purchase: 6 },
            halfLife: 30 * 86_400_000,
          };
          const segments = createSegments({ segments: { s: text }, isFact });
          segments.warm(events);
          expect(segments.holds("s", asking)).toBe(holding(world, [expressionOf(node!)])[0]);
        }),
        { ...runs(0.1), maxSkipsPerRun: 1000 },
      );
    },
    patience(60_000),
  );
});

test("an error in an empty first line shows that line, not the next", () => {
  const [error] = check("\n #");
  expectUnderlined("\n #", error!);
});
