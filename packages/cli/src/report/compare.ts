import { logRatio, type Effect } from "./statistics/effect.ts";
import { sequentialInterval, type Interval } from "./statistics/intervals.ts";
import type { Sample } from "./statistics/sample.ts";

/** What has become of the clients of one variation so far. */
export interface Tally {
  /** Clients that have seen it, and no other variation. */
  exposures: number;
  /** How many of them have converted. */
  conversions: number;
  /** What their conversions were worth. */
  value: number;
  /** The sum of the squares of what each client was worth. */
  valueSquares: number;
}

/** The lift over the control: 0.12 is 12 % more. */
export interface Lift extends Interval {
  estimate: number;
}

/** How an interval is made. */
export interface Looking {
  /** How often an interval may ever miss the truth. */
  alpha: number;
  /** See {@link sequentialInterval}. */
  expected: number;
  /** From how many conversions on, in the control and in the variation, an interval is given. */
  min: number;
}

export const conversionsOf = ({ exposures, conversions }: Tally): Sample => ({
  clients: exposures,
  sum: conversions,
  squares: conversions,
});

export const valuesOf = ({ exposures, value, valueSquares }: Tally): Sample => ({
  clients: exposures,
  sum: value,
  squares: valueSquares,
});

/** How the variation is to the control, as the logarithm of a ratio; `undefined` where too few have converted to tell it. */
export function effectOf(
  [control, treatment]: [Tally, Tally],
  sampleOf: (tally: Tally) => Sample,
  min: number,
): Effect | undefined {
  // Of few conversions the variance is not known well enough, however many the clients are.
  if (Math.min(control.conversions, treatment.conversions) < Math.max(1, min)) return undefined;
  return logRatio(sampleOf(control), sampleOf(treatment));
}

/**
 * The lift of conversion or of value, with an interval that may be looked at every day.
 *
 * @param sampleOf {@link conversionsOf} or {@link valuesOf}.
 */
export function compare(
  tallies: [control: Tally, treatment: Tally],
  sampleOf: (tally: Tally) => Sample,
  { alpha, expected, min }: Looking,
): Lift | undefined {
  const effect = effectOf(tallies, sampleOf, min);
  if (!effect) return undefined;
  const clients = tallies[0].exposures + tallies[1].exposures;
  const { low, high } = sequentialInterval(effect, clients, { alpha, expected });
  return { estimate: Math.expm1(effect.estimate), low: Math.expm1(low), high: Math.expm1(high) };
}
