import { chiSquareTail } from "./distributions.ts";

/** Whether the variations were seen as often as their weights say. */
export interface SampleRatio {
  chiSquare: number;
  degreesOfFreedom: number;
  /** How likely a mismatch as large as this one, or larger, is by chance. */
  p: number;
}

/**
 * Pearson's chi-square test of observed counts against weights: `Σ (observed − expected)²/expected`, with one degree of freedom
 * less than there are variations. See Fabijan et al., "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments", 2019.
 *
 * @param weights In any unit: they are made shares.
 * @returns `undefined` where there are not two weights above zero, or nobody was counted.
 * @example checkSampleRatio([600, 400], [50, 50]) // { chiSquare: 40, degreesOfFreedom: 1, p: 2.54e-10 }
 */
export function checkSampleRatio(observed: number[], weights: number[]): SampleRatio | undefined {
  const counted = weights.flatMap((weight, index) =>
    weight > 0 ? [{ weight, count: observed[index] ?? 0 }] : [],
  );
  const clients = counted.reduce((sum, { count }) => sum + count, 0);
  if (counted.length < 2 || !clients) return undefined;
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const chiSquare = counted.reduce((sum, { count, weight }) => {
    const expected = (clients * weight) / total;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const degreesOfFreedom = counted.length - 1;
  return { chiSquare, degreesOfFreedom, p: chiSquareTail(chiSquare, degreesOfFreedom) };
}
