import type { Suggestion } from "@shopkeeper/engine";
import type { Options } from "./api.ts";
import type { Part } from "./lazy-parts.ts";
import { cleanItem } from "./read/clean-item.ts";
import type { Recommender, RecommenderWorld } from "./recommend/recommender.ts";

/** Suggests products; `undefined` while something that is needed for it is on its way. */
export type Suggest = (strategy: string, limit: number, exclude: string[]) => Suggestion[] | undefined;

interface SuggestWorld extends Omit<RecommenderWorld, "model" | "catalog" | "clean"> {
  part: Part;
  options: Options;
  serving(): boolean;
}

/** Has what makes suggestions loaded when they are wanted for the first time; where nobody is served, none are. */
export function suggestLater(world: SuggestWorld): Suggest {
  let recommender: Recommender | undefined;
  return (...wanted) => {
    if (!world.serving()) return [];
    const { model, catalog } = world.options;
    recommender ??= world.part("rails")?.createRecommender({
      ...world,
      model,
      catalog,
      clean: cleanItem,
    });
    return recommender?.suggest(...wanted);
  };
}
