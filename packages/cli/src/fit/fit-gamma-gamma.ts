import type { GammaGamma } from "@shopkeeper/engine";
import jstat from "jstat";
import { minimise } from "./minimise.ts";

const { gammaln } = jstat.jStat;

/** How many orders, and what they came to on average. */
export interface Spending {
  orders: number;
  mean: number;
}

export interface GammaGammaFit extends GammaGamma {
  logLikelihood: number;
  settled: boolean;
}

/**
 * @see http://www.brucehardie.com/notes/025/gamma_gamma.pdf
 */
export const gammaGammaLogLikelihood = ({ p, q, v }: GammaGamma, spendings: Spending[]): number =>
  spendings.reduce((sum, { orders, mean }) => {
    const shape = p * orders;
    return (
      sum +
      gammaln(shape + q) -
      gammaln(shape) -
      gammaln(q) +
      q * Math.log(v) +
      (shape - 1) * Math.log(mean) +
      shape * Math.log(orders) -
      (shape + q) * Math.log(v + orders * mean)
    );
  }, 0);

/**
 * Fits the Gamma-Gamma model by maximum likelihood.
 *
 * @param spendings Of customers with an order; those that came to nothing are left out.
 */
export function fitGammaGamma(spendings: Spending[]): GammaGammaFit {
  const paid = spendings.filter(({ orders, mean }) => orders > 0 && mean > 0);
  const middle = paid.reduce((sum, { mean }) => sum + mean, 0) / paid.length || 1;
  const modelOf = ([p, q, v]: number[]): GammaGamma => ({
    p: Math.exp(p!),
    q: Math.exp(q!),
    v: Math.exp(v!),
  });
  const { at, value, settled } = minimise(
    (at) =>
      at.every((each) => Math.abs(each) < 16)
        ? -gammaGammaLogLikelihood(modelOf(at), paid) / paid.length
        : Infinity,
    [1, 1, Math.log(middle)],
  );
  const model = modelOf(at);
  // With q up to 1 the average customer would be worth without end.
  return { ...model, logLikelihood: -value * paid.length, settled: settled && model.q > 1 && model.p < 1e4 };
}
