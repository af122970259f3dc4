import type { Item, Page, PageType } from "@shopkeeper/engine";
import type { Fields } from "./clean-item.ts";
import { cleanText } from "./clean-text.ts";
import { readAddress } from "./dialect/address.ts";
import { readAttributes } from "./dialect/attributes.ts";
import { readDataLayer } from "./dialect/data-layer.ts";
import { readJsonLd } from "./dialect/json-ld.ts";
import { readOpenGraph } from "./dialect/open-graph.ts";
import type { Dialect, Reading } from "./dialect/reading.ts";
import { readVisible } from "./dialect/visible.ts";
import { fillIn } from "./fill-in.ts";
import { guarded } from "./guarded.ts";
import { guessPageType, platformPageType } from "./page-type.ts";
import { baseOf, query } from "./query.ts";

/** In the order of trust: of each field, the first that has it counts. */
const DIALECTS: Dialect[] = [
  readAttributes,
  readJsonLd,
  readDataLayer,
  readOpenGraph,
  readAddress,
  readVisible,
];

/** What the shop has declared once for all its pages. */
export interface Declared {
  /** ISO 4217, where a page says a price without one. */
  currency?: string;
}

/** The path as it may be kept: without what looks like an e-mail address. */
export const pathOf = ({ pathname }: { pathname: string }): string =>
  pathname.replace(/[^/]*(@|%40)[^/]*/g, "*");

/**
 * What the page says about itself, read once, changing nothing.
 *
 * @param dataLayer The entries of `window.dataLayer` that belong to this page: in a single-page app those
 *   since the last change of route.
 */
export function readPage(
  document: Document,
  dataLayer: ArrayLike<unknown> = [],
  declared: Declared = {},
): Page {
  const location = new URL(document.location.href);
  const told: Reading & Fields = {};
  const guess = guessPageType(location);
  const known =
    platformPageType(document) ??
    // A home page or a cart may show a product, or several: the address knows better.
    (/product|category|other/.test(guess) ? undefined : guess);
  const typeNow = (): PageType => known ?? told.type ?? guess;
  for (const read of DIALECTS) {
    const sight = { document, location, base: baseOf(document), entries: dataLayer, told, type: typeNow() };
    const { product, ...rest }: Fields = guarded(read)(sight) ?? {};
    told.product = fillIn(told.product, product);
    for (const field of Object.keys(rest)) told[field] ??= rest[field];
  }

  const type = typeNow();
  const page: Page = {
    type,
    path: pathOf(location),
    title: cleanText(query(document, "head title")?.textContent) ?? "",
  };
  const priced = (item: Item): Item => ({
    ...item,
    ...(item.price && { currency: item.currency ?? declared.currency }),
  });
  const { product, items, category, searchTerm, order } = told;
  if (type == "product" && (product?.item_id ?? product?.item_name)) {
    page.product = priced(product!);
    page.category = page.product.item_category ??= category;
  }
  if (type == "category") page.category = category ?? cleanText(query(document, "h1")?.textContent);
  if (type == "category" || type == "search") page.items = items?.slice(0, 50).map(priced);
  if (type == "search") page.searchTerm = searchTerm;
  if (type == "order" && order?.transaction_id) page.order = order;
  return page;
}
