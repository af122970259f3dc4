import type { Item } from "@shopkeeper/engine";
import { ownDocument } from "../dom/own-document.ts";

/** A number as the page's language writes it. */
const inWords = (number: number, options: Intl.NumberFormatOptions): string => {
  try {
    return number.toLocaleString(ownDocument.documentElement.lang || [], options);
  } catch {
    return `${number}`;
  }
};

/**
 * A number in the page's language, a price where there is a currency.
 *
 * @param currency ISO 4217; the number alone is shown where it is none.
 * @example formatPrice(89, "EUR") // "89,00 €" on a German page
 */
export const formatPrice = (price: number, currency?: string): string =>
  inWords(price, currency ? { style: "currency", currency } : {});

/**
 * How much less the price is than the list price; `undefined` where that is less than half a per cent.
 *
 * @example formatDiscount({ price: 8, list_price: 10 }) // "-20%"
 */
export function formatDiscount({ price, list_price }: Item): string | undefined {
  const share = price! / list_price! - 1;
  return share < -0.005 ? inWords(share, { style: "percent" }) : undefined;
}
