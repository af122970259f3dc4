import type { Item } from "@shopkeeper/engine";

/**
 * The parameters of a change of the cart, with its value where the price is known.
 *
 * @example cartEvent([{ item_id: "mug", price: 8, currency: "EUR", quantity: 2 }]) // { currency: "EUR", value: 16, items: … }
 */
export function cartEvent(items: Item[]): Record<string, unknown> {
  const value = items.reduce((sum, { price, quantity = 1 }) => sum + price! * quantity, 0);
  const currency = items.find((item) => item.currency)?.currency;
  return {
    ...(currency && { currency }),
    ...(value > 0 && { value: Math.round(value * 1000) / 1000 }),
    items,
  };
}
