import { describe, expect, test } from "vitest";
import type { ShopEvent } from "../../src/event.ts";
import { createSegments, type Asking } from "../../src/segment/segments.ts";

const NOW = 1_750_000_000_000;
const SECOND = 1000;
const HOUR = 3600 * SECOND;

const events: ShopEvent[] = [
  { name: "view_item", ts: NOW - 50 * SECOND, visit: 1, price: 3, brand: "Prada" },
  { name: "view_item", ts: NOW - 20 * SECOND, visit: 1, price: 9, brand: "Gucci" },
  { name: "view_item", ts: NOW - 20 * SECOND, visit: 1, price: 1, brand: "Prada" },
  { name: "purchase", ts: NOW - 10 * SECOND, visit: 1, price: 5 },
  // Not yet.
  { name: "refund", ts: NOW + 30 * SECOND, visit: 1 },
];

const PACE: Record<string, number | undefined> = {
  "cart.age": 1,
  "orders.last": 1,
  "profile.birthday_in": -1,
  "now.hour": 0,
};

const facts = (now: number): Record<string, unknown> => ({
  "cart.age": now - NOW + 5 * SECOND,
  "orders.last": now - NOW + 8 * SECOND,
  "profile.birthday_in": Math.max(0, NOW + 40 * SECOND - now),
  "now.hour": now < NOW + 25 * SECOND ? 11 : 12,
  "cart.value": 40 * SECOND,
});

const askingAt = (now: number): Asking => ({
  now,
  visit: 1,
  fact: (name) => facts(now)[name],
  until: (name) => (name === "now.hour" && now < NOW + 25 * SECOND ? NOW + 25 * SECOND : Infinity),
});

/** An expression and, in seconds from now, all moments at which its answer becomes another. */
const CASES: [text: string, flips: number[]][] = [
  ["did(view_item within 1m)", [40]],
  ["did(view_item within 20s)", []],
  ["did(view_item within 21s)", [1]],
  ["count(view_item within 1m) >= 3", [10]],
  ["count(view_item within 1m) = 2", [10, 40]],
  ["count(view_item within 1m) < 2", [40]],
  ["count(refund within 10s) = 1", [30, 40]],
  ["did(refund)", [30]],
  ["not did(view_item within 1m) and not did(refund within 1m)", [90]],
  ["sum(view_item.price within 1m) > 10", [10]],
  ["min(view_item.price within 1m) = 1", [40]],
  ["max(view_item.price where price < 5 within 1m) = 3", [10]],
  ["avg(view_item.price within 1m) < 5", [10]],
  ["first(view_item.brand within 1m) = 'prada'", [10]],
  ["distinct(view_item.brand within 30s) = 2", [10]],
  ["share(view_item where price > 2 within 1m) > 60%", [10]],
  ["since(purchase) > 1m", [50.001]],
  ["since(purchase) >= 1m", [50]],
  ["since(purchase) < 15s", [5]],
  ["since(purchase) <= 15s", [5.001]],
  ["since(purchase) = 15s", [5, 5.001]],
  ["since(purchase) != 15s", [5, 5.001]],
  ["since(purchase) in [15s, 1h]", [5, 5.001, 3590, 3590.001]],
  ["20s < since(purchase)", [10.001]],
  ["since(refund) >= 3s", [33]],
  ["since(purchase within 12s) > 11s", [1.001, 2]],
  ["since(view_item) > since(purchase)", []],
  ["cart.age > 10s", [5.001]],
  ["cart.age >= 10s", [5]],
  ["cart.age < orders.last", []],
  ["cart.age = 7s", [2, 2.001]],
  ["cart.age >= cart.value", [35]],
  ["profile.birthday_in < 30s", [10.001]],
  ["profile.birthday_in <= 30s", [10]],
  ["profile.birthday_in <= 0s", [40]],
  ["profile.birthday_in = 0s", [40]],
  ["profile.birthday_in < orders.last", [16.001]],
  ["profile.birthday_in < since(purchase)", [15.001]],
  ["profile.birthday_in = 30s or cart.age = 15s", [10, 10.001]],
  ["now.hour >= 12", [25]],
  ["known(cart.age)", []],
  ["cart.value > 3", []],
];

describe("the next flip is the very moment at which an answer changes", () => {
  test.each(CASES)("%s", (text, flips) => {
    const segments = createSegments({ segments: { s: text }, pace: (name) => PACE[name] });
    expect(segments.errors).toEqual([]);
    segments.warm(events);
    let now = NOW;
    const met: number[] = [];
    let held = segments.held(askingAt(now)).length;
    // A flip may be one at which nothing changes yet, such as the level itself of `>`, but there are few of them.
    for (let flip, calls = 0; (flip = segments.nextFlip(askingAt(now))) < Infinity; calls++) {
      expect(calls).toBeLessThan(20);
      expect(segments.held(askingAt(flip - 1)).length).toBe(held);
      const next = segments.held(askingAt(flip)).length;
      if (next !== held) met.push((flip - NOW) / SECOND);
      held = next;
      now = flip;
    }
    expect(met).toEqual(flips);
    segments.warm(events);
    expect(segments.held(askingAt(NOW + HOUR)).length).toBe(held);
  });

  test("a window and a wait are met at once, without a flip before", () => {
    for (const [text, after] of [
      ["did(view_item within 1m)", 40],
      ["since(purchase) >= 1m", 50],
      ["cart.age >= 10s", 5],
      ["now.hour >= 12", 25],
    ] as const) {
      const segments = createSegments({ segments: { s: text }, pace: (name) => PACE[name] });
      segments.warm(
        events.slice(0, 4).filter(({ ts }) => !text.startsWith("did") || ts !== NOW - 50 * SECOND),
      );
      expect(segments.nextFlip(askingAt(NOW))).toBe(NOW + after * SECOND);
    }
  });
});
