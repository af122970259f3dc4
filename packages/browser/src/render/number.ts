import { ownDocument } from "../dom/own-document.ts";

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
export type Samples = Record<string, string[]>;

let known: Samples | undefined;
let find = (): unknown => undefined;
const samples = (): Samples => (known ??= (find() ?? {}) as Samples);

/** @param kept What `learnNumbers` gave on an earlier page, or anything that somebody has put in its place. */
export function useSamples(kept: () => unknown): void {
  known = undefined;
  find = kept;
}

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
export function formatNumber(number: number, currency?: string): string {
  let written: string | undefined;
  try {
    written = bySample(number, currency);
  } catch {
    // Samples that are none.
  }
  return written ?? inWords(number, optionsFor(currency));
}

/**
 * Learns how whole numbers and a currency's prices are written. Costs a formatter.
 *
 * @returns All samples, to be kept for other pages; undefined where there is nothing new.
 */
export function learnNumbers(currency: string): Samples | undefined {
  const missing = ["", currency].filter((each) => !samples()[nameOf(each)]);
  for (const each of missing)
    samples()[nameOf(each)] = [1, 11, 111, 1111, 11111, 111111, 1111111].map((ones) =>
      inWords(each ? ones + 0.111 : ones, optionsFor(each)),
    );
  return missing[0] === undefined ? undefined : samples();
}
