import type { Suggestion } from "@shopkeeper/engine";
import type { Options } from "./api.ts";
import type { Part } from "./lazy-parts.ts";
import { cleanItem } from "./read/clean-item.ts";
import type { Recommender, RecommenderWorld } from "./recommend/recommender.ts";

/** Suggests products; `undefined` while something that is needed for it is on its way. */
export type Suggest = (strategy: string, limit: number, exclude: string[]) => Suggestion[] | undefined;

export interface SuggestLater {
  suggest: Suggest;
  /** What was suggested last by a strategy, or by the first of several that found something. */
  last(strategies: string): Suggestion[] | undefined;
}

interface SuggestWorld extends Omit<RecommenderWorld, "model" | "catalog" | "clean"> {
  part: Part;
  options: Options;
  serving(): boolean;
}

/** Has what makes suggestions loaded when they are wanted for the first time; where nobody is served, none are. */
export function suggestLater(world: SuggestWorld): SuggestLater {
  let recommender: Recommender | undefined;
  const told = new Map<string, Suggestion[]>();
  return {
    suggest(strategy, ...wanted) {
      if (!world.serving()) return [];
      const { model, catalog } = world.options;
      recommender ??= world.part("rails")?.createRecommender({ ...world, model, catalog, clean: cleanItem });
      const found = recommender?.suggest(strategy, ...wanted);
      if (found) told.set(strategy, found);
      return found;
    },
    last: (strategies) =>
      strategies
        .split(/[\s,]+/)
        .map((strategy) => told.get(strategy))
        .find((found) => found?.[0]),
  };
}
