import type { Page, PageType } from "@shopkeeper/engine";
import type { VisitSource } from "./visit-source.ts";

/** Something to be recorded: GA4's name and parameters. */
export interface PageEvent {
  name: string;
  parameters: Record<string, unknown>;
}

const UUID = /[\da-f]{8}-[\da-f-]{27}/gi;

/**
 * What looking at this page amounts to: a `page_view`, and the event of what is on it.
 *
 * @param source Where the visit came from; only with the first page after a load, for a change of route comes from the
 *   shop itself.
 * @param before What kind of page was left for it: a checkout of several pages begins once.
 * @example pageEvents({ type: "search", path: "/search", title: "", searchTerm: "cup" })
 *   // page_view, search { search_term: "cup" }
 */
export function pageEvents(page: Page, source?: VisitSource, before?: PageType): PageEvent[] {
  const { type, path, title, category, product, items, searchTerm, cart, order } = page;
  const events: PageEvent[] = [];
  const tell = (name: string, parameters: Record<string, unknown>): unknown =>
    events.push({ name, parameters });
  tell("page_view", {
    page_type: type,
    // In a shop's list or product it is a product's; anywhere else it may open an order or a cart.
    page_path: /product|category/.test(type) ? path : path.replace(UUID, "*"),
    // Where a shop knows its customer, it greets them by name.
    page_title: /account|order|checkout/.test(type) ? undefined : title,
    ...source,
  });
  if (product) tell("view_item", { currency: product.currency, value: product.price, items: [product] });
  if (type == "category")
    tell("view_item_list", { item_list_name: category, item_category: category, items });
  if (searchTerm) tell("search", { search_term: searchTerm });
  if (type == "cart") tell("view_cart", { ...cart });
  if (type == "checkout" && before != type) tell("begin_checkout", { ...cart });
  if (order) tell("purchase", order);
  return events;
}
