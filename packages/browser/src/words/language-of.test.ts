import { expect, test } from "vitest";
import { languageOf } from "./language-of.ts";

test.each([
  ["de", "de"],
  ["DE", "de"],
  ["pt-BR", "pt"],
  ["pt-PT", "pt"],
  ["ja-Jpan-JP", "ja"],
  ["ar-EG-u-nu-latn", "ar"],
  ["es-419", "es"],
  ["de_AT", "de"],
  [" fr ", "fr"],
  ["en-GB", "en"],
  ["zh-Hant-TW", "en"],
  ["deu", "en"],
  ["", "en"],
  ["__proto__", "en"],
  ["constructor", "en"],
  ["🙂", "en"],
])("a page in %j is served in %s", (lang, language) => {
  expect(languageOf(lang)).toBe(language);
});
