import type { ShopEvent } from "@shopkeeper/engine";
import { expect, test } from "vitest";
import { chooseOldest, type Choice } from "./retention.ts";
import type { Row } from "./row.ts";

const DAY = 864e5;
const NOW = Date.UTC(2026, 0, 1);
const row = (key: number, days: number, name = "page_view"): Row => ({
  key,
  id: `${key}`,
  event: { name, ts: NOW - days * DAY, visit: 1 },
});

/** What goes; what is folded is told by the names of its events. */
const choose = (choice: Partial<Choice>) =>
  chooseOldest(
    { rows: [], lasting: [], aggregates: undefined, surplus: 0, until: 1000, now: NOW, ...choice },
    (events: ShopEvent[], before) => [...((before as string[]) ?? []), ...events.map(({ name }) => name)],
  );

test("nothing goes while everything is young and not too much", () => {
  expect(choose({ rows: [row(1, 389), row(2, 1)] })).toBeUndefined();
});

test("events live 390 days; purchases are folded in their turn, and stay a year longer", () => {
  expect(
    choose({ rows: [row(1, 391), row(2, 754, "purchase"), row(3, 756, "purchase"), row(4, 389)] }),
  ).toEqual({
    aggregates: { upTo: 3, state: ["page_view", "purchase", "purchase"] },
    keys: [1, 3],
  });
});

test("what is folded is added to what was folded before", () => {
  const aggregates = { upTo: 7, state: ["search"] };
  expect(choose({ rows: [row(8, 400)], aggregates })).toEqual({
    aggregates: { upTo: 8, state: ["search", "page_view"] },
    keys: [8],
  });
});

test("of too many the oldest go, purchases last", () => {
  const rows = [row(1, 1, "purchase"), row(2, 1), row(3, 1), row(4, 1)];
  expect(choose({ rows, surplus: 2 })).toEqual({
    aggregates: { upTo: 3, state: ["purchase", "page_view", "page_view"] },
    keys: [2, 3],
  });
});

test("purchases that stayed go when they are over, or when nothing else is left to make room", () => {
  const aggregates = { upTo: 4, state: ["purchase"] };
  const lasting = [row(2, 756, "purchase"), row(3, 400, "purchase"), row(4, 10, "purchase")];
  expect(choose({ lasting, aggregates })).toEqual({ aggregates, keys: [2] });
  expect(choose({ lasting, aggregates, surplus: 2 })).toEqual({ aggregates, keys: [2, 3] });
  expect(choose({ lasting: lasting.slice(1), rows: [row(5, 1)], aggregates, surplus: 1 })).toEqual({
    aggregates: { upTo: 5, state: ["purchase", "page_view"] },
    keys: [5],
  });
});

test("the row that snapshots refer to stays, with all that come after it", () => {
  expect(choose({ rows: [row(1, 400), row(2, 400), row(3, 400)], surplus: 3, until: 2 })?.keys).toEqual([1]);
});

test("a shop may choose how long", () => {
  expect(choose({ rows: [row(1, 8), row(2, 6)], days: 7 })?.keys).toEqual([1]);
});

test("an event that a wrong clock put into the future is not old", () => {
  expect(choose({ rows: [row(1, -4000)] })).toBeUndefined();
});

test("rows that are junk go with those around them, and count for nothing", () => {
  const junk = { key: 1, id: 3, event: null } as unknown as Row;
  expect(choose({ rows: [junk, row(2, 1)] })).toEqual({ aggregates: { upTo: 1, state: [] }, keys: [1] });
});
