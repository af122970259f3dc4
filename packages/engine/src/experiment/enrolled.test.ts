import { expect, test } from "vitest";
import * as fc from "fast-check";
import { event, MINUTE, NOON } from "../../test/make.ts";
import type { ShopEvent } from "../event.ts";
import { newProfile, takeEvent } from "../profile/profile.ts";

const unit = (id: unknown, ts = NOON) => event("experiment_unit", { unit: id, ts });
const view = (variation: unknown, visit = 1, ts = NOON, others = {}) =>
  event("experiment_view", { experiment_id: "hero", variation, visit, ts, ...others });

const told = (...events: ShopEvent[]) => {
  const profile = newProfile();
  return { profile, news: events.map((each) => takeEvent(profile, each)) };
};

test("an exposure counts once a visit, and again in the next", () => {
  const { news, profile } = told(view("bold"), view("bold"), view("bold", 2, NOON + 60 * MINUTE));
  expect(news).toEqual([true, false, true]);
  expect(profile.enrolled).toMatchObject([{ id: "hero", variation: "bold", first: NOON, visit: 2 }]);
});

test("what was seen first stays, also where another tab tells it late", () => {
  expect(told(view("bold"), view("control", 2, NOON + 60 * MINUTE)).profile.enrolled[0]!.variation).toBe(
    "bold",
  );
  const { profile, news } = told(
    view("bold", 2, NOON),
    view("control", 1, NOON - 60 * MINUTE, { split: "x" }),
  );
  expect(profile.enrolled).toMatchObject([{ variation: "control", first: NOON - 60 * MINUTE, visit: 2 }]);
  expect(news).toEqual([true, false]);
});

test("of two ids the older one counts, in whatever order they come", () => {
  const ids = fc.uniqueArray(fc.tuple(fc.nat(3), fc.string({ minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
    selector: ([, id]) => id,
  });
  fc.assert(
    fc.property(ids, (given) => {
      const [oldest] = [...given].sort(([a, one], [b, other]) => a - b || (one < other ? -1 : 1));
      const { profile } = told(...given.map(([minutes, id]) => unit(id, NOON + minutes * MINUTE)));
      expect(profile.unit).toBe(oldest![1]);
    }),
  );
});

test.each([
  unit(""),
  unit(undefined),
  unit(7),
  view(undefined),
  view({}),
  { ...view("a"), experiment_id: 4 },
])("%j tells nothing", (nonsense) => {
  const { profile, news } = told(nonsense as ShopEvent);
  expect(news).toEqual([false]);
  expect(profile).toEqual(newProfile());
});
