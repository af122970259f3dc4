import { expect, test } from "vitest";
import { checkRfm } from "./check-rfm.ts";
import type { RfmConfiguration } from "./configuration.ts";

test("nothing is wrong where nothing is said, or four ascending values of each", () => {
  expect(checkRfm(undefined)).toEqual([]);
  expect(checkRfm({})).toEqual([]);
  expect(
    checkRfm({ recency: ["12h", "1d", "2w", "30d"], frequency: [1, 2, 3, 4], monetary: [0, 0.5, 9, 1e4] }),
  ).toEqual([]);
});

test.each([
  [[2, 3, 5]],
  [[2, 3, 5, 10, 20]],
  [[3, 2, 5, 10]],
  [[2, 2, 5, 10]],
  [["2", "3", "5", "10"]],
  [[null, 2, 3, 4]],
  [7],
  [null],
])("%j is told with what was expected", (frequency) => {
  expect(checkRfm({ frequency } as RfmConfiguration)).toEqual([
    "rfm.frequency: Expected four ascending numbers of orders, such as [2, 3, 5, 10]",
  ]);
});

test("days are written with their unit", () => {
  expect(checkRfm({ recency: [30, 90, 180, 365] as never })).toEqual([
    'rfm.recency: Expected four ascending durations, such as ["30d", "90d", "180d", "365d"]',
  ]);
  expect(checkRfm({ recency: ["90d", "30d", "180d", "365d"], monetary: [1] })).toHaveLength(2);
});
