import type { SeenText } from "./seen.ts";
import { isElsewhere, namesOf } from "./seen.ts";
import { CODE, IN_STOCK, MAKER, SOLD_OUT } from "./words.ts";

const isNumber = (text: string): boolean => /^[a-z\d][\w./-]{1,29}$/i.test(text) && /\d/.test(text);

/** How elements are called that hold such a number. */
const CALLED =
  /(^|[-_ ])(sku|(product|item|article|artikel|style)[-_]?(code|no|nr|num(ber)?|ref(erence)?|sku))([-_ ]|$)|product-?reference/i;

/** What stands behind a label: in the same text, or in the one that follows; and whether it can be bought by its words. */
export function labelled(
  texts: SeenText[],
  area: Element,
  heading: Element | undefined,
): { code?: string; maker?: string; isOut: boolean; isIn: boolean } {
  let code: string | undefined;
  let maker: string | undefined;
  let isOut = false;
  let isIn = false;
  texts.forEach(({ text, element }, index) => {
    if (text.length > 80) return;
    const next = texts[index + 1]?.text ?? "";
    const found = CODE.exec(text);
    if (found && !code) code = [found[1], next].find((one) => one && isNumber(one));
    if (!code && CALLED.test(namesOf(element)) && isNumber(text)) code = text;
    if (MAKER.test(text) && next.length < 40) maker ??= next;
    // Of one size among several, or of what stands by for later, it says nothing about the product.
    const isOwn =
      heading &&
      area.contains(element) &&
      !isElsewhere(element, heading) &&
      !element.closest("li,label,[style*=none]");
    isOut ||= !!isOwn && SOLD_OUT.test(text);
    isIn ||= !!isOwn && IN_STOCK.test(text);
  });
  return { code, maker, isOut, isIn };
}
