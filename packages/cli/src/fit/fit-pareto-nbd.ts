import { logOfHistory, type OrderHistory, type ParetoNbd } from "@shopkeeper/engine";
import jstat from "jstat";
import { groupAlike, type Grouped } from "./grouped.ts";
import { minimise } from "./minimise.ts";

const { gammaln } = jstat.jStat;

/** Parameters, in the unit of time of the histories, and how well they fit. */
export interface ParetoNbdFit extends ParetoNbd {
  logLikelihood: number;
  /** Whether the search came to rest within numbers that mean something. */
  settled: boolean;
}

export const paretoNbdLogLikelihood = (model: ParetoNbd, groups: Grouped[]): number => {
  const { r, alpha, s, beta } = model;
  const common = r * Math.log(alpha) + s * Math.log(beta) - gammaln(r);
  return groups.reduce(
    (sum, { history, times }) =>
      sum + times * (common + gammaln(r + history.repeats) + logOfHistory(model, history)),
    0,
  );
};

/**
 * Fits the Pareto/NBD model by maximum likelihood.
 *
 * @param histories One a customer, in any unit of time.
 *
 * @see http://www.brucehardie.com/notes/009/pareto_nbd_derivations_2005-11-05.pdf
 */
export function fitParetoNbd(histories: Iterable<OrderHistory>): ParetoNbdFit {
  const groups = groupAlike(histories);
  const customers = groups.reduce((sum, { times }) => sum + times, 0);
  const meanAge = groups.reduce((sum, { history, times }) => sum + times * history.age, 0) / customers || 1;
  const modelOf = ([r, alpha, s, beta]: number[]): ParetoNbd => ({
    r: Math.exp(r!),
    alpha: Math.exp(alpha!),
    s: Math.exp(s!),
    beta: Math.exp(beta!),
  });
  // Beyond this they are no longer about customers: a rate that all have alike, or nobody who ever stops. And the series
  // in the formula needs the two scales not too far from each other.
  const isSensible = (at: number[], end: number): boolean =>
    at.every((each) => Math.abs(each) < end) && Math.abs(at[1]! - at[3]!) < end / 6;
  const { at, value, settled } = minimise(
    (at) => (isSensible(at, 16) ? -paretoNbdLogLikelihood(modelOf(at), groups) / customers : Infinity),
    [0, Math.log(meanAge / 2), 0, Math.log(meanAge / 2)],
  );
  return {
    ...modelOf(at),
    logLikelihood: -value * customers,
    settled: settled && isSensible(at, 12),
  };
}
