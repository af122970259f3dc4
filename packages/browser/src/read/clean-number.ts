// Of `1.299,00 €`: an integer in groups (Indian `1,29,999` too) or without, then decimals. What looks like
// a date, a version or a percentage is no amount. `Rs.499` has a full stop before its first digit.
const AMOUNT =
  /(?:^|[^\d.,]|\p{L}[.,])([1-9]\d?(?:,\d\d)+,\d{3}|[1-9]\d{0,2}([\s.,'’])\d{3}(?:\2\d{3})*|\d+)(?:[.,]\s?(\d+))?(?![.,'’]?\d|\s*%)/u;

/** Currencies counted in thousandths, where `"12.500"` is twelve and a half. */
const THOUSANDTHS = /^((BH|IQ|JO|KW|LY|TN)D|OMR)$/;

/**
 * The first amount in a number or a text as shops write it, absent where there is none.
 *
 * @example cleanNumber("1.299,00 €") // 1299
 * @example cleanNumber("Log in for pricing") // undefined
 */
export function cleanNumber(raw: unknown, currency?: unknown): number | undefined {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : undefined;
  if (typeof raw !== "string") return;
  if (THOUSANDTHS.test(currency as string) && /^\d+\.\d{3}$/.test(raw)) return +raw;
  const found = AMOUNT.exec(raw.slice(0, 100));
  if (found) return +`${found[1]!.replace(/\D/g, "")}.${found[3] ?? 0}`;
}
