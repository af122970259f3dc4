import type { Item } from "@shopkeeper/engine";
import { textOf, type Product } from "./product.ts";

/** A product with GA4's names, as events have it. */
export function readOwnProduct(record: Record<string, unknown>): Product {
  const { item_id, ...item } = record;
  const id = textOf(item_id);
  if (id === undefined) throw new Error('a product without "item_id"');
  const { price } = item;
  const isBad = price !== undefined && (typeof price !== "number" || !Number.isFinite(price));
  if (isBad) delete item.price;
  return {
    item: item as Item,
    ids: { item_id: [id] },
    problem: isBad ? `"price" has to be a number: ${JSON.stringify(price)}` : undefined,
  };
}
