import { shop } from "./shop-facts.js";

/**
 * Tells the analytics what happened, as GA4 wants to hear it.
 *
 * @param event A GA4 event name, such as `"add_to_cart"`.
 * @param ecommerce Its parameters.
 */
export function report(event, ecommerce = {}) {
  window.dataLayer ??= [];
  // GA4 merges objects of consecutive pushes: without this, the items of the last event would stay.
  window.dataLayer.push({ ecommerce: null });
  window.dataLayer.push({ event, ecommerce });
}

/** The parameters that all events about several lines have. */
export const about = (lines) => ({
  currency: shop.currency,
  value: lines.reduce((sum, line) => sum + line.item.price * line.quantity, 0),
  items: lines.map(asItem),
});

export const asItem = (line) => ({ ...line.item, quantity: line.quantity });
