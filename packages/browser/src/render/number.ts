import { ownDocument } from "../dom/own-document.ts";
import { attempt } from "../remember/attempt.ts";
import { NUMBERS } from "../remember/history.ts";
import { readText, writeText } from "../remember/stored-text.ts";

/** A number as the page's language writes it. */
export function inWords(number: number, options?: Intl.NumberFormatOptions): string {
  try {
    return number.toLocaleString(languageOfPage() || [], options);
  } catch {
    return `${number}`;
  }
}

const languageOfPage = (): string => ownDocument.documentElement.lang;

const optionsFor = (currency: string | undefined): Intl.NumberFormatOptions =>
  currency ? { style: "currency", currency } : {};

/**
 * How a language writes whole numbers, or the prices of a currency: of one to seven digits before the point, all of
 * them ones. The first formatter of a page costs 14 ms, and 60 on a phone; a sample is filled with other digits in none.
 *
 * @example { "de EUR": ["1,11 €", "11,11 €", "111,11 €", "1.111,11 €", …] }
 */
type Samples = Record<string, string[]>;

let known: Samples | undefined;
const samples = (): Samples =>
  (known ??= attempt(() => JSON.parse(readText(NUMBERS)!) as Samples | null) ?? {});

const nameOf = (currency = ""): string => `${languageOfPage()} ${currency}`;

const DIGIT = /\p{Nd}/gu;

/** Undefined where there is no sample, or the number has more digits after the point than that. */
function bySample(number: number, currency?: string): string | undefined {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(`${number}`) ?? [];
  const sample = whole && samples()[nameOf(currency)]?.[whole.length - 1];
  const ones = sample && sample.match(DIGIT);
  if (!ones) return undefined;
  const digits = whole + fraction.padEnd(ones.length - whole.length, "0");
  if (digits.length !== ones.length) return undefined;
  const zero = ones[0].codePointAt(0)! - 1;
  let at = 0;
  return sample.replace(DIGIT, () => String.fromCodePoint(zero + Number(digits[at++])));
}

/**
 * A number as the page's language writes it, a price where there is a currency.
 *
 * @param currency ISO 4217.
 * @example formatNumber(1299, "EUR") // "1.299,00 €" on a German page
 */
export const formatNumber = (number: number, currency?: string): string =>
  attempt(() => bySample(number, currency)) ?? inWords(number, optionsFor(currency));

/** Keeps samples for the pages to come, of whole numbers and of a currency's prices. Costs a formatter, once a browser. */
export function learnNumbers(currency?: string): void {
  const missing = [...new Set(["", currency ?? ""])].filter((each) => !samples()[nameOf(each)]);
  for (const each of missing)
    samples()[nameOf(each)] = Array.from({ length: 7 }, (_, index) =>
      inWords(Number(`${"1".repeat(index + 1)}${each && ".111"}`), optionsFor(each)),
    );
  if (missing[0] !== undefined) writeText(NUMBERS, JSON.stringify(samples()));
}
