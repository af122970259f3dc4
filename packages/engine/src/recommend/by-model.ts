import type { Manifest } from "./format/manifest.ts";
import { addUp } from "./score.ts";
import type { Candidate, Seed, SuggestWorld } from "./suggest-world.ts";

/** So many products are looked at until enough of them suit. */
const CANDIDATES = 60;

/** What has less of the best one's score than this would only fill the rail: nobody would say that it goes with it. */
const ENOUGH = 0.1;

const NONE = { own: -1, numbers: [], weights: [] };

/** What the rows of some seeds lead to, best first; the reason of each is the seed that says most for it. */
export function ledTo(world: SuggestWorld, table: keyof Manifest["tables"], seeds: Seed[]): Candidate[] {
  const rows = seeds.map(({ id }) => world.row(table, id) ?? NONE);
  const factors = seeds.map(({ factor }) => factor);
  const owns = rows.map(({ own }) => own);
  const best = addUp(rows, factors, CANDIDATES, owns);
  return best.flatMap(({ number, score }) => {
    if (score < best[0]!.score * ENOUGH) return [];
    let most = 0;
    let seed = seeds[0]!;
    rows.forEach(({ numbers, weights }, index) => {
      const says = weights[numbers.indexOf(number)]! * factors[index]!;
      if (says > most) [most, seed] = [says, seeds[index]!];
    });
    return { because: seed.because, of: seed.of, card: () => world.card(number) };
  });
}

/** What sells best in a category. */
const bestOf = (world: SuggestWorld, id = ""): Candidate[] =>
  id ? ledTo(world, "categories", [{ because: "category", of: id, id, factor: 1 }]) : [];

/** What is looked at after these, and then what sells best in the category of the first. */
export const seenNext = (world: SuggestWorld, seeds: Seed[]): Candidate[] => [
  ...ledTo(world, "views", seeds),
  ...bestOf(world, seeds[0]?.item?.item_category),
];

/** What is bought with these. */
export const boughtWith = (world: SuggestWorld, seeds: Seed[]): Candidate[] => ledTo(world, "baskets", seeds);

/** What sells best: in the category of the page, then in the shop. */
export const bestSellers = (world: SuggestWorld): Candidate[] => [
  ...bestOf(world, world.page.category),
  ...(world.manifest()?.popular ?? []).map((number): Candidate => ({
    because: "popular",
    card: () => world.card(number),
  })),
];
