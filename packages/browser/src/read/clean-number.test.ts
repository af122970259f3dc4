import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cleanNumber } from "./clean-number.ts";

test.for<[string, number | undefined]>([
  ["1.299,00 €", 1299],
  ["$1,299", 1299],
  ["1299.00", 1299],
  ["1 299,50 Kč", 1299.5],
  ["CHF 1'049.95", 1049.95],
  ["Rs.1,29,999.00", 129999],
  ["2,550.00", 2550],
  ["150,00 Kn", 150],
  ["£33.00", 33],
  ["29.1583", 29.1583],
  ["0.125", 0.125],
  ["20% off, now $80", 80],
  ["0", 0],
  ["Log in for pricing", undefined],
  ["15.08.2017", undefined],
  ["", undefined],
])("%j is %j", ([text, amount]) => {
  expect(cleanNumber(text)).toBe(amount);
});

test("a number stays as it is, and what is neither number nor text is none", () => {
  expect(cleanNumber(1234.567)).toBe(1234.567);
  for (const raw of [NaN, Infinity, null, undefined, {}, [], true]) expect(cleanNumber(raw)).toBeUndefined();
});

test("three decimals are thousandths only where the currency has them", () => {
  expect(cleanNumber("12.500", "KWD")).toBe(12.5);
  expect(cleanNumber("12.500", "EUR")).toBe(12500);
});

test("a text of 100,000 digits and separators is read before the test runs out of time", () => {
  for (const text of ["1.", "1 "]) expect(() => cleanNumber(text.repeat(50_000))).not.toThrow();
});

const prices = new URL("../../../../../shared/storefronts/prices.json", import.meta.url);

/** What is not read, or read wrong. */
const EXCEPTIONS: Record<string, string> = {
  ".75 €": "no digit before the decimals: Rs.75 looks alike",
  "$..75": "no digit before the decimals",
  "$..75,333": "no digit before the decimals",
  "$.750.30": "dots of two kinds",
  KShs: "a currency is no amount",
  "so'm": "a currency is no amount",
  'ש"ח': "a currency is no amount",
  "د.ع": "a currency is no amount",
  "ر.ي": "a currency is no amount",
  "Buy Now - 2 Litre Was $120.00 Now $60.00": "wrong: the first number of a sentence is taken",
  "50 - $2.00 100 - $2.75 400 - $4.50 1,000 - $9.00 2,000 - $17.00 3,000 - $24.00 10,000 - $75.00":
    "wrong: the first number of a table is taken",
  "16.00 ft": "wrong: a length",
  "1250€ 60": "wrong: the currency for a decimal point",
};

describe.skipIf(!existsSync(prices))(
  "price-parser's examples (skipped without ../shared/storefronts)",
  () => {
    test("all but the listed ones are read", () => {
      const rows: { price_raw: string; amount?: number | null }[] = JSON.parse(readFileSync(prices, "utf8"));
      const misread = rows.filter(
        ({ price_raw, amount }) => cleanNumber(price_raw) !== (amount ?? undefined),
      );
      expect(misread.map(({ price_raw }) => price_raw).filter((text) => !EXCEPTIONS[text])).toEqual([]);
      expect(misread.length / rows.length).toBeLessThan(0.03);
    });
  },
);
