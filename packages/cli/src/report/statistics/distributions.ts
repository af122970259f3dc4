import jstat from "jstat";

const { normal, chisquare, betaln } = jstat.jStat;

/** How likely a standard normal variable is at most `z`. @example normalCdf(1.96) // 0.975 */
export const normalCdf = (z: number): number => normal.cdf(z, 0, 1);

/** The standard normal variable that is not exceeded with probability `p`. @example normalQuantile(0.975) // 1.96 */
export const normalQuantile = (p: number): number => normal.inv(p, 0, 1);

/** How likely a chi-square variable is larger than `x`; 0 where that is less than about 1e-16. */
export const chiSquareTail = (x: number, degreesOfFreedom: number): number =>
  Math.max(0, 1 - chisquare.cdf(x, degreesOfFreedom));

/** The natural logarithm of the beta function. */
export const logBeta = (a: number, b: number): number => betaln(a, b);
