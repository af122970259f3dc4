import type { CatalogueItem, Item } from "@shopkeeper/engine";
import { selectAll } from "../dom/elements.ts";
import { itemOf } from "../read/dialect/attributes.ts";
import type { PartWorld } from "./part-world.ts";

/** What the page itself says now of products in its lists, by id: as fresh as the page is. */
export function itemsHere({ page }: Pick<PartWorld, "page">): Map<string, Item> {
  const cards = selectAll("[data-sk-product]").flatMap((card): Item[] => {
    const item = itemOf(card);
    return item ? [item] : [];
  });
  const all: Item[] = [...cards, ...(page().items ?? [])];
  return new Map(all.flatMap((item) => (item.item_id ? [[item.item_id, item] as const] : [])));
}

/** Milliseconds that a price or availability is taken for true when no page at hand says it: a day. */
const FRESH = 864e5;

/** What pages say of products: this one, or another of the last day, by id. */
export function itemsNow(world: Pick<PartWorld, "page">, known: CatalogueItem[]): Map<string, Item> {
  const recent = known.flatMap((item): [string, Item][] =>
    item.item_id && Date.now() - item.told < FRESH ? [[item.item_id, item]] : [],
  );
  return new Map([...recent, ...itemsHere(world)]);
}

/** A product as it was remembered, with what the page says now over it. */
export function freshened(before: Item, now: Item): Item {
  const stale = { price: undefined, list_price: undefined, on_sale: undefined, availability: undefined };
  return { ...before, ...stale, ...now, currency: now.currency ?? before.currency };
}
