import { expect, test } from "vitest";
import { minimise } from "./minimise.ts";

test("finds the bottom of a bowl", () => {
  const { at, value, settled } = minimise(([x, y]) => (x! - 1) ** 2 + 3 * (y! + 2) ** 2 + 5, [10, 10]);
  expect(at[0]).toBeCloseTo(1, 3);
  expect(at[1]).toBeCloseTo(-2, 3);
  expect(value).toBeCloseTo(5, 6);
  expect(settled).toBe(true);
});

test("follows Rosenbrock's bent valley to its end", () => {
  const valley = ([x, y]: number[]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2;
  const { at } = minimise(valley, [-1.2, 1]);
  expect(at[0]).toBeCloseTo(1, 3);
  expect(at[1]).toBeCloseTo(1, 3);
});

test("keeps out of where there is no value", () => {
  const { at } = minimise(([x]) => (x! > 0 ? x! - Math.log(x!) : NaN), [3]);
  expect(at[0]).toBeCloseTo(1, 3);
});

test("says that it has not come to rest where there is no end", () => {
  expect(minimise(([x]) => -x!, [0], { steps: 50 }).settled).toBe(false);
});
