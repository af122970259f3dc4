import { normalQuantile } from "./distributions.ts";
import type { Effect } from "./effect.ts";

/** Where the true effect lies. */
export interface Interval {
  low: number;
  high: number;
}

const around = ({ estimate, error }: Effect, errors: number): Interval => ({
  low: estimate - errors * error,
  high: estimate + errors * error,
});

/**
 * The usual interval, `estimate ± z₁₋α⸝₂ · error`. It holds for a single look that was planned; who looks every day and stops
 * at the first alarm is wrong far more often than `alpha`. Here for comparison: reports use {@link sequentialInterval}.
 */
export const fixedInterval = (effect: Effect, alpha: number): Interval =>
  around(effect, normalQuantile(1 - alpha / 2));

/**
 * An interval that may be looked at as often as one likes: the chance that it *ever* misses the true effect is at most
 * `alpha`, for many clients (asymptotically).
 *
 * The mean of `n` observations lies within
 *
 * `error · √( (n + ρ)/n · ln( (n + ρ) / (ρ·α²) ) )`  with  `ρ = N* / (2·ln(1/α) + ln(1 + 2·ln(1/α)))`
 *
 * which is the two-sided normal mixture boundary of Howard, Ramdas, McAuliffe and Sekhon, "Time-uniform, nonparametric,
 * nonasymptotic confidence sequences", 2021, https://arxiv.org/abs/1810.08240; that it holds for
 * means with an estimated variance is shown by Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit
 * theory and asymptotic confidence sequences", https://arxiv.org/abs/2103.06476. GrowthBook uses the same:
 * https://docs.growthbook.io/statistics/sequential.
 *
 * @param clients How many the effect was measured on, both variations together.
 * @param expected `N*`: at about how many clients it is narrowest, beside the fixed one. It has to be chosen before the data is
 *   seen, and to stay; a poor choice makes the interval wider, never wrong.
 */
export function sequentialInterval(
  effect: Effect,
  clients: number,
  { alpha, expected }: { alpha: number; expected: number },
): Interval {
  const log = 2 * Math.log(1 / alpha);
  const rho = expected / (log + Math.log(1 + log));
  const errors = Math.sqrt(((clients + rho) / clients) * Math.log((clients + rho) / (rho * alpha * alpha)));
  return around(effect, errors);
}
