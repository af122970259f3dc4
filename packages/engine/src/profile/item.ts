import type { Item, ShopEvent } from "../event.ts";

/** What a rail shows of a product. */
export const SHOWN =
  /^(item_(id|name|brand|category)|(list_)?price|currency|url|image|availability|on_sale|rating|reviews)$/;

/** What an offer says: it goes together, for what was said with an earlier price may not be so any more. */
export const OFFERED = /^((list_)?price|currency|availability|on_sale)$/;

/** An id, of bounded length. */
export const clip = (id: unknown): string => String(id).slice(0, 80);

/** What an item is known by: its id, else its name; empty where it has neither. */
export const idOf = (item: Item): string => clip(item.item_id ?? item.item_name ?? "");

/** The items of an event that can be told apart, whatever a page has put there. */
export const itemsOf = ({ items }: ShopEvent): Item[] =>
  Array.isArray(items) ? items.filter((item) => item && idOf(item)) : [];

/** The fields of these names, but no objects, and no text so long that it may be a picture. */
export const pick = (from: Record<string, unknown>, names: RegExp): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(from).filter(
      ([name, value]) =>
        names.test(name) && value != null && typeof value !== "object" && String(value).length < 300,
    ),
  );

/** Whether it is known that the item cannot be bought now, in the words of schema.org or of a merchant feed. */
export const isSoldOut = (item: Item): boolean => /out|discontinued/i.test(item.availability!);
