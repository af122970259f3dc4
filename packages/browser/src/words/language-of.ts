/** The languages that we have words for, besides English: ISO 639-1. */
export const LANGUAGES = ["de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language of ours for a `lang`; English where we have none for it.
 *
 * @param lang BCP 47, in upper or lower case; `de_AT`, as some shops write it, is understood too.
 * @example languageOf("pt-BR") // "pt"
 */
export function languageOf(lang: string): Language | "en" {
  const language = lang.trim().split(/[-_]/)[0]!.toLowerCase();
  return LANGUAGES.find((each) => each === language) ?? "en";
}

/** The `lang` that holds for an element: its own, else that of the nearest element around it; empty where none says it. */
export function langAt(element: Element): string {
  // Taken from the prototype: a form may have a field of the name `closest`.
  const found = Element.prototype.closest.call(element, "[lang]");
  if (found) return found.getAttribute("lang")!;
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return host ? langAt(host) : "";
}
