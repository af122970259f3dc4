import { expect, test } from "vitest";
import { createEngine } from "../src/index.ts";
import { coat, context, event, HOUR, NOON } from "./make.ts";

const open = () =>
  createEngine({
    segments: {
      often: "count(view_item) >= 300",
      fan: 'top(category) = "Coats"',
      lately: "count(view_item within 7d) > 5",
    },
  });

const views = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    event("view_item", {
      ts: NOON + (from + index) * HOUR,
      visit: from + index + 1,
      items: [{ ...coat, item_id: `coat ${from + index}`, item_category: "Coats" }],
    }),
  );

test("what is folded does not grow with the events", () => {
  const engine = open();
  const size = (folded: unknown) => JSON.stringify(folded).length;
  let folded = engine.fold(views(0, 200));
  const first = size(folded);
  for (let from = 200; from < 4000; from += 200) folded = engine.fold(views(from, 200), folded);
  expect(size(folded)).toBeLessThan(first * 1.5);
  expect(engine.restore(folded)).toBe(true);
  expect(engine.segments(context({ now: NOON + 4000 * HOUR }))).toEqual(["fan", "lately", "often"]);
});

test("what this page asks by a condition of its own is folded as well", () => {
  const engine = open();
  const condition = "count(view_item) = 40";
  engine.condition(condition);
  const folded = engine.fold(views(0, 40));
  const next = open();
  next.restore(folded);
  expect(next.condition(condition).holds(context({ now: NOON + 41 * HOUR }))).toBe(true);
});

test("what somebody else folded, or that was damaged, is not gone on from", () => {
  const engine = open();
  const folded = engine.fold(views(0, 3)) as { check: number };
  const damaged = engine.fold(views(3, 3), { ...folded, check: folded.check + 1 });
  expect(damaged).toEqual(engine.fold(views(3, 3)));
});
