import type { Page, PageType } from "@shopkeeper/engine";

/** What a dialect looks at: one page at one moment. */
export interface Sight {
  document: Document;
  location: URL;
  /** What the page's relative addresses are resolved on. */
  base: string;
  /** The entries of the data layer that belong to this page. */
  entries: ArrayLike<unknown>;
  /** What the more trusted dialects have said, and what kind of page it is by that. */
  told: Reading;
  type: PageType;
}

/** What one dialect says about a page: a part of it, cleaned. */
export type Reading = Partial<
  Pick<Page, "type" | "category" | "product" | "items" | "searchTerm" | "cart" | "order">
> & {
  /** The id of one size of the product, where it is told by its sizes: it goes for the product where nothing else does. */
  sku?: string;
};

/**
 * One way in which storefronts say what is on a page, such as JSON-LD: one file each, all listed by their trust
 * in `read-page.ts`. One that goes through many elements is a generator and yields every now and then: the page goes on
 * there when it has waited long enough.
 */
export type Dialect = (sight: Sight) => Reading | Generator<unknown, Reading>;
