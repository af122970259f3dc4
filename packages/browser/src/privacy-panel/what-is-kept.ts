import type { Item, ShopEvent } from "@shopkeeper/engine";

/** What an item is known by: its id, else its name; empty where it has neither. */
export const idOf = (item: Item | null | undefined): string =>
  String(item?.item_id ?? item?.item_name ?? "").slice(0, 80);

/** The items of an event that can be told apart, whatever a page has put there. */
export const itemsOf = ({ items }: ShopEvent): Item[] =>
  Array.isArray(items) ? items.filter((item) => idOf(item)) : [];

/** In order of time; those of one moment as they were kept. */
export const inOrder = (events: ShopEvent[]): ShopEvent[] => [...events].sort((a, b) => a.ts - b.ts);

/** What the items of an event come to; NaN where one has no price. */
export const sumOf = (event: ShopEvent): number =>
  itemsOf(event).reduce((sum, { price, quantity }) => sum + price! * (quantity ?? 1), 0);

/** What an order is known by: its page may be opened again, and is one of the same visit and value where it has no id. */
export const orderOf = (event: ShopEvent): string =>
  String(event.transaction_id || `${event.visit} ${Number(event.value ?? sumOf(event)) || 0}`);

/** How many of each product are in the cart, by id: `view_cart` states the whole of it, an order empties it, once. */
export function inCart(events: ShopEvent[]): Map<string, number> {
  let lines: { id: string; variant: string | undefined; quantity: number }[] = [];
  const orders = new Set<string>();
  for (const event of inOrder(events)) {
    const { name } = event;
    const states = name === "view_cart" && event.items;
    const isOrder = name === "purchase" && !orders.has(orderOf(event));
    if (isOrder) orders.add(orderOf(event));
    if (states || isOrder) lines = [];
    if (!states && !/^(add_to|remove_from)_cart$/.test(name)) continue;
    const sign = name === "remove_from_cart" ? -1 : 1;
    for (const item of itemsOf(event)) {
      const [id, variant] = [idOf(item), item.item_variant];
      const quantity = sign * (Number(item.quantity ?? 1) || 0);
      const line = lines.find((line) => line.id === id && (!variant || line.variant === variant));
      if (line) line.quantity = Math.max(0, line.quantity + quantity);
      else if (quantity > 0) lines.push({ id, variant, quantity });
    }
  }
  const total = new Map<string, number>();
  for (const { id, quantity } of lines) if (quantity) total.set(id, (total.get(id) ?? 0) + quantity);
  return total;
}

/** The ids of the products on the wish list. */
export function wished(events: ShopEvent[]): Set<string> {
  const ids = new Set<string>();
  for (const event of inOrder(events)) {
    const act = /^(add_to|remove_from)_wishlist$/.exec(event.name)?.[1];
    if (act) for (const item of itemsOf(event)) ids[act === "add_to" ? "add" : "delete"](idOf(item));
  }
  return ids;
}

/** What was stated in an `identify`, by name: in its parameter `profile`, else in its own parameters. */
export function statedIn({
  name,
  ts: _ts,
  visit: _visit,
  profile,
  ...others
}: ShopEvent): [string, unknown][] {
  if (name !== "identify") return [];
  return Object.entries(profile instanceof Object ? profile : others);
}
