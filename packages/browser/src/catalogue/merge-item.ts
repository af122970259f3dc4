import type { Item } from "@shopkeeper/engine";

/** A product as it is kept, under the key `["item", id]`. */
export interface CatalogueRow {
  key: [kind: "item", id: string];
  item: Item;
  /** When a page last had it, and when one last told its price or availability; milliseconds since 1970 (UTC). */
  seen: number;
  told: number;
}

/** What is about one event or one list, and not about the product. */
const PASSING =
  /^(quantity|index|discount|coupon|affiliation|promotion_.*|creative_.*|item_list_.*|location_id)$/;

/** What an offer says goes together: with another price, an old list price or availability may not be so any more. */
const OFFERED = /^((list_)?price|currency|availability|on_sale)$/;

/** Fields of a product at most, so that no page fills our store. */
const FIELDS = 30;

const isKept = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every((one) => typeof one == "string" && one.length < 100)
    : value != null && typeof value != "object" && `${value}`.length < 300;

const keptOf = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name, value]) => !PASSING.test(name) && isKept(value))
      .slice(0, FIELDS),
  );

const without = (item: Item, names: RegExp): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.test(name)));

/** What a product is kept by: its id, else its name; empty where it has neither. As the engine has it. */
export const idOf = ({ item_id, item_name }: Item): string => String(item_id ?? item_name ?? "").slice(0, 80);

/**
 * A product with what a page says of it now over what was kept. Of an offer nothing old stays beside something new: a price
 * without a currency is in the one that was known, and all else of the offer before it is gone.
 */
export function mergeItem(before: CatalogueRow | undefined, found: Item, now: number): CatalogueRow {
  const item = keptOf(found);
  const old = before?.item ?? {};
  const { currency } = old;
  const isTold = !!(item.price || item.availability);
  const base = item.price ? { ...without(old, OFFERED), ...(currency && { currency }) } : old;
  return {
    key: ["item", idOf(found)],
    item: { ...base, ...item },
    seen: now,
    told: isTold ? now : (before?.told ?? 0),
  };
}

/** A product whose page is gone. */
export const goneItem = (before: CatalogueRow, now: number): CatalogueRow => ({
  ...before,
  item: { ...before.item, availability: "Discontinued" },
  told: now,
});

/** Whether a row is worth writing: the same, seen again within the hour, is not. */
export const isNews = (before: CatalogueRow | undefined, after: CatalogueRow): boolean =>
  !before || after.seen - before.seen > 36e5 || written(before.item) !== written(after.item);

const written = (item: Item): string => JSON.stringify(Object.entries(item).sort());

/** Anyone can write into the storage of a page. */
export const isCatalogueRow = (row: Partial<CatalogueRow> | null | undefined): row is CatalogueRow =>
  !!row?.item && typeof row.item == "object" && Number.isFinite(row.seen) && Number.isFinite(row.told);
