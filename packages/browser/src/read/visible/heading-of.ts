import { isShopName } from "../clean-brand.ts";
import { plainText } from "../clean-text.ts";
import type { Sight } from "../dialect/reading.ts";
import { query, queryAll } from "../query.ts";
import { namesOf, shortText, type SeenText } from "./seen.ts";
import { ELSEWHERE } from "./words.ts";

const wordsOf = (text: unknown): string[] =>
  plainText(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a page is called, in its title and by what is declared. */
const titlesOf = (document: Document, name: string | undefined): string[] =>
  [
    query(document, "head title")?.textContent,
    query(document, '[property="og:title"],[name="og:title"]')?.getAttribute("content"),
    name,
  ].map(plainText);

/** The element that says most of the titles, if it says nearly nothing else. */
function best(elements: Element[], titles: string[]): Element | undefined {
  const known = new Set(titles.flatMap(wordsOf));
  const shares = elements.map((element) => {
    const words = wordsOf(shortText(element, 300));
    const share = words.filter((word) => known.has(word)).length / words.length;
    // Of one word alone that is little proof; the shop's name is in titles too, and shorter than most.
    return (words[1] ? share : share * 0.6) + words.length / 1000;
  });
  const most = Math.max(...shares);
  return most >= 0.6 ? elements[shares.indexOf(most)] : undefined;
}

/** The heading of the product: the one that says what it is declared to be called or what the page is entitled; else the only one. */
export function headingOf({ document, location, told }: Sight): Element | undefined {
  const headings = queryAll(document, "h1").filter(
    (one) => wordsOf(shortText(one, 300))[0] && !isShopName(one.textContent, document, location),
  );
  const own = headings.filter((one) => !ELSEWHERE.test(namesOf(one)));
  return best(headings, titlesOf(document, told.product?.item_name)) ?? (own[1] ? undefined : own[0]);
}

/** Where the shop's own name stands: a page may be entitled as its shop. */
const SIGNS = "header,nav,footer,[class*=logo]";

/** Two words may be the shop's name, which is in every title. */
const isMuch = (text: string | undefined): boolean => !!wordsOf(text)[2];

/** What stands for a heading where there is none: what is called a title, or a text that the page's title begins with. */
export function titleIn({ document, told }: Sight, texts: SeenText[]): Element | undefined {
  const titles = titlesOf(document, told.product?.item_name);
  const called = queryAll(document, "h2,h3,[class*=title],[class*=name],[id*=title],[id*=name]")
    .slice(0, 300)
    .filter((element) => !element.closest(SIGNS) && isMuch(shortText(element, 300)));
  return (
    best(called, titles) ??
    texts.find(
      ({ text, element }) =>
        isMuch(text) && !element.closest(SIGNS) && titles.some((title) => title.startsWith(text)),
    )?.element
  );
}
