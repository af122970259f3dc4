import type { Item } from "@shopkeeper/engine";
import type { LoadPart } from "../parts.ts";
import type { Dialect, Sight } from "./dialect/reading.ts";
import { query } from "./query.ts";
import { offersProduct } from "./dialect/offers-product.ts";
import { PLATFORMS, isPlatformHere } from "./platform/platforms-here.ts";

/** A dialect that is loaded where it is needed: most pages say what they have to say in the others. */
export interface LateDialect {
  /** What it is called where sources are told. What stands before a colon has its place in the order of trust. */
  name: string;
  /**
   * A cheap look: one selector, one global. Asked when the dialects before have spoken; `told` and `type` are what they
   * have said.
   */
  needed(sight: Sight): boolean;
  load(load: LoadPart): Promise<Dialect>;
}

/** Whether what was said leaves something open that a page about a product, a list or an order says. */
const leavesOpen = ({ told: { product, items, order, category } }: Sight): boolean =>
  product ? !(isKnown(product) && (product.item_category ?? category)) : !(items ?? order);

/** Whether what a shopper buys is told: which, for how much, and whether it is there. */
const isKnown = ({ item_id, item_name, price, availability }: Item): boolean =>
  !!(item_id && item_name && price && availability);

const has = (document: Document, attribute: string): boolean =>
  !!query(document, ["Product", "Offer", "List", "Order"].map((type) => `[${attribute}*=${type}]`).join());

/** In any order: trust decides what counts (see `read-page.ts`). */
export const lateDialects: LateDialect[] = [
  {
    name: "microdata",
    needed: (sight) => leavesOpen(sight) && has(sight.document, "itemtype"),
    load: (load) => load("markup").then(({ readMicrodata }) => readMicrodata),
  },
  {
    name: "rdfa",
    needed: (sight) => leavesOpen(sight) && has(sight.document, "typeof"),
    load: (load) => load("markup").then(({ readRdfa }) => readRdfa),
  },
  {
    name: "visible",
    needed: ({ document, type, told: { product } }) =>
      !(product && isKnown(product)) && (type == "product" || (type == "other" && offersProduct(document))),
    load: (load) => load("visible").then(({ readVisible }) => readVisible),
  },
  {
    name: "data-layer:kind",
    needed: ({ entries, type }) => type == "other" && entries.length > 0,
    load: (load) => load("data-layer-kind").then(({ readDataLayerKind }) => readDataLayerKind),
  },
  {
    name: "nosto",
    needed: ({ document }) => !!query(document, "[class^=nosto_p],[class^=nosto_c],.nosto_search_term"),
    load: (load) => load("hidden-tags").then(({ readNosto }) => readNosto),
  },
  ...PLATFORMS.map((name) => ({
    name: `platform:${name}`,
    needed: ({ document }: Sight) => isPlatformHere(name, document),
    load: (load: LoadPart) => load(name).then(({ platform }) => platform.read),
  })),
];
