import type { Item } from "@shopkeeper/engine";

/**
 * An item with the fields that it lacks taken from a less trusted telling of it.
 *
 * Nothing is taken from another product, one with another id and another name; nor a currency, an old price or a
 * sale that goes with another price.
 */
export function fillIn(item: Item | undefined, from: Item | undefined): Item | undefined {
  if (!item || !from) return item ?? from;
  if (item.item_id && from.item_id && item.item_id !== from.item_id && item.item_name !== from.item_name)
    return item;
  const { currency, list_price, on_sale } = item;
  return {
    ...from,
    ...item,
    ...(item.price && item.price !== from.price && { currency, list_price, on_sale }),
  };
}
