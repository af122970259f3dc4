import * as fc from "fast-check";
import { expect, test } from "vitest";
import { auc } from "./auc.ts";
import { calibrate } from "./calibrate.ts";
import { fitLogistic } from "./fit-logistic.ts";

/** Whole numbers, the same on every run. */
const numbers = (count: number) => Array.from({ length: count }, (_, index) => (index * 7919) % count);

test("the line through what came true rises, and keeps the whole", () => {
  const said = numbers(2000).map((each) => each / 2000);
  // One in ten below a half, six in ten above.
  const came = said.map((each, index) => +(index % 10 < (each < 0.5 ? 1 : 6)));
  const line = calibrate(said, came);
  expect(line.length).toBeLessThanOrEqual(10);
  const shares = line.map(([, share]) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBeCloseTo(0.1, 1);
  expect(shares.at(-1)).toBeCloseTo(0.6, 1);
});

test("of what says nothing one level is left", () => {
  const said = numbers(500);
  const came = said.map((_, index) => index % 2);
  for (const [, share] of calibrate(said, came, { corners: 2, direction: -1 }))
    expect(share).toBeCloseTo(0.5, 1);
});

test("the chance to be ranked above is that of all pairs, one by one", () => {
  const customers = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(customers, (each) => {
      const [did, didNot] = [each.filter(([, yes]) => yes), each.filter(([, yes]) => !yes)];
      const pairs: number[] = did.flatMap(([a]) => didNot.map(([b]) => (a > b ? 1 : a === b ? 0.5 : 0)));
      const naive = pairs.length ? pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length : 0.5;
      const found = auc(
        each.map(([score]) => score),
        each.map(([, yes]) => yes),
      );
      expect(found).toBeCloseTo(naive, 9);
    }),
  );
});

test("a logistic regression finds the weights that made its rows, and a column that never changes has none", () => {
  const rows = numbers(4000).map((each, index) => [each / 1000 - 2, index % 2, 7]);
  const draws = numbers(3989);
  const came = rows.map(
    ([x, y], index) => (draws[index % 3989]! + 0.5) / 3989 < 1 / (1 + Math.exp(-(-1 + 1.5 * x! + 0.8 * y!))),
  );
  const { bias, weights } = fitLogistic(rows, came);
  expect(Math.abs(bias + 1)).toBeLessThan(0.3);
  expect(Math.abs(weights[0]! - 1.5)).toBeLessThan(0.3);
  expect(Math.abs(weights[1]! - 0.8)).toBeLessThan(0.4);
  expect(weights[2]).toBe(0);
});
