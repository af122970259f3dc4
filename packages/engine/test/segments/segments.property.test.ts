import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ShopEvent } from "../../src/event.ts";
import { createSegments, type Segments } from "../../src/segment/segments.ts";
import { EVENTS, FACTS, print, segments as anySegments, watched, type Expression } from "./expression.ts";
import { heldNow, type World } from "./naive.ts";

const START = 1_750_000_000_000;
const AFFINITY = { halfLife: "30s", dimensions: { brand: "brand", tag: "tags" }, weights: { share: 2 } };
const WEIGHTS = {
  view_item: 1,
  select_item: 1,
  search: 1,
  view_item_list: 1,
  add_to_wishlist: 3,
  add_to_cart: 4,
  purchase: 6,
  share: 2,
};

const value = fc.constantFrom<unknown>("Prada", "GUCCI ", "7", 7, 3, 0.1, 0.2, true, false, null, NaN, {}, [
  "S",
  7,
  null,
]);
const item = fc.dictionary(fc.constantFrom("price", "quantity", "brand", "tags", "on_sale", "name"), value, {
  maxKeys: 3,
});

/** What happens, at a moment that lies `late` milliseconds before the clock. */
type Action =
  | { do: "take"; event: Record<string, unknown> & { name: string }; late: number; visits: number }
  | { do: "wait"; ms: number }
  | { do: "visit" }
  | { do: "ask"; back: number; visits: number }
  | { do: "save" | "reload" };

const event = fc
  .record({
    name: fc.constantFrom(...EVENTS),
    own: fc.dictionary(fc.constantFrom("price", "quantity", "brand", "tags", "on_sale", "revenue"), value, {
      maxKeys: 3,
    }),
    items: fc.option(fc.array(item, { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ name, own, items }) => ({ ...own, name, ...(items && { items }) }));

const wait = fc
  .constantFrom(0, 1, 999, 1000, 4000, 5000, 9999, 10_000, 20_000, 45_000)
  .map((ms): Action => ({ do: "wait", ms }));
const reload = fc.constant<Action>({ do: "reload" });
const save = fc.constant<Action>({ do: "save" });
const visit = fc.constant<Action>({ do: "visit" });

/** As it is with one tab and a clock that goes well. */
const orderly = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: event.map((event): Action => ({ do: "take", event, late: 0, visits: 0 })) },
    { weight: 4, arbitrary: wait },
    { weight: 4, arbitrary: fc.constant<Action>({ do: "ask", back: 0, visits: 0 }) },
    { weight: 1, arbitrary: visit },
    { weight: 2, arbitrary: save },
    { weight: 1, arbitrary: reload },
  ),
  { minLength: 1, maxLength: 40, size: "max" },
);

/** Anything: other tabs, clocks that jump, visits out of order. */
const wild = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(
          event,
          fc.constantFrom(0, 0, 0, 1, 5000, 15_000, 60_000, -1, -3000, -30_000),
          fc.constantFrom(0, 0, 0, 1, -1),
        )
        .map(([event, late, visits]): Action => ({ do: "take", event, late, visits })),
    },
    { weight: 4, arbitrary: wait },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(0, 0, 0, 1, 8000, 11_000, 70_000), fc.constantFrom(0, 0, 0, 1))
        .map(([back, visits]): Action => ({ do: "ask", back, visits })),
    },
    { weight: 1, arbitrary: visit },
    { weight: 2, arbitrary: save },
    { weight: 1, arbitrary: reload },
  ),
  { minLength: 1, maxLength: 40, size: "max" },
);

const facts = fc.dictionary(fc.constantFrom(...FACTS), value);
const experiments = fc.constantFrom<Record<string, string>>({}, { hero: "gucci" });

/** Plays the actions; at every asking the answers have to be those of the naive evaluator. */
function play(
  expressions: Record<string, Expression>,
  actions: Action[],
  known: Pick<World, "facts" | "experiments">,
  onCold: (segments: Segments, world: World) => void,
): void {
  const texts = Object.fromEntries(Object.entries(expressions).map(([name, of]) => [name, print(of)]));
  const open = (names: string[]): Segments => {
    const segments = createSegments({
      segments: Object.fromEntries(names.map((name) => [name, texts[name]!])),
      affinity: AFFINITY,
    });
    expect(segments.errors).toEqual([]);
    return segments;
  };
  const world: World = {
    ...known,
    now: START,
    visit: 3,
    events: [],
    segments: expressions,
    dimensions: AFFINITY.dimensions,
    weights: WEIGHTS,
    halfLife: 30_000,
  };
  let clock = START;
  let visit = 3;
  let segments = open(Object.keys(texts));
  segments.warm([]);
  for (const action of actions) {
    if (action.do === "wait") clock += action.ms;
    if (action.do === "visit") visit++;
    if (action.do === "save") segments.save();
    if (action.do === "reload") {
      // Another page, which may have none of these segments, and then one that has them again.
      const other = open([]);
      other.restore(JSON.parse(JSON.stringify(segments.save())));
      segments = open(Object.keys(texts));
      segments.restore(JSON.parse(JSON.stringify(other.save())));
    }
    if (action.do === "take") {
      const event: ShopEvent = {
        ...action.event,
        ts: clock - action.late,
        visit: visit + action.visits,
      };
      world.events.push(event);
      segments.take(event);
    }
    if (action.do === "ask") {
      world.now = clock - action.back;
      world.visit = visit - action.visits;
      const asking = {
        now: world.now,
        visit: world.visit,
        fact: (name: string) => known.facts[name],
        experiment: (name: string) => known.experiments[name],
      };
      const expected = heldNow(world);
      const held = segments.held(asking);
      if (segments.cold) {
        onCold(segments, world);
        // What does not know it does not hold, and the others are right.
        expect(expected).toEqual(expect.arrayContaining(held));
        segments.warm(world.events);
        expect(segments.cold).toBe(false);
      }
      expect(segments.held(asking)).toEqual(expected);
      const flip = segments.nextFlip(asking);
      expect(flip).toBeGreaterThan(world.now);
      // The last whole millisecond before.
      const until = { ...world, now: Math.min(Math.ceil(flip) - 1, world.now + 100_000) };
      expect(heldNow(until)).toEqual(expected);
    }
  }
}

const inAnyWay = fc.oneof({ weight: 3, arbitrary: watched }, { weight: 1, arbitrary: anySegments });

describe("what is kept gives the answers that the whole history gives", () => {
  test("in the ordinary course, without ever reading the history again", () => {
    fc.assert(
      fc.property(inAnyWay, orderly, facts, experiments, (expressions, actions, facts, experiments) => {
        play(expressions, actions, { facts, experiments }, () => expect.fail("it turned cold"));
      }),
      { numRuns: 800 },
    );
  }, 60_000);

  test("whatever the order, the clock and the visits", () => {
    fc.assert(
      fc.property(inAnyWay, wild, facts, experiments, (expressions, actions, facts, experiments) => {
        play(expressions, actions, { facts, experiments }, () => {});
      }),
      { numRuns: 1400 },
    );
  }, 60_000);
});
