import type { Item } from "@shopkeeper/engine";
import { OF_ITEM, OF_PAGE } from "./event-names.ts";

type Parameters = Record<string, unknown>;

/** Takes what every dialect tells and records each act of the visitor once. */
export interface OncePerAct {
  /**
   * @param teller Who tells: two acts of one teller are two acts, two tellers of one act are one.
   * @param at When the visitor did it, where that was before now: a click whose answer had to be waited for.
   */
  tell(name: string, parameters: Parameters, teller?: string, at?: number): void;
  /** A new route, now or since a moment in the past: what is on it may be told again. */
  newPage(since?: number): void;
}

/** How long an act may be repeated by the same teller, and how long before the change of route one may be early, in ms. */
const REPEAT = 1000;

/** How long another teller may take for the same act, in ms: a theme pushes when the shop has answered. */
const LATE = 5000;

/** What was recorded, and by whom it has been told since. */
interface Act {
  name: string;
  subject: unknown;
  item: Item | undefined;
  at: number;
  /** When each teller told it last. */
  tellers: Map<string, number>;
}

/**
 * Whether two tellings are about one item. Dialects have an id each, `"1-1"` and `"demo_1"`: then the name tells, if both
 * have one.
 *
 * @param isView Of a product page, a variant chosen later is the same product; but two variants may be added at once.
 */
function isOne(one: Item, other: Item, isView: boolean): boolean {
  const differ = (field: string): unknown => one[field] && other[field] && one[field] !== other[field];
  if (one.item_id && one.item_id === other.item_id) return isView || !differ("item_variant");
  return one.item_name && other.item_name
    ? !differ("item_name") && (isView || !differ("item_variant"))
    : // One that only has an id of its own cannot be held against the other.
      !one.item_name != !other.item_name && !isView;
}

/**
 * One act is told by several: a theme's JSON-LD and a plug-in's data layer both say that a product is viewed, a form, the
 * platform and two plug-ins all tell an `add_to_cart`.
 *
 * On one route a product is viewed once, a list seen, a term searched, an order placed once. What is put into the cart or
 * taken out is the same act when another teller tells it within five seconds, or the same teller within one; each telling
 * stands for one act, so that two clicks which are told by two tellers each are two. Events of other names are always
 * recorded.
 *
 * @param clock Milliseconds; for tests.
 */
export function oncePerAct(
  record: (name: string, parameters: Parameters, at?: number) => void,
  clock: () => number = Date.now,
): OncePerAct {
  let acts: Act[] = [];
  let route = 0;
  let path: unknown;
  let isList = false;

  /** What an act of a page is about, but for its item. */
  const subjectOf = (name: string, parameters: Parameters): unknown =>
    name == "page_view" || /_(cart|checkout)$/.test(name) || (name == "view_item_list" && isList)
      ? // A list page is one list, whatever a plug-in calls it; a page has one cart.
        path
      : (parameters.transaction_id ??
        parameters.search_term ??
        (name == "view_item_list" && parameters.item_list_name));

  return {
    tell(name, parameters, teller = "", at) {
      if (name == "page_view") {
        path = parameters.page_path;
        isList = /category|search/.test(parameters.page_type as string);
      }
      const now = clock();
      const done = at ?? now;
      const isAct = OF_ITEM.test(name);
      if (isAct || OF_PAGE.test(name)) {
        const subject = !isAct && subjectOf(name, parameters);
        const item = subject ? undefined : (parameters.items as Item[] | undefined)?.[0];
        const before = acts.find((act) => {
          if (act.name != name || act.subject !== subject) return false;
          if (item && act.item && !isOne(item, act.item, !isAct)) return false;
          if (!isAct) return act.at >= route;
          const last = act.tellers.get(teller);
          return last === undefined ? act.at >= done - LATE : last >= done - REPEAT;
        });
        before?.tellers.set(teller, now);
        if (before) return;
        // What has been taken out may be put in again at once.
        const isUndone = (act: Act): boolean =>
          isAct && act.name != name && !!item && !!act.item && isOne(item, act.item, true);
        acts = [
          ...acts.filter((act) => act.at >= Math.min(route, now - 2 * LATE) && !isUndone(act)).slice(-99),
          { name, subject, item, at: now, tellers: new Map([[teller, now]]) },
        ];
      }
      record(name, parameters, at);
    },
    newPage(since = clock()) {
      // A page may push what is on the next route just before it goes there.
      route = since - REPEAT;
      // Back within that second is a view of its own.
      acts = acts.filter((act) => act.name != "page_view" || act.subject !== path);
    },
  };
}
