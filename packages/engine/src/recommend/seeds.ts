import type { Item } from "../event.ts";
import { idOf } from "../profile/item.ts";
import type { Seed, SuggestWorld } from "./suggest-world.ts";
import { wordsOf } from "./words-of.ts";

/** By how much a view counts where no model says it: the last one, the one before it, and so on. */
const DECAY = [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5];

const seedOf = (because: Seed["because"], id: string, factor: number, item?: Item): Seed => ({
  because,
  of: id,
  id,
  item,
  factor,
});

/** The product of the page and those that were looked at last, newest first. */
export function viewedSeeds({ page: { product }, shelf, manifest }: SuggestWorld): Seed[] {
  const { decay } = manifest()?.score ?? { decay: DECAY };
  const viewed = shelf.filter((seen) => seen.viewed).sort((a, b) => b.viewed - a.viewed);
  const here = product ? idOf(product) : "";
  const items = viewed.filter(({ id }) => id !== here).map((seen) => seen.item);
  return (product ? [product, ...items] : items)
    .slice(0, decay.length)
    .map((item, index) => seedOf("viewed", idOf(item), decay[index]!, item));
}

/** What is in the cart. */
export const cartSeeds = ({ shelf, cart }: SuggestWorld): Seed[] =>
  cart.map((id) => seedOf("cart", id, 1, shelf.find((seen) => seen.id === id)?.item));

/** What was searched for last, a seed for each word. */
export function searchSeeds({ page, events }: SuggestWorld): Seed[] {
  const terms = [...events("search").map((event) => event.search_term), page.searchTerm].reverse();
  const texts = [...new Set(terms)].filter((term) => typeof term === "string").slice(0, 3);
  return texts.flatMap((of, index) =>
    wordsOf(of).map((word) => ({ ...seedOf("searched", `q:${word}`, 1 / (1 + index)), of })),
  );
}
