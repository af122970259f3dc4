import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Engine } from "../src/engine.ts";
import { createEngine, type ShopEvent } from "../src/index.ts";
import { coat, context, DAY, HOUR, NOON, scarf } from "./make.ts";
import { patience, runs } from "./runs.ts";
import { readable, watched } from "./segments/any-expression.ts";
import { print } from "./segments/expression.ts";

const NAMES = ["page_view", "view_item", "add_to_cart", "remove_from_cart", "purchase", "search", "share"];

/** A history: the pauses between its events, in the order in which they were kept. */
const history = fc
  .array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      pause: fc.constantFrom(0, 1, 1000, 20_000, HOUR, 3 * DAY, 90 * DAY),
      brand: fc.constantFrom("Prada", "gucci"),
      price: fc.nat(9),
    }),
    { minLength: 1, maxLength: 60, size: "max" },
  )
  .map((acts) => {
    let ts = NOON - 3000 * DAY;
    let visit = 1;
    return acts.map(({ name, pause, brand, price }, index): ShopEvent => {
      ts += pause;
      if (pause >= HOUR) visit++;
      const items = [{ ...(price % 2 ? coat : scarf), brand, price }];
      const order = name === "purchase" && { transaction_id: `${index}`, value: price };
      return { name, ts, visit, brand, price, items, ...order };
    });
  });

const FIXED = {
  loyal: "count(purchase) >= 3",
  big: "sum(purchase.value) > 20",
  steady: "count(page_view within 60d) >= 5",
  "first-long-ago": "since(first page_view) > 390d",
};

const answers = (engine: Engine, now: number) => {
  const at = context({ now });
  return { segments: engine.segments(at), facts: engine.facts(at) };
};

/** Folds the history up to each of the cuts, one after the other; the state, and how much of the history it covers. */
function foldUpTo(engine: Engine, events: ShopEvent[], cuts: number[]): { state: unknown; count: number } {
  let state: unknown;
  let count = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const upTo = Math.min(cut, events.length);
    if (upTo <= count) continue;
    state = JSON.parse(JSON.stringify(engine.fold(events.slice(count, upTo), state)));
    count = upTo;
  }
  return { state, count };
}

describe("what is folded answers like the events that it was made of", () => {
  const property = (share: number, check: (play: Play) => void) =>
    fc.assert(
      fc.property(
        fc.record({
          expressions: watched.map(readable),
          events: history,
          cuts: fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
          later: fc.constantFrom(0, HOUR, 30 * DAY),
        }),
        ({ expressions, events, cuts, later }) => {
          const asked = Object.fromEntries(
            Object.entries(expressions).map(([name, one]) => [name, print(one)]),
          );
          const open = (): Engine => createEngine({ segments: { ...asked, ...FIXED } });
          const whole = open();
          whole.warm([]);
          for (const event of events) whole.take(event);
          check({ open, whole, events, cuts, now: events.at(-1)!.ts + later });
        },
      ),
      runs(share),
    );

  test(
    "to an engine that begins with it and is told the rest",
    () =>
      property(0.04, ({ open, whole, events, cuts, now }) => {
        const next = open();
        const { state, count } = foldUpTo(open(), events, cuts);
        if (state) expect(next.restore(state)).toBe(true);
        else next.warm([]);
        for (const event of events.slice(count)) next.take(event);
        expect(answers(next, now)).toEqual(answers(whole, now));
      }),
    patience(60_000),
  );

  test(
    "to a query that is cold, beside the purchases that are kept longer",
    () =>
      property(0.03, ({ open, whole, events, cuts, now }) => {
        const { state, count } = foldUpTo(open(), events, cuts);
        const kept = events.slice(0, count).filter(({ name }) => name === "purchase");
        const cold = open();
        cold.warm([...kept, ...events.slice(count)], state, kept.length);
        expect(segmentsOnly(cold, now)).toEqual(segmentsOnly(whole, now));
      }),
    patience(60_000),
  );
});

interface Play {
  open(): Engine;
  whole: Engine;
  events: ShopEvent[];
  cuts: number[];
  now: number;
}

/** Of the segments that ask nothing but events. */
const segmentsOnly = (engine: Engine, now: number): string[] =>
  engine.segments(context({ now })).filter((name) => Object.hasOwn(FIXED, name));
