import {
  compare,
  conversionsOf,
  effectOf,
  valuesOf,
  type Looking,
  type Tally,
} from "../src/report/compare.ts";
import { fixedInterval, type Interval } from "../src/report/statistics/intervals.ts";

/** A shop in which no variation does anything. */
export interface Shop {
  /** New clients of each variation a day, the control's first. */
  daily: number[];
  /** What part of them converts, sooner or later. */
  rate: number;
  /** How a day's clients go on: what part of those who will convert, and have not yet, does so each day. @default 1 */
  pace?: number;
  /** How far orders differ in value: the deviation of their logarithm. @default 1 */
  spread?: number;
}

/** How often at least one of 28 daily looks saw a difference. */
export interface FalseAlarms {
  tests: number;
  conversion: { sequential: number; fixed: number };
  value: { sequential: number; fixed: number };
}

const DAYS = 28;

/** Mulberry32: numbers from 0 to 1, the same for the same seed. https://github.com/cprosche/mulberry32 */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A normal variable, by Box and Muller. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const excludesNone = ({ low, high }: Interval): boolean => low > 0 || high < 0;

/** One day of a variation: clients come, and some of them and of those before convert. */
function pass(tally: Tally & { waiting: number }, clients: number, shop: Shop, random: () => number): void {
  const { rate, pace = 1, spread = 1 } = shop;
  tally.exposures += clients;
  for (let client = 0; client < clients; client++) if (random() < rate) tally.waiting++;
  let converted = tally.waiting;
  if (pace < 1) {
    converted = 0;
    for (let client = 0; client < tally.waiting; client++) if (random() < pace) converted++;
  }
  tally.waiting -= converted;
  tally.conversions += converted;
  for (let order = 0; order < converted; order++) {
    const value = Math.exp(4 + spread * normal(random));
    tally.value += value;
    tally.valueSquares += value * value;
  }
}

/** Counts the tests, of so many at a true null, in which anybody who looks every day sees an effect at least once. */
export function simulateNull(shop: Shop, looking: Looking, tests: number, seed: number): FalseAlarms {
  const random = randomOf(seed);
  const alarms: FalseAlarms = {
    tests,
    conversion: { sequential: 0, fixed: 0 },
    value: { sequential: 0, fixed: 0 },
  };
  const metrics = [
    [conversionsOf, alarms.conversion],
    [valuesOf, alarms.value],
  ] as const;
  // As the report does: the rate holds for all comparisons of a test together.
  const alpha = looking.alpha / (shop.daily.length - 1);
  for (let test = 0; test < tests; test++) {
    const tallies = shop.daily.map(() => ({
      exposures: 0,
      conversions: 0,
      value: 0,
      valueSquares: 0,
      waiting: 0,
    }));
    const seen = metrics.map(() => ({ sequential: false, fixed: false }));
    for (let day = 0; day < DAYS; day++) {
      for (const [index, tally] of tallies.entries()) pass(tally, shop.daily[index]!, shop, random);
      const [control, ...treatments] = tallies;
      for (const treatment of treatments)
        for (const [index, [sampleOf]] of metrics.entries()) {
          const lift = compare([control!, treatment], sampleOf, { ...looking, alpha });
          if (!lift) continue;
          const effect = effectOf([control!, treatment], sampleOf, looking.min)!;
          if (excludesNone(lift)) seen[index]!.sequential = true;
          if (excludesNone(fixedInterval(effect, alpha))) seen[index]!.fixed = true;
        }
    }
    for (const [index, [, count]] of metrics.entries()) {
      if (seen[index]!.sequential) count.sequential++;
      if (seen[index]!.fixed) count.fixed++;
    }
  }
  return alarms;
}
