import {
  compare,
  conversionsOf,
  effectOf,
  valuesOf,
  type Looking,
  type Tally,
} from "../src/report/compare.ts";
import type { Effect } from "../src/report/statistics/effect.ts";
import { fixedInterval, sequentialInterval, type Interval } from "../src/report/statistics/intervals.ts";
import { mean, varianceOfMean, type Sample } from "../src/report/statistics/sample.ts";

/** A shop, in which no variation does anything unless it says so. */
export interface Shop {
  /** New clients of each variation a day, the control's first. */
  daily: number[];
  /** What part of them converts, sooner or later. */
  rate: number;
  /** How a day's clients go on: what part of those who will convert, and have not yet, does so each day. @default 1 */
  pace?: number;
  /** By how much more each variation converts than the control. @default nothing */
  lifts?: number[];
  /** How far orders differ in value: the deviation of their logarithm. @default 1 */
  spread?: number;
}

/** In how many tests at least one of 28 daily looks saw a difference. */
export interface Alarms {
  /** By the interval of the report. */
  sequential: number;
  /** By the same boundary around the lift itself, not around its logarithm. */
  direct: number;
  /** By the usual interval of a single look. */
  fixed: number;
}

export interface FalseAlarms {
  conversion: Alarms;
  value: Alarms;
}

const DAYS = 28;
const HOW = ["sequential", "direct", "fixed"] as const;

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

/** The lift itself with its standard error by the delta method, as it is often done. */
function directLift(control: Sample, treatment: Sample): Effect {
  const [base, other] = [mean(control), mean(treatment)];
  const variance = varianceOfMean(treatment) / base ** 2 + (other ** 2 * varianceOfMean(control)) / base ** 4;
  return { estimate: other / base - 1, error: Math.sqrt(variance) };
}

const excludesNone = ({ low, high }: Interval): boolean => low > 0 || high < 0;

/** One day of a variation: clients come, and some of them and of those before convert. */
function pass(tally: Tally & { waiting: number }, shop: Shop, index: number, random: () => number): void {
  const { pace = 1, spread = 1 } = shop;
  const clients = shop.daily[index]!;
  const rate = shop.rate * (1 + (index ? (shop.lifts?.[index - 1] ?? 0) : 0));
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

/** Counts the tests, of so many, in which anybody who looks every day sees an effect at least once. */
export function simulateNull(shop: Shop, looking: Looking, tests: number, seed: number): FalseAlarms {
  const random = randomOf(seed);
  const none = { sequential: 0, direct: 0, fixed: 0 };
  const alarms: FalseAlarms = { conversion: { ...none }, value: { ...none } };
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
    const seen = metrics.map(() => ({ sequential: false, direct: false, fixed: false }));
    for (let day = 0; day < DAYS; day++) {
      for (const [index, tally] of tallies.entries()) pass(tally, shop, index, random);
      const [control, ...treatments] = tallies;
      for (const treatment of treatments)
        for (const [index, [sampleOf]] of metrics.entries()) {
          const pair: [Tally, Tally] = [control!, treatment];
          const lift = compare(pair, sampleOf, { ...looking, alpha });
          if (!lift) continue;
          const clients = control!.exposures + treatment.exposures;
          const direct = directLift(sampleOf(control!), sampleOf(treatment));
          const now = {
            sequential: lift,
            direct: sequentialInterval(direct, clients, { ...looking, alpha }),
            fixed: fixedInterval(effectOf(pair, sampleOf, looking.min)!, alpha),
          };
          for (const how of HOW) if (excludesNone(now[how])) seen[index]![how] = true;
        }
    }
    for (const [index, [, count]] of metrics.entries())
      for (const how of HOW) if (seen[index]![how]) count[how]++;
  }
  return alarms;
}
