import { english } from "./english.ts";
import { langAt, languageOf, type Language } from "./language-of.ts";
import { ownDocument } from "../dom/own-document.ts";

/** What we say in one language, by name. */
export type Words = Record<keyof typeof english, string>;

/** Loads the words of a language. */
export type LoadWords = (name: `words-${Language}`) => Promise<{ words: Words }>;

/**
 * The words for an element, by the `lang` of the page there; `undefined` while they are on the way. Without an element,
 * those for the page.
 */
export type WordsAt = (element?: Element) => Words | undefined;

/**
 * Loads the words of a language when they are first asked for. English is always there, and stands for a language that
 * we do not have, that cannot be loaded, or for a word that an older file does not know.
 *
 * @param load How a part is loaded; without it everything is in English.
 * @param own The shop's own words, by name, which go over all of ours; what is not a text is left out.
 * @param arrived Called when words that were on the way can be asked for again.
 */
export function loadWords(
  load: LoadWords | undefined,
  own: object | undefined,
  arrived: () => void,
): WordsAt {
  const known: Partial<Record<string, Words>> = {};
  const asked = new Set<string>();
  const ownTexts = Object.fromEntries(
    Object.entries(own ?? {}).filter(([, text]) => typeof text === "string"),
  );
  const know = (language: string, words?: Words): void => {
    known[language] = { ...english, ...words, ...ownTexts };
  };
  return (element = ownDocument.documentElement) => {
    const language = languageOf(langAt(element));
    if (!asked.has(language)) {
      asked.add(language);
      if (language === "en" || !load) know(language);
      else
        void Promise.resolve(`words-${language}` as const)
          .then(load)
          .then(
            ({ words }) => know(language, words),
            () => know(language),
          )
          .then(arrived);
    }
    return known[language];
  };
}
