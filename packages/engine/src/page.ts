import type { Item } from "./event.ts";

export type PageType =
  | "home"
  | "category"
  | "product"
  | "search"
  | "cart"
  | "checkout"
  | "order"
  | "account"
  | "other";

/** What a page says about itself, as plain data. Reading it is the work of `@shopkeeper/browser`. */
export interface Page {
  type: PageType;
  path: string;
  title: string;
  /** The category of a list or of a product, as the page words it. */
  category?: string;
  /** The product of a product page. */
  product?: Item;
  /** The products of a list page, in order. */
  items?: Item[];
  /** What was searched, on a search page. */
  searchTerm?: string;
  /** What is in the cart, on a page that says so; absent items are not known, none are an empty cart. */
  cart?: { value?: number; currency?: string; items?: Item[] };
  /** The order of a confirmation page. */
  order?: { transaction_id: string; value?: number; currency?: string; items?: Item[] };
}
