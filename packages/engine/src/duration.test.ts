import { expect, test } from "vitest";
import { parseDuration } from "./duration.ts";

test.each([
  ["30s", 30_000],
  ["15m", 900_000],
  ["2h", 7_200_000],
  ["7d", 604_800_000],
  ["4w", 2_419_200_000],
  ["1.5h", 5_400_000],
  ["0s", 0],
])("%s is %d milliseconds", (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each(["", "30", "s", "-1s", "1 d", "1y", "1e3s", ".5h", "1d2h"])("%j is no duration", (text) => {
  expect(parseDuration(text)).toBeNaN();
  expect(parseDuration(text, "1d")).toBe(86_400_000);
});
