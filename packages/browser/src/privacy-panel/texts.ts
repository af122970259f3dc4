import { languageOf, type Language } from "../words/language-of.ts";
import { english } from "./texts/english.ts";

/** A text, or its forms for a number by the plural categories of its language. `{…}` is filled in. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** What the panel says, by name. */
export type Texts = Record<keyof typeof english, Text>;

/** Loads the texts of a language. */
export type LoadTexts = (name: `privacy-panel-${Language}`) => Promise<{ texts: Texts }>;

/** The shop's own texts among its `words`: those whose names begin so. */
const OURS = "privacy.";

/**
 * The texts for a `lang`. English stands for a language that we do not have, that cannot be loaded, and for a text that
 * an older file does not know.
 *
 * @param load How a part is loaded; without it everything is in English.
 * @param own The shop's own words: `{ "privacy.pause": "Stop" }`.
 */
export async function loadTexts(
  lang: string,
  load: LoadTexts | undefined,
  own: Record<string, unknown> = {},
): Promise<Texts> {
  const texts: Texts = { ...english };
  const language = languageOf(lang);
  if (load && language !== "en")
    await Promise.resolve(`privacy-panel-${language}` as const)
      .then(load)
      .then(
        (part) => Object.assign(texts, part.texts),
        () => {},
      );
  for (const name of Object.keys(texts) as (keyof Texts)[]) {
    const given = own[OURS + name];
    if (isText(given)) texts[name] = given;
  }
  return texts;
}

const isText = (given: unknown): given is Text =>
  typeof given === "string" || typeof (given as { other?: unknown } | null | undefined)?.other === "string";
