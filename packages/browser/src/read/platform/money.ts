/**
 * An amount in minor units as the amount that it is.
 *
 * @param digits How many digits are after the point.
 * @example fromMinor(1299, 2) // 12.99
 */
export function fromMinor(amount: unknown, digits = 2): number | undefined {
  const number = amount == null || amount === "" ? NaN : Number(amount);
  return Number.isFinite(number) ? number / 10 ** digits : undefined;
}
