import type { Item } from "@shopkeeper/engine";
import { OF_ITEM, OF_PAGE } from "./event-names.ts";

type Parameters = Record<string, unknown>;

/** Takes what every dialect tells and records each act of the visitor once. */
export interface OncePerAct {
  tell(name: string, parameters: Parameters): void;
  /** A new route, now or since a moment in the past: what is on it may be told again. */
  newPage(since?: number): void;
}

/** How long an act may be repeated by a second script, and how long before the change of route one may be early, in ms. */
const REPEAT = 1000;

/**
 * One act is told by several: a theme's JSON-LD and a plug-in's data layer both say that a product is viewed, two plug-ins
 * both push an `add_to_cart`.
 *
 * On one route a product is viewed once, a list seen, a term searched, an order placed once. What is put into the cart or
 * taken out counts again after a second. Events of other names are always recorded.
 *
 * @param clock Milliseconds; for tests.
 */
export function oncePerAct(
  record: (name: string, parameters: Parameters) => void,
  clock: () => number = Date.now,
): OncePerAct {
  const told = new Map<string, number>();
  let route = 0;
  let path: unknown;
  let isList = false;

  /** What the act is about, in each of the words that name it. */
  const subjects = (name: string, parameters: Parameters): unknown[] => {
    const isView = name == "view_item_list";
    // A list page is one list, whatever a plug-in calls it.
    const subject =
      name == "page_view" || (isView && isList)
        ? path
        : (parameters.transaction_id ?? parameters.search_term ?? (isView && parameters.item_list_name));
    const [item] = (parameters.items ?? []) as (Item | undefined)[];
    return subject || !item
      ? [subject]
      : // Two variants may be added at once; of a product page, a variant chosen later is the same product.
        [
          item.item_id,
          item.item_name && item.item_name + (name == "view_item" ? "" : item.item_variant),
        ].filter(Boolean);
  };

  return {
    tell(name, parameters) {
      if (name == "page_view") {
        path = parameters.page_path;
        isList = /category|search/.test(parameters.page_type as string);
      }
      const now = clock();
      const since = OF_PAGE.test(name) ? route : OF_ITEM.test(name) ? now - REPEAT : Infinity;
      const keys = subjects(name, parameters).map((subject) => `${name} ${subject}`);
      if (keys.some((key) => told.get(key)! >= since)) return;
      for (const key of keys) told.set(key, now);
      record(name, parameters);
    },
    newPage(since = clock()) {
      // A page may push what is on the next route just before it goes there.
      route = since - REPEAT;
      // Back within that second is a view of its own.
      told.delete(`page_view ${path}`);
    },
  };
}
