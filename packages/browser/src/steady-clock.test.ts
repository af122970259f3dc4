import { expect, test } from "vitest";
import { steadyClock } from "./steady-clock.ts";

const told = (...times: number[]): number[] => {
  const left = [...times];
  const clock = steadyClock(() => left.shift()!);
  return times.map(() => clock());
};

test("a clock that goes well is told as it is", () => {
  expect(told(1000, 1000, 2000)).toEqual([1000, 1000, 2000]);
});

test("a clock that is corrected stands until it has caught up", () => {
  expect(told(50_000, 49_000, 49_999, 50_001)).toEqual([50_000, 50_000, 50_000, 50_001]);
});

test("a clock that is set to another time is believed", () => {
  expect(told(50_000, 39_999, 40_000)).toEqual([50_000, 39_999, 40_000]);
});
