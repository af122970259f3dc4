import type { Item, Page, PageType } from "@shopkeeper/engine";
import { drain, type Steps } from "../dom/in-slices.ts";
import { isShopName } from "./clean-brand.ts";
import type { Fields } from "./clean-item.ts";
import { cleanText } from "./clean-text.ts";
import { readAddress } from "./dialect/address.ts";
import { readAttributes } from "./dialect/attributes.ts";
import { readDataLayer } from "./dialect/data-layer.ts";
import { readJsonLd } from "./dialect/json-ld.ts";
import { readOpenGraph } from "./dialect/open-graph.ts";
import type { Dialect, Reading, Sight } from "./dialect/reading.ts";
import { fillIn } from "./fill-in.ts";
import { guarded } from "./guarded.ts";
import { guessPageType, platformPageType } from "./page-type.ts";
import { baseOf, query } from "./query.ts";
import { routeUrl } from "./route-url.ts";

/** A dialect by the name that it is told under as a source. */
export type Named = readonly [name: string, dialect: Dialect];

/** Those that every page is read with. */
const CORE: Named[] = [
  ["attributes", readAttributes],
  ["json-ld", readJsonLd],
  ["data-layer", readDataLayer],
  ["open-graph", readOpenGraph],
  ["address", readAddress],
];

/** In the order of trust: of each field, the first that has it counts. `platform:woocommerce` stands where `platform` does. */
const TRUST = "attributes platform nosto json-ld microdata rdfa data-layer open-graph address visible";

const rank = ([name]: Named): number => TRUST.indexOf(name.replace(/:.*/, ""));

/** What the shop has declared once for all its pages. */
export interface Declared {
  /** ISO 4217, where a page says a price without one. */
  currency?: string;
  /** `"hash"` where a single-page app has its routes behind the `#`. */
  routes?: string;
}

/** A page as it was read, and what each dialect said of it. */
export interface PageReading {
  page: Page;
  /** What each dialect has said, the most trusted first: who won a field, and who says otherwise, follows from it. */
  readings: (readonly [name: string, reading: Reading])[];
  /** What the dialects looked at, with all that they said. */
  sight: Sight;
}

/** The path as it may be kept: without what looks like an e-mail address. */
export const pathOf = ({ pathname }: { pathname: string }): string =>
  pathname.replace(/[^/]*(@|%40)[^/]*/g, "*");

/**
 * What the page says about itself, read once, changing nothing, in steps: between them the page may go on.
 *
 * @param dataLayer The entries of `window.dataLayer` that belong to this page: in a single-page app those
 *   since the last change of route.
 * @param late Dialects that have been loaded because pages need them.
 */
export function* readPageSteps(
  document: Document,
  dataLayer: ArrayLike<unknown> = [],
  declared: Declared = {},
  late: Iterable<Named> = [],
): Generator<unknown, PageReading> {
  const location = routeUrl(document.location.href, declared.routes);
  const told: Reading & Fields = {};
  const guess = guessPageType(location);
  const known =
    platformPageType(document) ??
    // A home page or a cart may show a product, or several: the address knows better.
    (/product|category|other/.test(guess) ? undefined : guess);
  const typeNow = (): PageType => known ?? told.type ?? guess;
  const look = (): Sight => ({
    document,
    location,
    base: baseOf(document),
    entries: dataLayer,
    told,
    type: typeNow(),
  });
  const readings: PageReading["readings"] = [];
  for (const [name, read] of [...CORE, ...late].sort((one, other) => rank(one) - rank(other))) {
    yield;
    const reading = (yield* guardedSteps(read, look())) ?? {};
    readings.push([name, reading]);
    const { product, ...rest }: Fields = reading;
    told.product = fillIn(told.product, product);
    for (const field of Object.keys(rest)) told[field] ??= rest[field];
  }
  yield;
  return { page: pageOf(told, typeNow(), location, document, declared), readings, sight: look() };
}

/** What a dialect says, step by step where it has steps; nothing where it fails. */
function* guardedSteps(read: Dialect, sight: Sight): Generator<unknown, Reading | undefined> {
  const begun = guarded(read)(sight);
  if (!begun || !(Symbol.iterator in begun)) return begun;
  const next = guarded(() => begun.next());
  for (;;) {
    const step = next();
    if (!step || step.done) return step?.value;
    yield;
  }
}

/** What was told, as a page of its type has it. */
function pageOf(
  { product: told, items, category, searchTerm, cart, order, sku }: Reading,
  type: PageType,
  location: URL,
  document: Document,
  declared: Declared,
): Page {
  const page: Page = {
    type,
    path: pathOf(location),
    title: cleanText(query(document, "head title")?.textContent) ?? "",
  };
  const priced = ({ item_brand, ...item }: Item): Item => ({
    ...item,
    ...(item_brand && !isShopName(item_brand, document, location) && { item_brand }),
    ...(item.price && { currency: item.currency ?? declared.currency }),
  });
  const product = told && { ...(sku && { item_id: sku }), ...told };
  if (type == "product" && (product?.item_id ?? product?.item_name)) {
    page.product = priced(product);
    page.category = page.product.item_category ??= category;
    if (declared.routes == "hash") page.product.url = document.location.href;
  }
  if (type == "category") page.category = category ?? cleanText(query(document, "h1")?.textContent);
  if (type == "category" || type == "search") page.items = items?.slice(0, 50).map(priced);
  if (type == "search") page.searchTerm = searchTerm;
  if (cart && /cart|checkout/.test(type)) page.cart = { ...cart, items: cart.items?.map(priced) };
  if (type == "order" && order?.transaction_id) page.order = order;
  return page;
}

/** What the page says about itself, all at once: for tests and tools. Parameters as of {@link readPageSteps}. */
export const readPage = (...given: Parameters<typeof readPageSteps>): Page =>
  drain(readPageSteps(...given) as Steps<PageReading>).page;
