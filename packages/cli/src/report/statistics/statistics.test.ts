import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceToBeWorthMore, chanceToConvertMore } from "./chance-to-beat.ts";
import { logBeta } from "./distributions.ts";
import { difference, logRatio } from "./effect.ts";
import { fixedInterval, sequentialInterval } from "./intervals.ts";
import { checkSampleRatio } from "./sample-ratio.ts";
import type { Sample } from "./sample.ts";

/** So many of so many have converted. */
const rate = (sum: number, clients: number): Sample => ({ clients, sum, squares: sum });

/** The same with the variance p(1 − p) of textbooks, which leave out the correction by one. */
function textbookRate(sum: number, clients: number): Sample {
  const p = sum / clients;
  return { clients, sum, squares: p * (1 - p) * (clients - 1) + clients * p * p };
}

describe("the sample ratio, as published", () => {
  test("600 and 400 of an equal split: p = 2.54e-10 (https://en.wikipedia.org/wiki/Sample_ratio_mismatch)", () => {
    const { chiSquare, degreesOfFreedom, p } = checkSampleRatio([600, 400], [1, 1])!;
    expect([chiSquare, degreesOfFreedom]).toEqual([40, 1]);
    expect(p).toBeCloseTo(2.54e-10, 12);
  });

  test("44,000 and 45,000 of an equal split: p = 0.0008 (https://srm.osc.garden)", () => {
    expect(checkSampleRatio([44_000, 45_000], [50, 50])!.p).toBeCloseTo(0.0008, 4);
  });

  test("821,588 and 815,482 of an equal split: p = 1.8e-6 (Kohavi, Tang and Xu, https://experimentguide.com, chapter 3)", () => {
    expect(checkSampleRatio([821_588, 815_482], [50, 50])!.p).toBeCloseTo(1.8e-6, 7);
  });

  test("weights in any unit, those of nobody, and a variation that nobody saw", () => {
    expect(checkSampleRatio([90, 10, 0], [9, 1, 0])).toEqual({ chiSquare: 0, degreesOfFreedom: 1, p: 1 });
    expect(checkSampleRatio([100, 0], [1, 1])!.chiSquare).toBe(100);
    expect(checkSampleRatio([0, 0], [1, 1])).toBeUndefined();
    expect(checkSampleRatio([7], [1])).toBeUndefined();
  });
});

describe("an interval of a single look, as published", () => {
  test("345 and 365 of 500, 98 %: −0.0267 to 0.1067 (https://www.wyzant.com/resources/answers/858001/stat-help-please)", () => {
    const { low, high } = fixedInterval(difference(textbookRate(345, 500), textbookRate(365, 500)), 0.02);
    expect(low).toBeCloseTo(-0.0267, 4);
    expect(high).toBeCloseTo(0.1067, 4);
  });

  // http://digfir-published.macmillanusa.com/ips9e/asset/ch8/supp_wins/examples/example_8_18.html
  test("45 and 73 of 411, as a ratio: 0.4364 to 0.8707 (Moore, McCabe and Craig, example 8.18)", () => {
    const { low, high } = fixedInterval(logRatio(textbookRate(73, 411), textbookRate(45, 411))!, 0.05);
    expect(Math.exp(low)).toBeCloseTo(0.4364, 4);
    expect(Math.exp(high)).toBeCloseTo(0.8707, 4);
  });
});

describe("an interval for daily looks, as published", () => {
  // https://github.com/gostevehoward/confseq/blob/master/test/uniform_boundaries_unittest.cpp, by those who found it.
  test("the boundary of a sum with variance 100 is 30.35209", () => {
    // A sum of 100 observations of variance 1: the mean has the error 0.1.
    const { high } = sequentialInterval({ estimate: 0, error: 0.1 }, 100, { alpha: 0.05, expected: 100 });
    expect(high * 100).toBeCloseTo(30.35209, 5);
  });

  // https://github.com/growthbook/growthbook/tree/main/packages/stats/tests/frequentist, TestSequentialTTest
  test.each([
    ["0.50336 ± 0.33341 of 6,461, tuned for 1,000", 0.50336, 0.33341, 1000, [-0.55844, 1.56516]],
    ["0.50386 ± 0.03386 of 6,461, tuned for 5,000", 0.50386, 0.03386, 5000, [0.40098, 0.60675]],
  ])("GrowthBook's interval of %s", (_, estimate, error, expected, published) => {
    const { low, high } = sequentialInterval({ estimate, error }, 6461, { alpha: 0.05, expected });
    // What goes in is published with five digits, and multiplied by three.
    expect(Math.abs(low - published[0]!)).toBeLessThan(3e-5);
    expect(Math.abs(high - published[1]!)).toBeLessThan(3e-5);
  });

  test("it is wider than the one of a single look, whatever is expected", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1e7 }),
        fc.integer({ min: 1, max: 1e7 }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (clients, expected, alpha) => {
          const effect = { estimate: 0, error: 1 };
          const { high } = sequentialInterval(effect, clients, { alpha, expected });
          expect(high).toBeGreaterThan(fixedInterval(effect, alpha).high);
        },
      ),
    );
  });

  test("what is nothing has no ratio", () => {
    expect(logRatio(rate(0, 100), rate(3, 100))).toBeUndefined();
    expect(logRatio(rate(3, 100), rate(0, 100))).toBeUndefined();
    expect(logRatio(rate(0, 0), rate(0, 0))).toBeUndefined();
  });
});

/** The chance by adding up the densities on a grid: slow, and plain to see. */
function chanceOnGrid([a, n]: number[], [b, m]: number[]): number {
  const steps = 20_000;
  const density = (x: number, sum: number, clients: number): number =>
    Math.exp(sum * Math.log(x) + (clients - sum) * Math.log1p(-x) - logBeta(1 + sum, 1 + clients - sum));
  let [below, chance] = [0, 0];
  for (let step = 0; step < steps; step++) {
    const x = (step + 0.5) / steps;
    const mass = density(x, a!, n!) / steps;
    chance += (density(x, b!, m!) / steps) * (below + mass / 2);
    below += mass;
  }
  return chance;
}

describe("the chance to beat the control", () => {
  test("by hand: one that nothing is known of, beside one success of one, is 2/3", () => {
    expect(chanceToConvertMore(rate(0, 0), rate(1, 1))).toBeCloseTo(2 / 3, 12);
    expect(chanceToConvertMore(rate(1, 1), rate(0, 0))).toBeCloseTo(1 / 3, 12);
    expect(chanceToConvertMore(rate(0, 0), rate(0, 0))).toBeCloseTo(0.5, 12);
  });

  // https://github.com/growthbook/growthbook/blob/0aac0ba485340e8a3cb25bd0bedb0cc6233cd335/packages/stats/tests/bayesian/test_tests.py
  // Theirs rest on a normal approximation of the logarithm of each mean, ours of the rates is exact.
  test("49 and 51 of 100: 0.61052 (GrowthBook's own test)", () => {
    expect(Math.abs(chanceToConvertMore(rate(49, 100), rate(51, 100)) - 0.61052)).toBeLessThan(0.001);
  });

  test("means of 10 and 10.5: 0.92427 (GrowthBook's own test)", () => {
    const control = { clients: 10, sum: 100, squares: 1002.25 };
    const treatment = { clients: 10, sum: 105, squares: 1111.5 };
    expect(Math.abs(chanceToBeWorthMore(control, treatment) - 0.92427)).toBeLessThan(0.004);
  });

  test("it is what a sum over a grid gives", () => {
    const counts = fc
      .tuple(fc.nat(300), fc.nat(300))
      .map(([sum, others]): [number, number] => [sum, sum + others]);
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const chance = chanceToConvertMore(rate(...before), rate(...after));
        expect(chance).toBeCloseTo(chanceOnGrid(before, after), 3);
        expect(chance + chanceToConvertMore(rate(...after), rate(...before))).toBeCloseTo(1, 9);
      }),
      { numRuns: 30 },
    );
  });

  test("of a million and more it is what the normal approximation gives", () => {
    const [control, treatment] = [rate(100_000, 2_000_000), rate(100_500, 2_000_000)];
    const { estimate, error } = difference(control, treatment);
    expect(chanceToConvertMore(control, treatment)).toBeCloseTo(chanceToBeWorthMore(control, treatment), 3);
    expect(estimate / error).toBeGreaterThan(1);
  });

  test("where nothing varies it is even", () => {
    expect(chanceToBeWorthMore(rate(0, 10), rate(0, 10))).toBe(0.5);
  });
});
