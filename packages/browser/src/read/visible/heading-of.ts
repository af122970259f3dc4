import { plainText } from "../clean-text.ts";
import { query, queryAll } from "../query.ts";
import { namesOf, shortText, type SeenText } from "./seen.ts";
import { ELSEWHERE } from "./words.ts";

const wordsOf = (text: unknown): string[] =>
  plainText(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The heading of the product: the one that says most of what it is declared to be called, or of what the page is
 * entitled; else the only one.
 */
export function headingOf(
  document: Document,
  name: string | undefined,
  texts: SeenText[] = [],
): Element | undefined {
  const titles = [
    query(document, "head title")?.textContent,
    query(document, '[property="og:title"],[name="og:title"]')?.getAttribute("content"),
    name,
  ];
  const plain = titles.map(plainText);
  const known = new Set(plain.flatMap(wordsOf));
  /** The share of its words that the titles have; of one word alone that is no proof. */
  const shareOf = (element: Element): number => {
    const words = wordsOf(shortText(element, 300));
    const share = words.filter((word) => known.has(word)).length / words.length;
    return words[1] ? share : share * 0.6;
  };
  const best = (elements: Element[]): Element | undefined => {
    const shares = elements.map(shareOf);
    const most = Math.max(...shares);
    return most >= 0.6 ? elements[shares.indexOf(most)] : undefined;
  };
  const headings = queryAll(document, "h1").filter((one) => wordsOf(shortText(one, 300))[0]);
  const own = headings.filter((one) => !ELSEWHERE.test(namesOf(one)));
  return (
    best(headings) ??
    (own[1] ? undefined : own[0]) ??
    best(queryAll(document, "h2,h3,[class*=title],[class*=name],[id*=title],[id*=name]").slice(0, 300)) ??
    // A single-page app may be entitled by the shop's name on all its pages: that is its logo.
    texts.find(
      ({ text, element }) =>
        text.length > 8 && !/logo/i.test(namesOf(element)) && plain.some((title) => title.startsWith(text)),
    )?.element
  );
}
