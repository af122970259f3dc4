import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { context, DAY, event, HOUR, MINUTE, NOON } from "../../test/make.ts";
import type { Context } from "../engine.ts";
import type { ShopEvent } from "../event.ts";
import { factNames } from "./fact-names.ts";
import { factsOf } from "./facts.ts";
import { changesAt, pace } from "./pace.ts";
import { newProfile, type Profile, takeEvent } from "./profile.ts";
import { readSettings } from "./settings.ts";
import { stayActive, visitAt } from "./visits.ts";

const NAMES = [...factNames(), "profile.birthday_in", "profile.birthday", "profile.age", "profile.hour"];
const settings = readSettings({ lapsedAfter: "45d" });

/** As the browser tells it: what grows with the clock, and what goes with the local date. */
const environmentAt = (now: number, timezoneOffset: number): Record<string, unknown> => ({
  "visit.idle": now - NOON + DAY,
  "visit.time": now - NOON + DAY,
  "geo.season": Math.floor(((new Date(now - timezoneOffset * MINUTE).getUTCMonth() + 1) % 12) / 3),
  "geo.country": "AE",
});

const at = (now: number, timezoneOffset = 0): Context =>
  context({ now, timezoneOffset, environment: environmentAt(now, timezoneOffset) });

const after = (events: ShopEvent[]): Profile => {
  const profile = newProfile();
  for (const each of events) takeEvent(profile, { ...each, visit: visitAt(profile, each.ts) });
  return profile;
};

const factAt = (profile: Profile, name: string, when: Context): unknown =>
  factsOf(profile, when, settings)(name);

const shopping = fc
  .array(
    fc.record({
      name: fc.constantFrom("page_view", "add_to_cart", "purchase", "identify", "view_item", "scroll"),
      pause: fc.oneof(
        fc.integer({ min: 0, max: HOUR }),
        fc.integer({ min: 0, max: 60 * DAY }),
        fc.constantFrom(-DAY, 30 * MINUTE, 30 * MINUTE - 1),
      ),
      value: fc.integer({ min: 1, max: 500 }),
      birthday: fc.constantFrom("11-27", "11-28", "02-29", "1990-01-01", "12-31", "soon"),
    }),
    { maxLength: 12 },
  )
  .map((acts) => {
    let ts = NOON;
    return acts.map(({ name, pause, value, birthday }, index) =>
      event(name, {
        ts: (ts += pause),
        value,
        page_path: `/${value}`,
        medium: "email",
        transaction_id: `${index}`,
        items: [{ item_id: `${value}`, price: value, quantity: 1 }],
        profile: { birthday, age: value, hour: value },
      }),
    );
  });

const offset = fc.integer({ min: -56, max: 48 }).map((quarters) => quarters * 15);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

const anyName = fc.oneof(
  fc.constantFrom(...NAMES.filter((name) => pace(name) !== undefined)),
  fc.constantFrom(...NAMES),
);

test("between now and the moment that is told, no fact jumps", () => {
  fc.assert(
    fc.property(
      anyName,
      shopping,
      fc.oneof(fc.integer({ min: -2 * HOUR, max: 2 * HOUR }), fc.integer({ min: -2 * DAY, max: 120 * DAY })),
      offset,
      fraction,
      (name, events, wait, timezoneOffset, part) => {
        const profile = after(events);
        const now = (events.at(-1)?.ts ?? NOON) + wait;
        const until = Math.min(changesAt(name, profile, at(now, timezoneOffset), settings), now + 500 * DAY);
        expect(until).toBeGreaterThan(now);
        const before = factAt(profile, name, at(now, timezoneOffset));
        // What lies in the future, or was never, is 0 ago: that it grows later is never too late.
        const slow = pace(name) === 1 && (!profile.first || events.some(({ ts }) => ts > now));
        for (const then of [until - 1, now + Math.floor((until - 1 - now) * part)]) {
          const value = factAt(profile, name, at(then, timezoneOffset));
          if (typeof before !== "number") expect(value).toBe(before);
          else {
            const expected = Math.max(0, before + (pace(name) ?? 0) * (then - now));
            if (slow) expect(value).toBeLessThanOrEqual(expected);
            else expect(value).toBe(expected);
          }
        }
      },
    ),
    { numRuns: 5000 },
  );
});

const order = event("purchase", { transaction_id: "1", value: 10 });
const landing = event("page_view", {
  page_path: "/sale",
  medium: "email",
  source: "news",
  campaign: "sale",
  page_referrer: "mail.example",
});
const birthday = event("identify", { profile: { birthday: "11-28" } });
const LATE = Date.UTC(2026, 10, 30, 23, 59);

describe("at the moment that is told, a fact may change", () => {
  test.each<[name: string, story: string, events: ShopEvent[], now: number, until: number]>([
    ["now.hour", "at the full hour", [], NOON + 1, NOON + HOUR],
    ["now.weekday", "at midnight", [], LATE, LATE + MINUTE],
    ["now.date", "at midnight", [], LATE, LATE + MINUTE],
    ["now.month", "at midnight", [], LATE, LATE + MINUTE],
    ["geo.season", "at midnight", [], LATE, LATE + MINUTE],
    ["profile.birthday_in", "when the day is over", [birthday], NOON + 1.49 * DAY, NOON + 1.5 * DAY],
    ["visitor.visits", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["visitor.returning", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["visitor.stage", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["visit.pages", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["visit.landing", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["source.medium", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["source.name", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["source.campaign", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    ["source.referrer", "when the visit ends", [landing], NOON, NOON + 30 * MINUTE],
    [
      "visitor.visits",
      "when a clock that was set back has come so far",
      [landing],
      NOON - DAY,
      NOON - 30 * MINUTE + 1,
    ],
    ["visitor.stage", "when a customer lapses", [order], NOON + DAY, NOON + 45 * DAY + 1],
    ["rfm.recency", "when a cut-off is passed", [order], NOON + DAY, NOON + 30 * DAY + 1],
    ["rfm.recency", "when the last cut-off is passed", [order], NOON + 200 * DAY, NOON + 365 * DAY + 1],
    ["rfm.group", "when a cut-off is passed", [order], NOON + DAY, NOON + 30 * DAY + 1],
  ])("%s: %s", (name, _story, events, now, until) => {
    const profile = after(events);
    expect(changesAt(name, profile, at(now), settings)).toBe(until);
    expect(factAt(profile, name, at(until))).not.toBe(factAt(profile, name, at(until - 1)));
    expect(factAt(profile, name, at(until - 1))).toBe(factAt(profile, name, at(now)));
  });
});

test.each(["visitor.age", "visit.time", "visit.idle", "cart.age", "orders.last"])("%s grows", (name) => {
  const profile = after([order, event("add_to_cart", { items: [{ item_id: "a" }], ts: NOON + 1 })]);
  const [one, other] = [NOON + MINUTE, NOON + 2 * MINUTE].map(
    (now) => factAt(profile, name, at(now)) as number,
  );
  expect(other! - one!).toBe(MINUTE);
  expect(pace(name)).toBe(1);
});

test("the way to the birthday shrinks", () => {
  expect(pace("profile.birthday_in")).toBe(-1);
});

test("what only happens can change does not change with time", () => {
  const profile = after([landing, order]);
  for (const name of [
    "orders.count",
    "rfm.frequency",
    "rfm.monetary",
    "cart.value",
    "page.type",
    "product.viewed",
  ].concat([
    "device.type",
    "geo.country",
    "geo.timezone",
    "profile.name",
    "profile.age",
    "consent.measurement",
  ])) {
    expect(pace(name), name).toBeUndefined();
    expect(changesAt(name, profile, at(NOON), settings), name).toBe(Infinity);
  }
});

test("a visit that is over does not end once more, but a customer lapses", () => {
  const profile = after([order]);
  expect(changesAt("visit.pages", profile, at(NOON + HOUR), settings)).toBe(Infinity);
  expect(changesAt("visitor.stage", profile, at(NOON + 46 * DAY), settings)).toBe(Infinity);
  expect(changesAt("rfm.group", profile, at(NOON + 366 * DAY), settings)).toBe(Infinity);
});

test("an activity puts the end of the visit off", () => {
  const profile = after([landing]);
  stayActive(profile, NOON + 20 * MINUTE);
  expect(changesAt("visitor.visits", profile, at(NOON + 20 * MINUTE), settings)).toBe(NOON + 50 * MINUTE);
});

test("the hour is that of the visitor's own clock", () => {
  expect(changesAt("now.hour", newProfile(), at(NOON, -330), settings)).toBe(NOON + 30 * MINUTE);
  expect(changesAt("now.hour", newProfile(), at(NOON, 345), settings)).toBe(NOON + 45 * MINUTE);
});

// New York: when it happens, and minutes before and after.
test.each([
  ["begins", Date.UTC(2026, 2, 8, 7), 300, 240],
  ["ends", Date.UTC(2026, 10, 1, 6), 240, 300],
])("on the day on which summer time %s, nothing changes too early", (_story, shift, before, then) => {
  const local = (now: number): Context => at(now, now < shift ? before : then);
  fc.assert(
    fc.property(fc.integer({ min: shift - DAY, max: shift + DAY }), fraction, (now, part) => {
      for (const name of ["now.hour", "now.weekday", "now.date", "now.month", "geo.season"]) {
        const until = changesAt(name, newProfile(), local(now), settings);
        for (const moment of [until - 1, now + Math.floor((until - 1 - now) * part)])
          expect(factAt(newProfile(), name, local(moment)), name).toBe(
            factAt(newProfile(), name, local(now)),
          );
      }
    }),
    { numRuns: 500 },
  );
});
