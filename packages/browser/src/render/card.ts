import type { Item } from "@shopkeeper/engine";
import { formatDiscount } from "./discount.ts";
import { formatNumber } from "./number.ts";
import { safeAddress } from "./safe-address.ts";

const items = new WeakMap<Node, Item>();

/** The item of the rail's card that a node is in. */
export function itemOfCard(node: Node | null): Item | undefined {
  for (; node; node = node.parentNode) if (items.has(node)) return items.get(node);
  return undefined;
}

/**
 * What an item has by the short name of a field, as text; an address for `url` and `image`. A list price that is no
 * more than the price has nothing to tell, and `discount_percent` is how much less the price is: "-20%".
 */
export function fieldOf(item: Item, field: string): string | boolean | undefined {
  if (field === "discount_percent") return fieldOf(item, "list_price") && formatDiscount(item);
  const value = item[field] ?? item[`item_${field}`];
  if (/^(url|image)$/.test(field)) return safeAddress(value);
  if (typeof value === "number") {
    if (field === "list_price" && value <= item.price!) return undefined;
    return formatNumber(value, field.endsWith("price") ? item.currency : undefined);
  }
  return typeof value === "string" || value === true ? value : undefined;
}

/**
 * Fills the `data-sk-field` elements of a card. An element is taken out where the item has nothing for it, and left
 * as it is where there is only a yes, as for `on_sale`.
 *
 * @returns The elements of the card; none where nothing is left, as of a link without an address.
 */
export function fillCard(card: DocumentFragment, item: Item): Element[] {
  for (const element of card.querySelectorAll<HTMLElement>("[data-sk-field]")) {
    const field = element.dataset.skField!;
    const value = fieldOf(item, field);
    if (!value) element.remove();
    else if (value === true) continue;
    else if (element instanceof HTMLImageElement) {
      element.src = value;
      if (!element.hasAttribute("alt")) element.alt = item.item_name ?? "";
    } else if (element instanceof HTMLAnchorElement && field === "url") element.href = value;
    else element.textContent = value;
  }
  const elements = [...card.children];
  for (const element of elements) items.set(element, item);
  return elements;
}
