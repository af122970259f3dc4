import type { LoadPart } from "../parts.ts";
import type { Dialect, Sight } from "./dialect/reading.ts";
import { offersProduct } from "./dialect/offers-product.ts";

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

/** In any order: trust decides what counts (see `read-page.ts`). */
export const lateDialects: LateDialect[] = [
  {
    name: "visible",
    needed: ({ document, type, told: { product } }) =>
      !(product?.item_name && product.price) &&
      (type == "product" || (type == "other" && offersProduct(document))),
    load: (load) => load("visible").then(({ readVisible }) => readVisible),
  },
];
