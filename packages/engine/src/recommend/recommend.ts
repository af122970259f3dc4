import type { ExperienceConfiguration } from "../configuration.ts";
import { purposesOf } from "../decide/owned.ts";
import type { Item } from "../event.ts";
import { hash } from "../hash.ts";
import { linesOf } from "../profile/cart.ts";
import { entryOf } from "../profile/entry.ts";
import { isSoldOut } from "../profile/item.ts";
import type { Profile } from "../profile/profile.ts";
import type { Seen } from "../profile/shelf.ts";

/** How a rail is filled: products that the visitor has met, best first. */
type Strategy = (profile: Profile) => (Seen | undefined)[];

const STRATEGIES = new Map<string, Strategy>([
  ["recently-viewed", ({ shelf }) => newestFirst(shelf, "viewed")],
  ["wishlist", ({ shelf }) => newestFirst(shelf, "wish").filter((seen) => seen.wished)],
  ["price-drops", ({ shelf }) => newestFirst(shelf.filter(isCheaper), "ts")],
  ["cart", (profile) => linesOf(profile).map((line) => entryOf(profile.shelf, line.id))],
]);

/** A list told that it costs less than when it was met. */
const isCheaper = ({ met, item }: Seen): boolean =>
  !!met && met.currency === item.currency && met.price! > item.price!;

const newestFirst = (shelf: Seen[], key: "viewed" | "wish" | "ts"): Seen[] =>
  shelf.filter((seen) => seen[key]).sort((a, b) => b[key] - a[key]);

export interface RecommendOptions {
  limit?: number | undefined;
  /** Ids of products that are not wanted, such as that of the page. */
  exclude?: string[] | undefined;
  /** The experience that shows them: it speaks of nothing in the cart, unless that is its purpose. */
  experience?: ExperienceConfiguration | undefined;
}

/** Products for a rail, best first, without what was bought or is known to be sold out; none for an unknown strategy. */
export function recommend(
  profile: Profile,
  strategy: string,
  { limit, exclude = [], experience }: RecommendOptions = {},
): Item[] {
  const inCart = experience && !purposesOf(experience).includes("cart") ? linesOf(profile) : [];
  const items: Item[] = [];
  for (const seen of STRATEGIES.get(strategy)?.(profile) ?? []) {
    if (!seen || exclude.includes(seen.id) || profile.bought.includes(hash(seen.id)) || isSoldOut(seen.item))
      continue;
    if (entryOf(inCart, seen.id)) continue;
    items.push(seen.item);
  }
  return items.slice(0, limit);
}
