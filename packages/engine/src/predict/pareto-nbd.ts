import { hypergeometric } from "./hypergeometric.ts";
import type { OrderHistory, ParetoNbd } from "./predictions.ts";

/**
 * Logarithm of how likely a history is, but for the factors that do not depend on `age`: the large bracket of equation
 * 13 in the note of Fader and Hardie, from which everything else follows by divisions.
 *
 * @see http://www.brucehardie.com/notes/009/pareto_nbd_derivations_2005-11-05.pdf
 */
export function logOfHistory({ r, alpha, s, beta }: ParetoNbd, { repeats, last, age }: OrderHistory): number {
  const n = r + repeats;
  const [large, small, b] = alpha < beta ? [beta, alpha, n] : [alpha, beta, s + 1];
  const series = (t: number): number => hypergeometric(n + s, b, n + s + 1, (large - small) / (large + t));
  // In parts of this, so that nothing is too large or too small for a number, and dropped where it is.
  const unit = -(n + s) * Math.log(large + last);
  const stayed = Math.exp(logOfStaying({ r, alpha, s, beta }, { repeats, last, age }) - unit);
  const stopped = series(last) - series(age) * ((large + last) / (large + age)) ** (n + s);
  return unit + Math.log(stayed + (s / (n + s)) * stopped);
}

/** The part of it in which the customer has not stopped. */
const logOfStaying = ({ r, alpha, s, beta }: ParetoNbd, { repeats, age }: OrderHistory): number =>
  -(r + repeats) * Math.log(alpha + age) - s * Math.log(beta + age);

/**
 * How likely a customer has not stopped for good.
 *
 * @returns From 0 to 1.
 */
export const aliveChance = (model: ParetoNbd, history: OrderHistory): number =>
  Math.exp(logOfStaying(model, history) - logOfHistory(model, history));

/**
 * How likely a customer orders nothing for so many days from now: that the same history is still all there is by then.
 *
 * @returns From 0 to 1.
 */
export const silenceChance = (model: ParetoNbd, history: OrderHistory, days: number): number =>
  Math.exp(logOfHistory(model, { ...history, age: history.age + days }) - logOfHistory(model, history));

/** How many orders to expect within so many days from now: equation 41 of the note. */
export function expectedOrders(model: ParetoNbd, history: OrderHistory, days: number): number {
  const { r, alpha, s, beta } = model;
  const { repeats, age } = history;
  const since = beta + age;
  // As s comes to 1 the fraction becomes a logarithm.
  const time =
    Math.abs(s - 1) < 1e-6
      ? Math.log((since + days) / since)
      : (1 - (since / (since + days)) ** (s - 1)) / (s - 1);
  return aliveChance(model, history) * ((r + repeats) / (alpha + age)) * since * time;
}
