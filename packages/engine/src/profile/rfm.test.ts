import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, event, NOON } from "../../test/make.ts";
import { newProfile, takeEvent } from "./profile.ts";
import { groupOf, readRfm, rfmOf } from "./rfm.ts";

const SCORES = [1, 2, 3, 4, 5];
const defaults = readRfm(undefined);

// By recency, the best first; in each the mean of frequency and monetary from 1 to 5 by halves.
const TABLE: Record<number, string> = {
  5: "new new new active active active champions champions champions",
  4: "promising promising promising active active active loyal loyal loyal",
  3: "almost-lost almost-lost almost-lost needs-attention needs-attention needs-attention at-risk at-risk at-risk",
  2: "almost-lost almost-lost almost-lost almost-lost almost-lost almost-lost at-risk at-risk at-risk",
  1: "dormant dormant dormant dormant dormant dormant previously-loyal previously-loyal previously-loyal",
};

const CELLS = SCORES.flatMap((recency) =>
  SCORES.flatMap((frequency) =>
    SCORES.map((monetary): [number, number, number] => [recency, frequency, monetary]),
  ),
);

test("each of the 125 cells has its group", () => {
  expect(CELLS).toHaveLength(125);
  for (const [recency, frequency, monetary] of CELLS) {
    const expected = TABLE[recency]!.split(" ")[frequency + monetary - 2]!.replace("-", " ");
    expect(groupOf(recency, frequency, monetary), `${recency}${frequency}${monetary}`).toBe(expected);
  }
});

test("each group that needs an order is reached", () => {
  expect([...new Set(CELLS.map((cell) => groupOf(...cell)))].sort()).toEqual([
    "active",
    "almost lost",
    "at risk",
    "champions",
    "dormant",
    "loyal",
    "needs attention",
    "new",
    "previously loyal",
    "promising",
  ]);
});

/** How good a customer of this group was, by the words that the group is described in. */
const WORTH: Record<string, number> = {
  dormant: 0,
  "almost lost": 0,
  promising: 0,
  new: 0,
  "needs attention": 1,
  active: 1,
  "previously loyal": 2,
  "at risk": 2,
  loyal: 2,
  champions: 2,
};
/** How lately a customer of this group has bought. */
const FRESHNESS: Record<string, number> = {
  dormant: 0,
  "previously loyal": 0,
  "almost lost": 1,
  "at risk": 1,
  "needs attention": 1,
  promising: 2,
  active: 2,
  loyal: 2,
  new: 3,
  champions: 3,
};
const score = fc.integer({ min: 1, max: 5 });

test("who buys more is in no lesser group, and who bought later in no staler one", () => {
  fc.assert(
    fc.property(score, score, score, score, (a, b, c, d) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(WORTH[groupOf(c, high, d)]).toBeGreaterThanOrEqual(WORTH[groupOf(c, low, d)]!);
      expect(WORTH[groupOf(c, d, high)]).toBeGreaterThanOrEqual(WORTH[groupOf(c, d, low)]!);
      expect(groupOf(c, a, b)).toBe(groupOf(c, b, a));
      expect(FRESHNESS[groupOf(high, c, d)]).toBeGreaterThanOrEqual(FRESHNESS[groupOf(low, c, d)]!);
    }),
    { numRuns: 1000 },
  );
});

const scores = (orders: number, spent: number, last: number) =>
  rfmOf({ ...newProfile(), first: NOON, orders, spent }, last, defaults);

test.each([
  [0, 5],
  [30 * DAY, 5],
  [30 * DAY + 1, 4],
  [90 * DAY, 4],
  [90 * DAY + 1, 3],
  [180 * DAY, 3],
  [180 * DAY + 1, 2],
  [365 * DAY, 2],
  [365 * DAY + 1, 1],
  [9999 * DAY, 1],
])("an order %i ms ago has a recency of %i", (last, recency) => {
  expect(scores(1, 1, last).recency).toBe(recency);
});

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 3],
  [5, 4],
  [9, 4],
  [10, 5],
  [999, 5],
])("%i orders are a frequency of %i", (orders, frequency) => {
  expect(scores(orders, 1, 0).frequency).toBe(frequency);
});

test.each([
  [0, 1],
  [49.99, 1],
  [50, 2],
  [149.99, 2],
  [150, 3],
  [400, 4],
  [999.99, 4],
  [1000, 5],
])("%d spent is %i in money", (spent, monetary) => {
  expect(scores(1, spent, 0).monetary).toBe(monetary);
});

test("an order whose worth is not known is one all the same", () => {
  expect(scores(1, 0, 0)).toEqual({ recency: 5, frequency: 1, monetary: 1, group: "new" });
});

test("without an order there are no scores, and who is known is a prospect", () => {
  const profile = newProfile();
  expect(rfmOf(profile, undefined, defaults)).toEqual({});
  takeEvent(profile, event("page_view"));
  expect(rfmOf(profile, undefined, defaults)).toEqual({ group: "prospects" });
});

test("a shop sets its own cut-offs, one list or all", () => {
  const own = readRfm({ recency: ["1h", "1d", "1w", "2w"], monetary: [1, 2, 3, 4.5] });
  expect(own).toEqual({
    recency: [DAY / 24, DAY, 7 * DAY, 14 * DAY],
    frequency: [2, 3, 5, 10],
    monetary: [1, 2, 3, 4.5],
  });
  expect(rfmOf({ ...newProfile(), orders: 1, spent: 4 }, 2 * DAY, own)).toMatchObject({
    recency: 3,
    monetary: 4,
  });
});

test.each([
  [null],
  [7],
  ["30d"],
  [[]],
  [[1, 2, 3]],
  [[1, 2, 3, 4, 5]],
  [[1, 2, 2, 3]],
  [[4, 3, 2, 1]],
  [[-1, 2, 3, 4]],
  [[1, 2, 3, null]],
  [["1", "2", "3", "4"]],
  [{}],
])("a list that says %j is as if it were not there", (list) => {
  const given = { recency: list, frequency: list, monetary: list } as never;
  expect(readRfm(given)).toEqual(defaults);
  expect(readRfm(list as never)).toEqual(defaults);
});
