import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, event, HOUR, MINUTE, NOON } from "../../test/make.ts";
import type { ShopEvent } from "../event.ts";
import { createConversions } from "./conversions.ts";
import { parseGoal } from "./goal.ts";

const goals = new Map([
  ["experience hero", parseGoal("purchase")],
  ["experience letter", parseGoal({ when: "sign_up", within: "1h", value: 2 })],
  ["experience big", parseGoal({ when: "cart.value >= 100", name: "big-cart" })],
  ["experiment colour", parseGoal({ when: "add_to_cart", within: "1d" })],
]);

const seen = (experience_id: string, ts: number, more = {}) =>
  event("experience_view", { experience_id, experience_kind: "swap", ts, ...more });
const tested = (experiment_id: string, ts: number) =>
  event("experiment_view", { experiment_id, variation: "bold", ts });
const bought = (ts: number, value = 89) =>
  event("purchase", { ts, value, currency: "EUR", transaction_id: `o${ts}` });

/** Everything that was reached, each written down as it is found, as a page does. */
function play(events: ShopEvent[], conversions = createConversions(goals)) {
  return events.flatMap((each) => {
    conversions.take(each);
    const reached = conversions.reached();
    for (const { ts, name, parameters } of reached) conversions.take(event(name, { ...parameters, ts }));
    return reached;
  });
}
const told = (events: ShopEvent[]) => play(events).map(({ name, parameters }) => [name, parameters]);

test("an order after a view is its conversion, with what it was worth and which variation was seen", () => {
  const view = seen("hero", NOON, { experiment_id: "heroes", variation: "bold" });
  expect(play([view, bought(NOON + HOUR)])).toEqual([
    {
      id: `goal experience hero ${NOON}`,
      ts: NOON + HOUR,
      name: "experience_convert",
      parameters: {
        experience_id: "hero",
        experiment_id: "heroes",
        variation: "bold",
        goal: "purchase",
        value: 89,
        currency: "EUR",
      },
    },
  ]);
});

test.each<[string, ShopEvent[], number]>([
  ["an order before the view", [bought(NOON - 1), seen("hero", NOON)], 0],
  ["an order within the window", [seen("hero", NOON), bought(NOON + 7 * DAY)], 1],
  ["an order after it", [seen("hero", NOON), bought(NOON + 7 * DAY + 1)], 0],
  [
    "the window is of the last view",
    [seen("hero", NOON), seen("hero", NOON + DAY), bought(NOON + 8 * DAY)],
    1,
  ],
  ["two orders after one view", [seen("hero", NOON), bought(NOON + 1), bought(NOON + 2)], 1],
  ["a view after each", [seen("hero", NOON), bought(NOON + 1), seen("hero", NOON + 2), bought(NOON + 3)], 2],
  ["another event", [seen("hero", NOON), event("sign_up", { ts: NOON + 1 })], 0],
  ["an experience without a goal", [seen("other", NOON), bought(NOON + 1)], 0],
  ["a view without an experience", [event("experience_view"), bought(NOON + 1)], 0],
  [
    "its own button is not its goal",
    [
      seen("hero", NOON),
      event("experience_convert", { experience_id: "hero", ts: NOON + 1 }),
      bought(NOON + 2),
    ],
    1,
  ],
])("%s: %#", (_, events, times) => {
  expect(play(events)).toHaveLength(times);
});

test("each that was seen counts for itself, and an experiment without a goal is there for a sale", () => {
  expect(told([seen("hero", NOON), tested("unknown", NOON + 1), bought(NOON + 2)])).toEqual([
    ["experience_convert", { experience_id: "hero", goal: "purchase", value: 89, currency: "EUR" }],
    ["goal", { experiment_id: "unknown", variation: "bold", goal: "purchase", value: 89, currency: "EUR" }],
  ]);
});

test("a goal has a window and a worth of its own", () => {
  expect(told([seen("letter", NOON), event("sign_up", { ts: NOON + HOUR })])).toEqual([
    ["experience_convert", { experience_id: "letter", goal: "sign_up", value: 2 }],
  ]);
  expect(told([seen("letter", NOON), event("sign_up", { ts: NOON + HOUR + 1 })])).toEqual([]);
  expect(told([tested("colour", NOON), event("add_to_cart", { ts: NOON + 5 })])).toEqual([
    ["goal", { experiment_id: "colour", variation: "bold", goal: "add_to_cart" }],
  ]);
});

test("what is recorded already is not found again when the journal is read anew", () => {
  const conversions = createConversions(goals);
  const record = event("experience_convert", { experience_id: "hero", goal: "purchase", ts: NOON + 1 });
  for (const each of [seen("hero", NOON), bought(NOON + 1), record]) conversions.take(each);
  expect(conversions.reached()).toEqual([]);
  // And one that was not: the page was left just then.
  for (const each of [seen("hero", NOON + 2), bought(NOON + 3)]) conversions.take(each);
  expect(conversions.reached()).toHaveLength(1);
});

test("an expression has to become true after the view: what held before is nobody's work", () => {
  const look = (conversions: ReturnType<typeof createConversions>, ts: number, holds: boolean) => {
    conversions.look(ts, () => holds);
    return conversions.reached();
  };
  const held = createConversions(goals);
  held.take(seen("big", NOON));
  expect(look(held, NOON + 1, true)).toEqual([]);
  const became = createConversions(goals);
  became.take(seen("big", NOON));
  expect(look(became, NOON + 1, false)).toEqual([]);
  expect(look(became, NOON + 2, true)).toMatchObject([
    { ts: NOON + 2, parameters: { experience_id: "big", goal: "big-cart" } },
  ]);
  expect(look(became, NOON + 3, false)).toEqual([]);
  expect(look(became, NOON + 4, true)).toEqual([]);
});

test("it goes on from page to page", () => {
  const before = createConversions(goals);
  before.take(seen("hero", NOON));
  before.take(seen("big", NOON));
  before.look(NOON + 1, () => false);
  const kept = JSON.parse(JSON.stringify(before.exposed));
  const after = createConversions(goals, kept);
  after.take(bought(NOON + DAY));
  after.look(NOON + DAY, () => true);
  expect(after.reached().map(({ parameters }) => parameters.experience_id)).toEqual(["hero", "big"]);
});

test("no more than 64 are kept, those that were seen last", () => {
  const conversions = createConversions(goals);
  for (let index = 0; index < 200; index++) conversions.take(tested(`e${index}`, NOON + index));
  expect(conversions.exposed).toHaveLength(64);
  expect(conversions.exposed[0]!.id).toBe("experiment e136");
});

test("whatever happens, it is as a count by hand over the whole journal", () => {
  const step = fc.record({
    what: fc.constantFrom("hero", "letter", "purchase", "sign_up"),
    wait: fc.integer({ min: 1, max: 9 * DAY }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (steps, pageLength) => {
      let ts = NOON;
      const events = steps.map(({ what, wait }) => {
        ts += what === "sign_up" ? wait % (2 * HOUR) : wait;
        if (what === "purchase") return bought(ts);
        return what === "sign_up" ? event("sign_up", { ts }) : seen(what, ts);
      });
      // One page after another, each with what the one before has kept.
      let conversions = createConversions(goals);
      const reached: string[] = [];
      events.forEach((each, index) => {
        if (index % pageLength === 0)
          conversions = createConversions(goals, JSON.parse(JSON.stringify(conversions.exposed)));
        reached.push(...play([each], conversions).map(({ id, ts }) => `${id} at ${ts}`));
      });
      expect(reached.sort()).toEqual(naive(events).sort());
    }),
    { numRuns: 300 },
  );
});

/** Of each goal, the first fitting event after each run of views that is near enough to the last of them. */
function naive(events: ShopEvent[]): string[] {
  const found: string[] = [];
  for (const [id, name, within] of [
    ["hero", "purchase", 7 * DAY],
    ["letter", "sign_up", 60 * MINUTE],
  ] as const) {
    let last: ShopEvent | undefined;
    for (const each of events) {
      if (each.experience_id === id) last = each;
      if (each.name !== name || !last || each.ts - last.ts > within) continue;
      found.push(`goal experience ${id} ${last.ts} at ${each.ts}`);
      last = undefined;
    }
  }
  return found;
}
