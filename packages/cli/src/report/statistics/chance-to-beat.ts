import { logBeta, normalCdf } from "./distributions.ts";
import { difference } from "./effect.ts";
import type { Sample } from "./sample.ts";

/** What is believed of a rate: `Beta(alpha, beta)`, both whole numbers. */
interface Belief {
  alpha: number;
  beta: number;
}

/**
 * How likely a rate of one belief is above one of another, as a sum of `other.alpha` terms; the formula is Evan Miller's,
 * https://www.evanmiller.org/bayesian-ab-testing.html#binary_ab:
 *
 * `Σᵢ B(α + i, β + β′) / ((β′ + i) · B(1 + i, β′) · B(α, β))`  for `i` from 0 to `α′ − 1`
 *
 * Each term is made from the one before, by `(α + i)(β′ + i) / ((α + β + β′ + i)(1 + i))`: a logarithm a term, and no
 * cancellation among large ones.
 */
function chanceAbove({ alpha, beta }: Belief, other: Belief): number {
  let log = logBeta(alpha, beta + other.beta) - logBeta(alpha, beta);
  let chance = 0;
  for (let i = 0; i < other.alpha; i++) {
    chance += Math.exp(log);
    log += Math.log(((alpha + i) * (other.beta + i)) / ((alpha + beta + other.beta + i) * (1 + i)));
  }
  return chance;
}

const beliefOf = ({ clients, sum }: Sample): Belief => ({ alpha: 1 + sum, beta: 1 + clients - sum });

/**
 * The chance that a variation converts more often than the control, after a uniform prior (`Beta(1, 1)`) on both rates.
 *
 * @param control Clients, and in `sum` how many of them have converted.
 * @returns From 0 to 1; 0.5 where nothing is known.
 */
export function chanceToConvertMore(control: Sample, treatment: Sample): number {
  const [before, after] = [beliefOf(control), beliefOf(treatment)];
  // The shorter sum of the two.
  const chance = after.alpha <= before.alpha ? chanceAbove(before, after) : 1 - chanceAbove(after, before);
  return Math.min(1, Math.max(0, chance));
}

/**
 * The chance that a variation is worth more per client than the control: both means are believed normal around what was
 * measured (a flat prior, many clients), so that it is `Φ(difference / error)`.
 *
 * @returns From 0 to 1; 0.5 where nothing varies.
 */
export function chanceToBeWorthMore(control: Sample, treatment: Sample): number {
  const { estimate, error } = difference(control, treatment);
  return error > 0 ? normalCdf(estimate / error) : 0.5;
}
