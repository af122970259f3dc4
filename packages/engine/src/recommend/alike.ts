import type { Item } from "../event.ts";

const same = (one: unknown, other: unknown): number => +(one !== undefined && one === other);

/** How much of two lists is in both: 0 to 1 (Jaccard). */
export function overlap(one: unknown, other: unknown): number {
  if (!Array.isArray(one) || !Array.isArray(other)) return 0;
  const both = one.filter((each) => other.includes(each)).length;
  return both / (one.length + other.length - both || 1);
}

/** How near two prices are: 1 for the same one, 0 from half or twice as much on. */
const nearness = (one: Item, other: Item): number =>
  one.currency === other.currency ? Math.max(0, 1 - Math.abs(Math.log2(one.price! / other.price!))) || 0 : 0;

/**
 * How alike two products are, by what is said of them: 0 where they share neither category nor tag. The category counts most,
 * then the tags; brand and price tell apart those that share these.
 *
 * @example alike({ item_category: "Bags", price: 80 }, { item_category: "Bags", price: 80 }) // 4
 */
export function alike(one: Item, other: Item): number {
  const kin = 3 * same(one.item_category, other.item_category) + 2 * overlap(one.tags, other.tags);
  return kin && kin + same(one.item_brand, other.item_brand) + nearness(one, other);
}
