import { expect } from "vitest";

type Table = Record<string, string | Partial<Record<string, string>>>;

/** The quotation marks of a language, as its shops print them. */
const QUOTES: Record<string, string> = {
  en: "“”",
  de: "„“",
  fr: "«»",
  es: "«»",
  it: "«»",
  pt: "“”",
  nl: "‘’",
  pl: "„”",
  ja: "「」",
  ar: "«»",
};
/** Words that no other of our languages has. */
const ENGLISH = /\b(the|you|your|and|nothing|this|not|forget|delete|looked|cart|shop’s)\b/i;

const formsOf = (text: Table[string]): string[] =>
  typeof text === "string" ? [text] : (Object.values(text) as string[]);
const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Holds a table against the English one: the same names and places, every plural form, and signs of the language. */
export function compareWith(english: Table, language: string, table: Table): void {
  expect(table["lang"]).toBe(language);
  expect(Object.keys(table).sort()).toEqual(Object.keys(english).sort());
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
  const signs = `“”„‘«»「」`.replace(new RegExp(`[${QUOTES[language]}]`, "g"), "");
  for (const [name, text] of Object.entries(table)) {
    if (name === "lang") continue;
    const wanted = placesIn(formsOf(english[name]!).at(-1)!);
    if (typeof text !== "string") expect(Object.keys(text).sort(), name).toEqual(categories);
    for (const [index, form] of formsOf(text).entries()) {
      // The forms for one and for two may do without their number.
      const category = typeof text === "string" ? "other" : Object.keys(text)[index]!;
      const places = /^(one|two)$/.test(category)
        ? wanted.filter((place) => place !== "{count}" || form.includes(place))
        : wanted;
      expect(placesIn(form), `${name}: ${form}`).toEqual(places);
      expect(form.trim(), name).toBe(form);
      expect(form, name).not.toBe("");
      expect(form, `${name} has signs of a typewriter`).not.toMatch(/["']|\.\.\.| {2}/);
      expect(form, `${name} has quotation marks of another language`).not.toMatch(new RegExp(`[${signs}]`));
      const words = form.replace(/\{\w+\}/g, "");
      if (language === "en") continue;
      // What is only places and signs is the same everywhere.
      if (/\p{L}/u.test(words)) expect(formsOf(english[name]!), name).not.toContain(form);
      expect(words, `${name} is in English`).not.toMatch(ENGLISH);
      if (/^(ja|ar)$/.test(language)) expect(words, name).not.toMatch(/[a-z]/i);
      // French sets a narrow space before these signs, and a space before a colon.
      if (language === "fr")
        expect(form, name).not.toMatch(/[^\u202f][?!;]|[^\u00a0]:|«[^\u202f]|[^\u202f]»/);
      else expect(form, name).not.toMatch(/\s[?!;:]/);
    }
  }
}
