import type { Item } from "./event.ts";

/**
 * A product as the shop's pages told it last, on whatever page: what a browser has learned of the shop's goods by itself.
 *
 * @example { item_id: "mug", item_name: "Mug", price: 18, currency: "EUR", url: "https://shop.example/mug",
 *            availability: "InStock", seen: 1750000000000, told: 1750000000000 }
 */
export interface CatalogueItem extends Item {
  /** When a page last had it, in milliseconds since 1970 (UTC). */
  seen: number;
  /** When a page last told its price or availability; 0 where none has. Older than a day, they may not be so any more. */
  told: number;
}
