import { expect, test } from "vitest";
import { expired } from "./retention.ts";
import type { Row } from "./row.ts";

const DAY = 864e5;
const NOW = Date.UTC(2026, 0, 1);
const row = (key: number, days: number, name = "page_view"): Row => ({
  key,
  id: `${key}`,
  event: { name, ts: NOW - days * DAY, visit: 1 },
});

test("events live 390 days and purchases a year longer, by default", () => {
  const rows = [row(1, 391), row(2, 389), row(3, 754, "purchase"), row(4, 756, "purchase")];
  expect(expired(rows, {}, 4, NOW)).toEqual([1, 4]);
});

test("of more than 20,000 events the first go, but for purchases", () => {
  const rows = [row(1, 1, "purchase"), row(2, 1), row(3, 1), row(4, 1)];
  expect(expired(rows, {}, 20_000, NOW)).toEqual([]);
  expect(expired(rows, {}, 20_002, NOW)).toEqual([2, 3]);
});

test("a shop may choose both", () => {
  expect(expired([row(1, 8), row(2, 6), row(3, 1)], { days: 7, events: 1 }, 3, NOW)).toEqual([1, 2]);
});

test("an event that a wrong clock put into the future is not old", () => {
  expect(expired([row(1, -4000)], {}, 1, NOW)).toEqual([]);
});
