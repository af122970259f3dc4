import type { Item } from "../event.ts";
import { idOf } from "../profile/item.ts";
import { alike } from "./alike.ts";
import type { Because, Candidate, Seed, SuggestWorld } from "./suggest-world.ts";
import { goesWith } from "./goes-with.ts";
import { wordsOf } from "./words-of.ts";

/** Ways to products by what is said of them, by the name of the strategy. A part of its own: with a model it is not needed. */
export type ByContent = Record<string, (world: SuggestWorld, seeds: Seed[]) => Candidate[]>;

/** The products of the catalogue for which most speaks, best first; of equals, those that come first. */
const ranked = (
  { catalogue }: SuggestWorld,
  says: (item: Item) => [score: number, because: Because],
): Candidate[] =>
  catalogue()
    .map((item) => ({ item, says: says(item) }))
    .filter(({ says: [score] }) => score > 0)
    .sort((a, b) => b.says[0] - a.says[0])
    .map(({ item, says: [, { because, of }] }) => ({ because, of, card: () => item }));

/** What comes nearest to all seeds together; the reason is the one that it comes nearest to. */
const nearest =
  (like: (seed: Item, item: Item) => number): ByContent[string] =>
  (world, seeds) =>
    ranked(world, (item) => {
      const id = idOf(item);
      let [all, most, because] = [0, 0, seeds[0]!];
      for (const seed of seeds) {
        if (seed.id === id) return [0, seed];
        const says = like(seed.item ?? {}, item) * seed.factor;
        all += says;
        if (says > most) [most, because] = [says, seed];
      }
      return [all, because];
    });

/** How many of the words of a search a product has in what is said of it. */
const named: ByContent[string] = (world, seeds) =>
  ranked(world, ({ item_name, item_brand, item_category, tags }) => {
    const words = wordsOf([item_name, item_brand, item_category, tags].join(" "));
    const found = seeds.filter(({ id }) => words.some((word) => word.startsWith(id.slice(2))));
    // Of one search more than half.
    const best = found.filter(({ of }) => {
      const count = (all: Seed[]) => all.filter((seed) => seed.of === of).length;
      return 2 * count(found) > count(seeds);
    });
    return [best.reduce((sum, { factor }) => sum + factor, 0), best[0] ?? { because: "searched" }];
  });

/** What most people have reviewed, and liked; of a catalogue file without reviews, what stands first. */
const reviewed: ByContent[string] = (world) =>
  ranked(world, ({ reviews = 0, rating = 4 }) => [reviews * rating + 1e-9, { because: "popular" }]);

export const byContent: ByContent = {
  similar: nearest(alike),
  "up-sell": nearest(alike),
  "for-you": nearest(alike),
  "bought-together": nearest(goesWith),
  "from-searches": named,
  popular: reviewed,
};
