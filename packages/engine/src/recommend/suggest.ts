import { choose } from "./choose.ts";
import { STRATEGIES } from "./strategies.ts";
import type { Candidate, Suggestion, SuggestWorld } from "./suggest-world.ts";

/**
 * Products for a rail, best first, each with its reason: by the model where there is one that knows the way, else by what the
 * catalogue says of the products. None where too little is known: what the rail's place shows by itself stands.
 *
 * @example suggest("similar", world, 8, [])
 *   // [{ item: { item_id: "scarf", … }, because: "viewed", of: "wool-coat", from: "model" }, …]
 */
export function suggest(
  strategy: string,
  world: SuggestWorld,
  limit: number,
  exclude: string[],
): Suggestion[] {
  const {
    seeds,
    own,
    model,
    vary = "item_category",
    isOwned = false,
    suits,
  } = STRATEGIES.get(strategy) ?? {};
  const begun = seeds?.(world) ?? [];
  const chosen = (candidates: Candidate[] | undefined, from: Suggestion["from"]): Suggestion[] =>
    choose(candidates ?? [], world, { limit, exclude, isOwned, vary, suits: suits?.(world) }).map((each) => ({
      ...each,
      from,
    }));
  // Nothing to begin with: no part is loaded for it.
  if (seeds && !begun[0]) return [];
  if (own) return chosen(own(world), "history");
  const told = chosen(model?.(world, begun), "model");
  return told[0] || !model || world.isWaiting()
    ? told
    : chosen(world.byContent()?.[strategy]?.(world, begun), "catalogue");
}
