import type { Visitor } from "./visitor.ts";

/** Who a recipe is for and who not, by what they did: "put a bag in the cart yesterday". */
export interface Cast {
  fits: Record<string, Visitor>;
  /** Those who nearly fit: for each part of the recipe somebody for whom only that part fails. */
  misses: Record<string, Visitor>;
  /** Those of whom too little is known. */
  unknown: Record<string, Visitor>;
}

/** By name of the recipe, in the order of the guide. */
export type Stories = Record<string, Cast>;
