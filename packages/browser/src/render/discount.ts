import type { Item } from "@shopkeeper/engine";
import { inWords } from "./number.ts";

/**
 * How much less the price is than the list price; `undefined` where that is less than half a per cent.
 *
 * @example formatDiscount({ price: 8, list_price: 10 }) // "-20%"
 */
export function formatDiscount({ price, list_price }: Item): string | undefined {
  const share = price! / list_price! - 1;
  return share < -0.005 ? inWords(share, { style: "percent" }) : undefined;
}
