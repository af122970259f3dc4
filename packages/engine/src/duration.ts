const UNITS: Record<string, number> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/**
 * Milliseconds of a duration as a shop writes it; of the fallback, where that is none.
 *
 * @param fallback NaN where there is none either.
 * @example parseDuration("30s") // 30000
 */
export function parseDuration(text: string | undefined, fallback = ""): number {
  const [, amount, unit] = /^(\d+\.?\d*)([smhdw])$/.exec(text!) ?? [];
  if (unit) return Math.round(+amount! * UNITS[unit]!);
  return fallback ? parseDuration(fallback) : NaN;
}
