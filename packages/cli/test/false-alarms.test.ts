import { describe, expect, test } from "vitest";
import { simulateNull, type Shop } from "./simulate-null.ts";

// How often does somebody who looks every day for four weeks see a difference where there is none?
//   npx vitest run packages/cli/test/false-alarms.test.ts           400 tests of each shop, some seconds
//   LONG=1 npx vitest run packages/cli/test/false-alarms.test.ts    10,000, and prints the table of docs/report.md

const TESTS = process.env.LONG ? 10_000 : 400;
const ALPHA = 0.05;
const LOOKING = { alpha: ALPHA, expected: 5000, min: 25 };

/** Shops that make it hard in different ways. */
const SHOPS: Record<string, Shop> = {
  "300 a day each, 3 % convert": { daily: [300, 300], rate: 0.03 },
  "the same, days after the exposure": { daily: [300, 300], rate: 0.03, pace: 0.3 },
  "the same, orders from cents to fortunes": { daily: [300, 300], rate: 0.03, spread: 1.5 },
  "small: 60 a day each, 3 %": { daily: [60, 60], rate: 0.03 },
  "large: 1,000 a day each, 10 %": { daily: [1000, 1000], rate: 0.1 },
  "one tenth sees the variation": { daily: [270, 30], rate: 0.05 },
  "one tenth sees the control": { daily: [30, 270], rate: 0.05 },
  "three variations beside the control": { daily: [200, 200, 200, 200], rate: 0.03 },
};

const part = (count: number): string => `${((100 * count) / TESTS).toFixed(1)} %`;

describe(`at a true null, at most ${100 * ALPHA} % of ${TESTS} tests ever see an effect`, () => {
  const rows: string[] = [];

  test.each(Object.entries(SHOPS))(
    "%s",
    (name, shop) => {
      const { conversion, value } = simulateNull(shop, LOOKING, TESTS, 20_261_127);
      const found = [conversion, value].flatMap(({ sequential, direct, fixed }) => [
        sequential,
        direct,
        fixed,
      ]);
      rows.push(`| ${[name, ...found.map(part)].join(" | ")} |`);
      expect(conversion.sequential / TESTS).toBeLessThanOrEqual(ALPHA);
      expect(value.sequential / TESTS).toBeLessThanOrEqual(ALPHA);
      // The usual interval is wrong two to five times as often as it says. Where few tests reach 25 conversions, less often.
      if (shop.daily[0]! * shop.rate >= 9) {
        expect(conversion.fixed / TESTS).toBeGreaterThan(2 * ALPHA);
        expect(value.fixed / TESTS).toBeGreaterThan(2 * ALPHA);
      }
    },
    600_000,
  );

  test.runIf(process.env.LONG)("the table for the docs", () => console.log(`\n${rows.join("\n")}\n`));
});

test("where there is an effect, it is seen", () => {
  const lifted = simulateNull({ daily: [300, 300], rate: 0.03, lifts: [0.5] }, LOOKING, 300, 7);
  expect(lifted.conversion.sequential / 300).toBeGreaterThan(0.8);
});
