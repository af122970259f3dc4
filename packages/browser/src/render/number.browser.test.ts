import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";

const languages = "en de fr es it pt nl pl ja ar ar-EG fa hi en-IN de-CH bn sv tr cs".split(" ");
const currencies = ["EUR", "USD", "JPY", "KWD", "PLN", "INR", "CHF", "CLF"];

/** As on a page of its own, where this is what an earlier one has left. */
async function onPage(lang: string, left?: unknown) {
  vi.resetModules();
  document.documentElement.lang = lang;
  const number = await import("./number.ts");
  number.useSamples(() => left);
  return number;
}

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.lang = "";
});

test("a price that was learnt is written as the browser itself would, on a page that asks the browser nothing", async () => {
  const price = fc.oneof(
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.integer({ min: 0, max: 999_999_999 }).map((cents) => cents / 100),
    fc.double({ min: 0, max: 1e7, noNaN: true }),
  );
  for (const lang of languages)
    for (const currency of currencies) {
      const left = (await onPage(lang)).learnNumbers(currency);
      const { formatNumber } = await onPage(lang, left);
      fc.assert(
        fc.property(price, (each) => {
          expect(formatNumber(each, currency)).toBe(
            each.toLocaleString(lang, { style: "currency", currency }),
          );
          expect(formatNumber(each)).toBe(each.toLocaleString(lang));
        }),
        { numRuns: 20 },
      );
      const asked = vi.spyOn(Number.prototype, "toLocaleString");
      for (const usual of [0, 8, 19, 189, 1299, 24_900]) formatNumber(usual, currency);
      for (const usual of [0, 3, 12, 1299]) formatNumber(usual);
      expect(asked).not.toHaveBeenCalled();
      asked.mockRestore();
    }
});

test("what somebody else has left in its place changes no price", async () => {
  for (const left of [
    { "en EUR": "no" },
    { "en EUR": [7, {}] },
    { "en EUR": ["free", "€11"] },
    [],
    null,
    7,
  ]) {
    const { formatNumber } = await onPage("en", left);
    for (const price of [8, 18, 8.5]) expect(formatNumber(price, "EUR")).toMatch(new RegExp(`${price}`));
  }
});

test("a language or a currency that is none leaves the number", async () => {
  const { formatNumber, learnNumbers } = await onPage("not a language");
  learnNumbers("EUR");
  expect(formatNumber(8.5, "EUR")).toContain("8.5");
  const english = await onPage("en");
  english.learnNumbers("no currency");
  expect(english.formatNumber(8.5, "no currency")).toContain("8.5");
});
