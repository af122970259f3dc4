import type { SeenText } from "./seen.ts";
import { isElsewhere, namesOf } from "./seen.ts";
import { CODE, IN_STOCK, MAKER, SOLD_OUT } from "./words.ts";

const isNumber = (text: string): boolean => /^[a-z\d][\w./-]{1,29}$/i.test(text) && /\d/.test(text);

/** How elements are called that hold such a number. */
const CALLED =
  /(^|[-_ ])(sku|(product|item|article|artikel|style)[-_]?(code|no|nr|num(ber)?|ref(erence)?|sku))([-_ ]|$)|product-?reference/i;

/** What the words of a page say of its product. */
export interface Labelled {
  code?: string;
  maker?: string;
  isOut: boolean;
  isIn: boolean;
}

/**
 * What stands behind a label, in the same text or in the one that follows, and whether the product can be bought by its
 * words. Yields between slices.
 *
 * @param area What is about the product, around its heading.
 */
export function* labelled(
  texts: SeenText[],
  area: Element,
  heading: Element | undefined,
): Generator<unknown, Labelled> {
  const found: Labelled = { isOut: false, isIn: false };
  // Of one size among several, or of what stands by for later, it says nothing about the product.
  const isOwn = (element: Element): boolean =>
    !!heading &&
    area.contains(element) &&
    !isElsewhere(element, heading) &&
    !element.closest("li,label,[style*=none]");
  for (const [index, { text, element }] of texts.entries()) {
    if (index % 200 == 199) yield;
    if (text.length > 80) continue;
    const next = texts[index + 1]?.text ?? "";
    const [label, number] = CODE.exec(text) ?? [];
    if (label) found.code ??= [number, next].find((one) => one && isNumber(one));
    if (!found.code && isNumber(text) && CALLED.test(namesOf(element))) found.code = text;
    if (MAKER.test(text) && next.length < 40) found.maker ??= next;
    if (SOLD_OUT.test(text)) found.isOut ||= isOwn(element);
    else if (IN_STOCK.test(text)) found.isIn ||= isOwn(element);
  }
  return found;
}
