import { cleanNumber } from "../clean-number.ts";
import { plainText } from "../clean-text.ts";
import { DEPTH, isBefore, isElsewhere, weightOf, type SeenPrice } from "./seen.ts";

/** The first of the elements around an anchor, from within, that is enough. */
export function areaAround(anchor: Element, isEnough: (area: Element) => boolean): Element | undefined {
  let area: Element | null = anchor;
  for (let out = 0; area && out < DEPTH; out++, area = area.parentElement) if (isEnough(area)) return area;
}

const amountOf = ({ text, currency }: SeenPrice): number | undefined => cleanNumber(text, currency);

/** The only amount of some prices; the lower one of a range. */
function only(prices: SeenPrice[]): SeenPrice | undefined {
  const amounts = new Set(prices.map(amountOf));
  if (amounts.size == 1) return prices[0];
  const [low, high] = prices;
  if (amounts.size == 2 && isRange(low!, high!)) return low;
}

/** `$3.499 – $3.999` */
function isRange(low: SeenPrice, high: SeenPrice): boolean {
  const around = areaAround(low.element, (area) => area.contains(high.element));
  const text = plainText(around?.textContent);
  return (
    text.length < 200 &&
    /^\s*(-|–|—|to|bis|à|a|do)\s*$/.test(
      text.slice(text.indexOf(low.text) + low.text.length, text.lastIndexOf(high.text)),
    )
  );
}

/** The price that stands out among several, or none. */
function standsOut(prices: SeenPrice[]): SeenPrice | undefined {
  const most = Math.max(...prices.map(weightOf));
  return (
    only(prices) ??
    only(prices.filter(({ element }) => !element.closest("li"))) ??
    only(prices.filter((price) => weightOf(price) == most))
  );
}

export interface Picked {
  price?: SeenPrice;
  before?: SeenPrice;
  control?: Element;
  /** What is about the product: the heading and the control are in it. */
  area: Element;
}

/** What the page's product costs, and what it cost before. */
export function pickPrice(
  body: Element,
  prices: SeenPrice[],
  heading: Element | undefined,
  controls: Element[],
): Picked {
  const isOwn = (element: Element): boolean => !heading || !isElsewhere(element, heading);
  const ownIn = (area: Element): Element[] => {
    const own = controls.filter((one) => area.contains(one) && isOwn(one.parentElement!));
    // Those of a list are other products', where there is one outside.
    const apart = own.filter((one) => !one.closest("li"));
    return apart[0] ? apart : own;
  };
  const area = (heading && areaAround(heading, (one) => !!ownIn(one)[0])) ?? body;
  const buying = ownIn(area);
  const [control] = buying;
  const own = prices.filter(
    (price) =>
      amountOf(price)! > 0 &&
      weightOf(price) >= 0 &&
      isOwn(price.element) &&
      !isLinked(price.element, heading),
  );
  const isSale = own.some((price) => area.contains(price.element) && !isBefore(price));
  const now = own.filter((price) => !price.isStruck && !(isSale && isBefore(price)));
  const within = (from: SeenPrice[], scope: Element): SeenPrice[] =>
    from.filter(({ element }) => scope.contains(element));
  const scopeOf = (anchor: Element | undefined): Element | undefined =>
    anchor && areaAround(anchor, (one) => !!within(now, one)[0]);
  const besides = buying
    .slice(0, 9)
    .flatMap((one) => scopeOf(one) ?? [])
    .map((scope) => standsOut(within(now, scope)));
  // Each beside a price of its own is a choice.
  if (new Set(besides.map((price) => price && amountOf(price))).size > 1) return { control, area };
  for (const scope of [scopeOf(control), scopeOf(heading)]) {
    const price = scope && standsOut(within(now, scope));
    if (price) {
      const before = only(within(own.filter(isBefore), scope));
      return { price, before: before === price ? undefined : before, control, area };
    }
  }
  // With nothing to stand near, the only price of the page.
  return { control, area, price: (control ?? heading) ? undefined : only(now) };
}

/** Whether it stands in a link to another page, as the prices of other products do. */
const isLinked = (element: Element, heading: Element | undefined): boolean => {
  const link = element.closest("a[href]");
  return !!link && !link.contains(heading ?? null) && /^(?!#|javascript:)/.test(link.getAttribute("href")!);
};
