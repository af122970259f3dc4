/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) by its series, for z from 0 to below 1.
 *
 * @see https://dlmf.nist.gov/15.2#E1
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let sum = 1;
  // So many terms are enough for z up to 0.99; a term beyond the range of numbers ends it too.
  for (let k = 0, term = 1; k < 4e3 && term > sum * 1e-13; k++)
    sum += term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
  return sum;
}
