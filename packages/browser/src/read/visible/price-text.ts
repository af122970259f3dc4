/** What stands for one currency only, by how it is written: `$`, `¥` and `kr` stand for several. */
const SIGNS: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  US$: "USD",
  "₹": "INR",
  RS: "INR",
  "₺": "TRY",
  TL: "TRY",
  ZŁ: "PLN",
  KČ: "CZK",
  KN: "HRK",
  FT: "HUF",
  LEI: "RON",
  ЛВ: "BGN",
  "₴": "UAH",
  ГРН: "UAH",
  "₽": "RUB",
  РУБ: "RUB",
  Р: "RUB",
  "₸": "KZT",
  ТГ: "KZT",
  "₩": "KRW",
  원: "KRW",
  円: "JPY",
  "₪": "ILS",
  "₫": "VND",
  Đ: "VND",
  "฿": "THB",
  RP: "IDR",
  R$: "BRL",
  RM: "MYR",
  "S/": "PEN",
  AU$: "AUD",
  CA$: "CAD",
  NZ$: "NZD",
  HK$: "HKD",
  "ر.س": "SAR",
  "د.إ": "AED",
  "ج.م": "EGP",
  درهم: "AED",
  ريال: "SAR",
};

let codes: Set<string> | undefined;
/** Whether three letters are a currency's. */
const isCode = (sign: string): boolean => (codes ??= new Set(Intl.supportedValuesOf("currency"))).has(sign);

/**
 * The currency of a text that is a price and nothing else: `""` for a sign of several, absent where it is no price.
 *
 * @example currencyOf("1.299,00 €") // "EUR"
 * @example currencyOf("$80") // ""
 * @example currencyOf("Save $5") // undefined
 */
export function currencyOf(text: string): string | undefined {
  // A word before it, as shops write it, and `,-` or a star after it, for "without decimals" and "taxes included".
  const [, before = "", after = ""] =
    /^(?:(?:our |sale |special |current |now |unit )?\p{L}{3,10}:\s*)?(\D{0,5}?)\d[\d\s.,'’]*(?:,?[-–—])?\s?(\D{0,6})$/iu.exec(
      text,
    ) ?? [];
  const sign = (before + after)
    .replace(/[*:\s]/g, "")
    .replace(/[.]$/, "")
    .toUpperCase();
  return SIGNS[sign] ?? (/^\D{0,2}\p{Sc}$|^KR$/u.test(sign) ? "" : isCode(sign) ? sign : undefined);
}
