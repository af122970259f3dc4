// The catalogue that builds itself: what the shop's pages have told of products, kept beside the journal of events. A part
// of its own, loaded when a page has been read and has nothing better to do, or when somebody asks for products.
import type { CatalogueItem, Item } from "@shopkeeper/engine";
import { heed, readRows } from "../remember/requests.ts";
import { catalogueRange, type Ask } from "../remember/stores.ts";
import type { KeepWorld } from "../watch-catalogue.ts";
import { goneItem, idOf, isCatalogueRow, isNews, mergeItem, type CatalogueRow } from "./merge-item.ts";

/**
 * How many products are kept: those seen last. So many are what a shopper meets in months, and take some 200 kB, read in a
 * few milliseconds when something asks for them.
 */
export const MOST = 500;

/** So many more may be there before the oldest go: not every page has to look at all. */
const SLACK = 50;

const DAY = 864e5;
const SWEPT = ["catalogue", "swept"];

/** What a page told. */
export interface Found {
  /** Products of its lists, and its own. */
  items: Item[];
  /** Its path, where it says that what was there is gone. */
  gone?: string | undefined;
  /** How long products are kept, in days. */
  days?: number | undefined;
  now: number;
}

/**
 * Keeps what a page told of products, in one transaction.
 *
 * @returns The products of the path that is gone, where it was not known before.
 * @throws Where nothing may be kept, or storage fails.
 */
export function keepItems(ask: Ask, { items, gone, days = 390, now }: Found): Promise<Item[]> {
  return ask("readwrite", (store) => {
    const lost: Item[] = [];
    for (const [id, item] of new Map(items.map((each) => [idOf(each), each])))
      if (id)
        heed(store.get(["item", id]), (found: CatalogueRow | undefined) => {
          const before = isCatalogueRow(found) ? found : undefined;
          const after = mergeItem(before, item, now);
          if (isNews(before, after)) store.put(after);
        });
    if (gone)
      readRows<CatalogueRow>(store, catalogueRange(), Infinity, (rows) => {
        for (const row of rows)
          if (isCatalogueRow(row) && isAt(row.item, gone) && row.item.availability != "Discontinued") {
            lost.push(row.item);
            store.put(goneItem(row, now));
          }
      });
    // After what is put when these answer.
    heed(store.get(SWEPT), (swept: { at?: number } | undefined) =>
      heed(store.count(catalogueRange()), (count) => {
        const isDue = !(now - (swept?.at ?? 0) < DAY);
        if (count <= MOST + SLACK && !isDue) return;
        if (isDue) store.put({ key: SWEPT, at: now });
        readRows<CatalogueRow>(store, catalogueRange(), Infinity, (rows) => {
          const kept = new Set(newest(rows, days, now));
          for (const row of rows) if (!kept.has(row)) store.delete(row.key);
        });
      }),
    );
    return () => lost;
  });
}

/** How the server answered this page: a product that is gone is answered with 404 or 410. */
function isGone(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // A single-page app may have gone on since.
  return /^4(04|10)$/.test(`${entry?.responseStatus}`) && new URL(entry!.name).pathname == location.pathname;
}

/** Keeps what the page that was read tells of products, and records which of them are gone. Never rejects. */
export async function keepPage({
  history,
  reading,
  days,
  record,
  withoutPersonalData,
}: KeepWorld): Promise<void> {
  const { page, sight } = reading() ?? {};
  if (!page || !sight || !history.keeps()) return;
  const { product, items = sight.told.items ?? [] } = page;
  const gone = !product && isGone() ? location.pathname : undefined;
  if (!product && !items[0] && !gone) return;
  const found = {
    items: withoutPersonalData(product ? [...items, product] : items),
    gone,
    days,
    now: Date.now(),
  };
  // Where storage fails, the history tells of it.
  const lost = await keepItems(history.ask, found).catch((): Item[] => []);
  if (lost[0])
    record("item_gone", {
      items: lost.map(({ item_id, item_name }) => ({ item_id, item_name, availability: "Discontinued" })),
    });
}

/**
 * All products that are kept, seen last first, each as it was told last.
 *
 * @throws Where nothing may be kept, or storage fails.
 */
export const readCatalogue = (ask: Ask, days = 390, now = Date.now()): Promise<CatalogueItem[]> =>
  ask("readonly", (store) => {
    const rows = readRows<CatalogueRow>(store, catalogueRange());
    return () => newest(rows, days, now).map(({ item, seen, told }) => ({ ...item, seen, told }));
  });

const newest = (rows: CatalogueRow[], days: number, now: number): CatalogueRow[] =>
  rows
    .filter((row) => isCatalogueRow(row) && now - row.seen <= days * DAY)
    .sort((one, other) => other.seen - one.seen)
    .slice(0, MOST);

const isAt = ({ url }: Item, path: string): boolean => {
  try {
    return new URL(`${url}`).pathname === path;
  } catch {
    return false;
  }
};
