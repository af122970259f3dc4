import { bestSellers, boughtWith, ledTo, seenNext } from "./by-model.ts";
import type { Choosing } from "./choose.ts";
import { buyAgain } from "./buy-again.ts";
import { cartSeeds, searchSeeds, viewedSeeds } from "./seeds.ts";
import type { Candidate, Seed, SuggestWorld } from "./suggest-world.ts";

/** How a rail is filled. */
export interface Strategy {
  seeds?(world: SuggestWorld): Seed[];
  /** What the model says goes with these; without a model, what the catalogue says does. */
  model?(world: SuggestWorld, seeds: Seed[]): Candidate[];
  /** From what the visitor did alone. */
  own?(world: SuggestWorld): Candidate[];
  isOwned?: boolean;
  vary?: string;
  suits?(world: SuggestWorld): Choosing["suits"];
}

const similar: Strategy = { seeds: viewedSeeds, model: seenNext, vary: "item_brand" };

/** Those that need more than what the visitor has met; for the others see `recommend.ts`. */
export const STRATEGIES = new Map<string, Strategy>([
  ["buy-again", { own: buyAgain, isOwned: true }],
  ["similar", similar],
  [
    "up-sell",
    {
      ...similar,
      /** Dearer than the product of the page, but not by much; the visitor's budget is a limit of every rail. */
      suits:
        ({ page: { product } }) =>
        ({ price, currency, item_category }) =>
          !!product &&
          price! > product.price! &&
          price! <= 1.4 * product.price! &&
          currency === product.currency &&
          item_category === product.item_category,
    },
  ],
  [
    "bought-together",
    {
      seeds: (world) => (world.page.product ? viewedSeeds(world).slice(0, 1) : cartSeeds(world)),
      model: boughtWith,
    },
  ],
  [
    "for-you",
    {
      // What is in the cart counts twice as much as what was looked at last.
      seeds: (world) => [...cartSeeds(world).map((seed) => ({ ...seed, factor: 2 })), ...viewedSeeds(world)],
      model: seenNext,
    },
  ],
  ["from-searches", { seeds: searchSeeds, model: (world, seeds) => ledTo(world, "views", seeds) }],
  ["popular", { model: bestSellers }],
]);
