import { plainText } from "../clean-text.ts";
import { queryAll } from "../query.ts";
import { currencyOf } from "./price-text.ts";
import { BEFORE, ELSEWHERE, NOT_THE_PRICE, NOW, OTHER_AMOUNT, PRICE } from "./words.ts";

/** What no product of the page stands in. */
export const ASIDE =
  "footer,nav,dialog,[role=dialog],[role=navigation],[hidden],select,template,noscript,script,style,svg,textarea,[data-sk-rail],shopkeeper-rail";

/** A text that is a price and nothing else, and what its element and those around it are called. */
export interface SeenPrice {
  element: Element;
  text: string;
  /** ISO 4217, or `""` for a sign of several. */
  currency: string;
  names: string;
  isStruck: boolean;
}

/** A word of a few on the page, with the element that it stands in. */
export interface SeenText {
  element: Element;
  text: string;
}

/** The classes, ids and test names of an element: what its authors call it. */
export const namesOf = (element: Element): string =>
  [
    "class",
    "id",
    "itemprop",
    "data-test",
    "data-testid",
    "data-qa",
    "data-qa-qualifier",
    "data-automation",
    "title",
  ]
    .map((name) => element.getAttribute(name) ?? "")
    .join(" ");

/** The text of an element when it is short; `undefined` when there is more than that: most of a page is. */
export function shortText(element: Element | undefined, most = 60): string | undefined {
  if (!element) return;
  const walk = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let steps = 0; walk.nextNode(); steps++) {
    const { data, parentElement } = walk.currentNode as Text;
    if (!/^(SCRIPT|STYLE)$/i.test(parentElement!.localName)) text += data;
    if (text.trim().length > most || steps > 20) return;
  }
  return plainText(text);
}

/** A number alone, that is a price by what its element is called: some have their sign from a style. */
const isNumber = (text: string, element: Element): boolean =>
  /^\d[\d\s.,'’]*$/.test(text) &&
  PRICE.test(`${namesOf(element)} ${namesOf(element.parentElement!)}`) &&
  !OTHER_AMOUNT.test(namesOf(element));

/** How far out a price may have its sign, and names that tell what it is. */
const OUT = 4;

/** The price that a text with a digit in it is, or is a part of. */
function priceAround(parent: Element, written: string): SeenPrice | undefined {
  const own = currencyOf(written);
  if (own != undefined && ![...parent.children].some((child) => /\d/.test(shortText(child, 40) ?? "0")))
    return { element: parent, text: written, currency: own, ...around(parent) };
  let element = parent;
  for (let out = 0; out < 3; out++) {
    const text = shortText(element, 40);
    if (text == undefined) break;
    const currency = currencyOf(text);
    // Of `<b>$15<sup>99</sup></b>` no part is the price, nor are fifteen hundred and ninety-nine.
    const parts = [...element.children].filter((child) => /\d/.test(shortText(child, 40) ?? "0"));
    if (currency != undefined && (!parts[0] || (!parts[1] && /^\D*$/.test(ownText(element)))))
      return { element, text, currency, ...around(element) };
    element = element.parentElement!;
  }
  if (isNumber(written, parent)) return { element: parent, text: written, currency: "", ...around(parent) };
}

const ownText = (element: Element): string =>
  [...element.childNodes].map((node) => (node.nodeType == 3 ? node.nodeValue : "")).join("");

function around(element: Element): { names: string; isStruck: boolean } {
  let names = "";
  for (let outer: Element | null = element, out = 0; outer && out < OUT; outer = outer.parentElement, out++)
    names += ` ${namesOf(outer)}`;
  return {
    names,
    isStruck: !!element.closest("del,s,strike") || !!element.querySelector("del,s,strike"),
  };
}

/**
 * Walks over the texts of a page: its prices, and its other short texts. Yields between slices.
 *
 * @param most How many texts are looked at; a page has a few thousand.
 */
export function* seenTexts(
  document: Document,
  most = 100_000,
): Generator<unknown, { prices: SeenPrice[]; texts: SeenText[] }> {
  const prices: SeenPrice[] = [];
  const texts: SeenText[] = [];
  const [body] = queryAll(document, "body");
  if (!body) return { prices, texts };
  // A rejected element is not walked into.
  const walk = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType == 1 && (node as Element).matches(ASIDE)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  let last: Element | undefined;
  // Where there are a thousand prices, none is the product's.
  for (let steps = 0; steps < most && prices.length < 1000 && walk.nextNode(); steps++) {
    if (steps % 500 == 499) yield;
    const node = walk.currentNode;
    if (node.nodeType != 3) continue;
    const { data, parentElement } = node as Text;
    const text = data.length < 1000 ? data.trim() : "";
    if (!text || text.length > 300) continue;
    if (text.length < 40 && /\d/.test(text) && !last?.contains(node)) {
      const price = priceAround(parentElement!, text);
      last = price?.element;
      if (price) prices.push(price);
    }
    texts.push({ element: parentElement!, text });
  }
  return { prices, texts };
}

/** How much speaks for a price as the product's, by what it is called. Below 0 it is something else. */
export function weightOf({ element, names }: SeenPrice): number {
  const own = namesOf(element);
  if (NOT_THE_PRICE.test(names) || OTHER_AMOUNT.test(own)) return -1;
  if (!PRICE.test(own) && OTHER_AMOUNT.test(namesOf(element.parentElement!))) return -1;
  return (PRICE.test(names) ? 2 : 0) + (NOW.test(names) ? 1 : 0);
}

/** Whether it is the price before a reduction. */
export const isBefore = ({ element, isStruck }: SeenPrice): boolean =>
  isStruck || [element, element.parentElement].some((one) => one && BEFORE.test(namesOf(one)));

/** Deeper than any page. Climbing is bounded, for `<img name="parentElement">` leads a form round in a circle. */
export const DEPTH = 60;

/** Whether an element stands among other products, by what is around it and not around the page's own. */
export function isElsewhere(element: Element, own: Element): boolean {
  let outer: Element | null = element;
  for (let out = 0; outer && out < DEPTH && !outer.contains(own); out++, outer = outer.parentElement)
    if (outer.localName == "aside" || ELSEWHERE.test(namesOf(outer))) return true;
  return false;
}
