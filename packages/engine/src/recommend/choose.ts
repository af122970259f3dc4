import type { Item } from "../event.ts";
import { idOf, isSoldOut } from "../profile/item.ts";
import type { Because, Candidate, SuggestWorld } from "./suggest-world.ts";
import { withinLimits } from "./within-limits.ts";

/** So many more than are wanted are weighed against each other. Each may need a file of cards. */
const SPARE = 4;

export interface Choosing {
  limit: number;
  exclude: string[];
  /** That what was bought, or is in the cart, may be there; and nothing changes places. */
  isOwned?: boolean;
  /** The field that not more than half of a rail shall have in common. */
  vary: string;
  suits?: ((item: Item) => boolean) | undefined;
}

/**
 * How much of what the visitor looked at last is of a product's category and, less important, of its brand: 0 to 1. What was
 * looked at five products ago counts half; after one or two products there is not much of a taste yet.
 */
export function tasteFor({ item_category, item_brand }: Item, shelf: SuggestWorld["shelf"]): number {
  let [strength, shared, all] = [1, 0, 0];
  for (let index = shelf.length; index--; strength *= 0.87) {
    const { item } = shelf[index]!;
    all += strength;
    if (item.item_category === item_category) shared += strength;
    if (item.item_brand === item_brand) shared += strength / 4;
  }
  return shared / (all + 2);
}

/**
 * The products of a rail, of what may be suggested, best first: only what can be bought, suits, and is not there already;
 * moved a little by the visitor's taste; and not more than half of one kind as long as there are others.
 */
export function choose(
  candidates: Candidate[],
  world: SuggestWorld,
  { limit, exclude, isOwned, vary, suits = () => true }: Choosing,
): (Because & { item: Item })[] {
  const isWithin = withinLimits(world.fact);
  const taken = new Set(isOwned ? exclude : [...exclude, ...world.cart]);
  const pool: (Because & { item: Item; weight: number })[] = [];
  let room = limit + SPARE;
  for (const { card, because, of } of candidates) {
    if (!room) break;
    const given = card();
    const id = idOf(given ?? {});
    const item = { ...given, ...world.known(id) };
    if (given === undefined) room--;
    if (!given || taken.has(id) || isSoldOut(item) || !isWithin(item) || !suits(item)) continue;
    if (!isOwned && world.isBought(id)) continue;
    taken.add(id);
    room--;
    // What did best on the clicks of RetailRocket; see docs/recommending.md.
    const rank = pool.length;
    const weight = isOwned ? -rank : 20 / (rank + 20) + 0.2 * tasteFor(item, world.shelf);
    pool.push({ item, because, of, weight });
  }
  const first: typeof pool = [];
  const later: typeof pool = [];
  for (const each of pool.sort((a, b) => b.weight - a.weight)) {
    const kind = each.item[vary];
    const alike = first.filter(({ item }) => kind && item[vary] === kind).length;
    (alike < limit / 2 ? first : later).push(each);
  }
  return [...first, ...later].slice(0, limit).map(({ item, because, of }) => ({ item, because, of }));
}
