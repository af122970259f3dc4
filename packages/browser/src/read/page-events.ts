import type { Page } from "@shopkeeper/engine";
import type { VisitSource } from "./visit-source.ts";

/** Something to be recorded: GA4's name and parameters. */
export interface PageEvent {
  name: string;
  parameters: Record<string, unknown>;
}

/**
 * What looking at this page amounts to: a `page_view`, and the event of what is on it.
 *
 * @param source Where the visit came from; only with the first page after a load, for a change of route comes from the
 *   shop itself.
 * @example pageEvents({ type: "search", path: "/search", title: "", searchTerm: "cup" })
 *   // page_view, search { search_term: "cup" }
 */
export function pageEvents(page: Page, source?: VisitSource): PageEvent[] {
  const { type, path, title, category, product, items, searchTerm, order } = page;
  const events: PageEvent[] = [];
  const tell = (name: string, parameters: Record<string, unknown>): unknown =>
    events.push({ name, parameters });
  tell("page_view", { page_type: type, page_path: path, page_title: title, ...source });
  if (product) tell("view_item", { currency: product.currency, value: product.price, items: [product] });
  if (type == "category")
    tell("view_item_list", { item_list_name: category, item_category: category, items });
  if (searchTerm) tell("search", { search_term: searchTerm });
  if (order) tell("purchase", order);
  return events;
}
