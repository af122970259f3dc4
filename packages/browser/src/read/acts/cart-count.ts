import { queryAll } from "../query.ts";

const COUNTERS =
  "[class*=cart i],[id*=cart i],[aria-label*=cart i],[href*=cart i],[class*=basket i],[href*=basket i],[data-cart-count]";

/** A few words with one whole number in them: `"2"`, `"Cart (2)"`, `"Shopping cart with 1 items"`; no price. */
const COUNT = /^[^\d€$£¥%]{0,25}(\d{1,3})[^\d€$£¥%.,]{0,12}$/;

/**
 * How many things are in the cart by the counter that shops show beside its sign; nothing where there is no sign of a cart.
 * A sign without a number is an empty cart.
 */
export function cartCount(document: Document): number | undefined {
  const numbers = queryAll(document, COUNTERS).map((element) => {
    const texts = [
      element.getAttribute("data-cart-count"),
      element.getAttribute("aria-label"),
      element.childElementCount < 3 ? element.textContent?.trim() : "",
    ];
    return Math.max(0, ...texts.map((text) => +(COUNT.exec(text ?? "")?.[1] ?? 0)));
  });
  return numbers[0] === undefined ? undefined : Math.max(...numbers);
}
