import { describe, expect, test } from "vitest";
import type { Line } from "./lines.ts";
import type { Texts } from "./texts.ts";
import { texts as arabic } from "./texts/arabic.ts";
import { english } from "./texts/english.ts";
import { texts as french } from "./texts/french.ts";
import { texts as german } from "./texts/german.ts";
import { texts as japanese } from "./texts/japanese.ts";
import { texts as polish } from "./texts/polish.ts";
import { texts as spanish } from "./texts/spanish.ts";
import { wordingIn } from "./wording.ts";

/** Noon, so that it is that day in every time zone but the outermost. */
const ts = Date.UTC(2026, 10, 22, 12);
const line = (given: Partial<Line>): Line => ({
  kind: "viewed",
  key: "key",
  label: "Boat tote",
  ts,
  count: 0,
  forget: (event) => event,
  ...given,
});
/** Without the marks that keep numbers in order, and with plain spaces. */
const plain = (text: string): string =>
  text.replace(/[\u200e\u200f\u061c\u2068\u2069]/g, "").replace(/[\u00a0\u202f]/g, " ");

describe("a number takes the form of its language", () => {
  test.each<[string, Texts, Record<number, string>]>([
    ["en", english, { 1: "once", 2: "2 times", 1234: "1,234 times" }],
    ["de", german, { 1: "einmal", 2: "2-mal", 1234: "1.234-mal" }],
    ["fr", french, { 1: "une fois", 2: "2 fois", 1_000_000: "1 000 000 de fois" }],
    ["es", spanish, { 1: "una vez", 21: "21 veces", 1_000_000: "1.000.000 de veces" }],
    ["pl", polish, { 1: "raz", 2: "2 razy", 5: "5 razy", 22: "22 razy" }],
    ["ja", japanese, { 1: "1回", 7: "7回" }],
    ["ar", arabic, { 1: "مرة واحدة", 2: "مرتين", 3: "3 مرات", 11: "11 مرة", 100: "100 مرة" }],
    ["ar-EG", arabic, { 3: "٣ مرات", 11: "١١ مرة" }],
  ])("%s", (lang, texts, said) => {
    const { say } = wordingIn(lang, texts);
    for (const [count, words] of Object.entries(said))
      expect(plain(say("times", { count: Number(count) }))).toBe(words);
  });

  test("in a sentence of the same forms", () => {
    const visits = (lang: string, texts: Texts, count: number): string => {
      const { say, day } = wordingIn(lang, texts);
      return plain(say("visits", { count, since: day(ts) }));
    };
    expect(visits("en", english, 1)).toBe("This is your first visit, on November 22, 2026.");
    expect(visits("en-GB", english, 3)).toBe("You have been here 3 times, first on 22 November 2026.");
    expect(visits("de", german, 3)).toBe("Sie waren schon 3-mal hier, zuerst am 22. November 2026.");
    expect(visits("pl", polish, 2)).toBe("2 wizyty tutaj, pierwsza: 22 listopada 2026.");
    expect(visits("pl", polish, 5)).toBe("5 wizyt tutaj, pierwsza: 22 listopada 2026.");
    expect(visits("ja", japanese, 3)).toBe("初回のご利用は2026年11月22日、これまでのご利用は3回です。");
    expect(visits("ar", arabic, 2)).toBe("زرت المتجر مرتين، أولاهما بتاريخ 22 نوفمبر 2026.");
  });
});

describe("a line", () => {
  test("tells prices, dates, and how many, as the language writes them", () => {
    const item = { item_id: "tote", price: 1089.5, currency: "EUR" };
    const detail = (lang: string, texts: Texts): string[] =>
      wordingIn(lang, texts)
        .detailOf(line({ item, count: 2 }))
        .map(plain);
    expect(detail("en", english)).toEqual(["€1,089.50", "2 times", "Nov 22, 2026"]);
    expect(detail("de-AT", german)[0]).toBe("€ 1.089,50");
    expect(detail("fr", french)).toEqual(["1 089,50 €", "2 fois", "22 nov. 2026"]);
    expect(detail("pl", polish)).toEqual(["1089,50 €", "2 razy", "22 lis 2026"]);
    expect(detail("ja", japanese)[1]).toBe("2回");
    expect(wordingIn("ja", japanese).detailOf(line({ kind: "cart", count: 2 }))[0]).toBe("2点");
  });

  test("tells the products of an order as a list, and an order with or without its price", () => {
    const order = line({ kind: "order", names: ["Tote", "Mug", "Hat"] });
    const products = (lang: string, texts: Texts): string[] =>
      wordingIn(lang, texts).detailOf(order).map(plain);
    expect(products("en", english)).toEqual(["Tote, Mug, and Hat"]);
    expect(products("de", german)).toEqual(["Tote, Mug und Hat"]);
    expect(products("ja", japanese)).toEqual(["Tote、Mug、Hat"]);
    // Names in Latin letters do not turn an Arabic list around.
    expect(wordingIn("ar", arabic).detailOf(order)[0]).toContain("و\u2068Hat\u2069");
    expect(wordingIn("de", german).labelOf(order)).toBe("Bestellung vom 22.11.2026");
    const paid = { ...order, price: 9, currency: "EUR" };
    expect(plain(wordingIn("de", german).labelOf(paid))).toBe("Bestellung vom 22.11.2026, 9,00 €");
    expect(plain(wordingIn("de", german).labelOf({ ...paid, currency: "no" }))).toContain(", 9");
  });

  test("puts what was searched for between the marks of the language, as it was written", () => {
    const search = line({ kind: "search", label: "$& {count}" });
    expect(wordingIn("de", german).labelOf(search)).toBe("„$& {count}“");
    expect(wordingIn("fr", french).labelOf(search)).toBe("«\u202f$& {count}\u202f»");
  });

  test("tells what was stated, a zero and a no among them", () => {
    const said = (value: unknown): string =>
      wordingIn("de", german).detailOf(line({ kind: "stated", value }))[0]!;
    expect([true, false, null, 0, 1990, "M", ["a", "b"], { a: 1 }].map(said)).toEqual([
      "✓",
      "–",
      "–",
      "0",
      "1990",
      "M",
      "a und b",
      '{"a":1}',
    ]);
  });

  test("of an event that we do not know says its name", () => {
    const event = (label: string): string => wordingIn("de", german).labelOf(line({ kind: "other", label }));
    expect([event("page_view"), event("spin_wheel"), event("toString")]).toEqual([
      "Geöffnete Seiten",
      "spin wheel",
      "toString",
    ]);
  });

  test("has no date where a clock that was wrong has written none", () => {
    expect(wordingIn("en", english).detailOf(line({ ts: Infinity }))).toEqual([]);
  });
});

test.each<[string, Texts, string, boolean]>([
  ["de-AT", german, "de-AT", false],
  ["de_CH", german, "de-CH", false],
  ["DE", german, "de", false],
  ["", english, "en", true],
  ["zh", english, "en", true],
  ["no locale!", english, "en", true],
  // It could not be loaded.
  ["de", english, "en", true],
  // The shop's own texts, in a language that we do not have.
  ["zh-TW", { ...english, lang: "zh" }, "zh-TW", false],
  ["en", { ...english, lang: "no locale!" }, "en", false],
])("on a page in %j texts are written as in their own language", (lang, texts, locale, isForeign) => {
  expect(wordingIn(lang, texts)).toMatchObject({ locale, isForeign });
});
