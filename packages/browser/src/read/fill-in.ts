import type { Item } from "@shopkeeper/engine";

/** Whether two items are one product: by id or by name, for several tellings of one may differ in either. */
export const isSame = (one?: Item, other?: Item): boolean =>
  ["item_id", "item_name"].some((field) => one?.[field] && one[field] === other?.[field]);

/**
 * An item with the fields that it lacks taken from a less trusted telling of it.
 *
 * Nothing is taken from another product, one with another id and another name; nor a currency, an old price or a
 * sale that goes with another price.
 */
export function fillIn(item: Item | undefined, from: Item | undefined): Item | undefined {
  if (!item || !from) return item ?? from;
  if (item.item_id && from.item_id && !isSame(item, from)) return item;
  const { currency, list_price, on_sale } = item;
  return {
    ...from,
    ...item,
    ...(item.price && item.price !== from.price && { currency, list_price, on_sale }),
  };
}
