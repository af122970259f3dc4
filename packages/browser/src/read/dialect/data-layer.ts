import type { Item, PageType } from "@shopkeeper/engine";
import { cleanParameters, fieldsOf, type Fields } from "../clean-item.ts";
import { OF_ITEM, OF_PAGE, OF_VISITOR } from "../event-names.ts";
import { guarded } from "../guarded.ts";
import type { PageEvent } from "../page-events.ts";
import type { Dialect, Reading } from "./reading.ts";

/** Of an event's own parameters those that are about the shop: a page may add its customer's address. */
const PARAMETERS =
  /^(items|currency|value|tax|shipping|coupon|method|(transaction|search|item_list|promotion)_\w+)$/;

/** Universal Analytics names an act by a key within `ecommerce`. */
const ACTS: Record<string, string> = {
  impressions: "view_item_list",
  click: "select_item",
  detail: "view_item",
  add: "add_to_cart",
  remove: "remove_from_cart",
  checkout: "begin_checkout",
  purchase: "purchase",
  refund: "refund",
};

function eventOf(name: unknown, raw: unknown, base?: string): PageEvent[] {
  // Elevar's `dl_view_item`; GA4's second word for a search.
  const word = `${name}`.replace(/^dl_/, "").replace("view_search_results", "search");
  if (![OF_PAGE, OF_ITEM, OF_VISITOR].some((names) => names.test(word))) return [];
  const parameters = cleanParameters(raw, base);
  for (const key of Object.keys(parameters)) if (!PARAMETERS.test(key)) delete parameters[key];
  const items: Item[] = parameters.items ?? [];
  for (const item of items) item.currency ??= parameters.currency;
  parameters.item_list_name ??= items[0]?.item_list_name;
  return [{ name: word, parameters }];
}

/**
 * The commerce events in one entry of a data layer, in any of its three shapes: GA4's objects, the `arguments` of
 * `gtag("event", …)`, Universal Analytics' enhanced e-commerce. Any other entry has none.
 */
export function dataLayerEvents(entry: unknown, base?: string): PageEvent[] {
  const fields = fieldsOf(entry);
  if (fields[0] === "event") return eventOf(fields[1], fields[2], base);
  const commerce = fieldsOf(fields.ecommerce);
  const universal = Object.keys(ACTS).flatMap((key) => {
    const act = fieldsOf(commerce[key]);
    const action = fieldsOf(act.actionField);
    // A checkout tells each of its steps; the first begins it.
    return commerce[key] && !(action.step > 1)
      ? eventOf(
          ACTS[key],
          {
            ...action,
            transaction_id: action.id,
            value: action.revenue,
            currency: commerce.currencyCode,
            items: act.products ?? act,
          },
          base,
        )
      : [];
  });
  return universal[0] ? universal : eventOf(fields.event, fields.ecommerce ?? fields, base);
}

/** What kind of page tells an act, the surest first. */
const PAGES: Record<string, PageType> = {
  purchase: "order",
  begin_checkout: "checkout",
  view_cart: "cart",
  search: "search",
  view_item: "product",
};

/** Google's words in `window.dataLayer`. */
export const readDataLayer: Dialect = ({ entries, base, type }) => {
  const last: Record<string, Fields> = {};
  const hear = guarded((entry: unknown) => {
    for (const { name, parameters } of dataLayerEvents(entry, base)) last[name] = parameters;
  });
  // An index, for `entries` may be anything with a length.
  for (let index = 0; index < entries.length; index++) hear(entries[index]);
  return {
    type:
      PAGES[Object.keys(PAGES).find((name) => last[name])!] ??
      // Products beside a product are pushed as a list too.
      (type == "other" && last.view_item_list ? "category" : undefined),
    product: last.view_item?.items?.[0],
    items: last.view_item_list?.items,
    searchTerm: last.search?.search_term,
    order: last.purchase as Reading["order"],
    cart: (last.view_cart ?? last.begin_checkout) as Reading["cart"],
  };
};
