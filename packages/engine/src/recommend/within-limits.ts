import type { Item } from "../event.ts";

/**
 * Whether a product is within what the visitor has stated: `profile.budget`, a price; and `profile.size`, where the shop tells
 * the sizes of a product (`sizes`, or `size`, as a list or a text). What is not said does not count against it.
 */
export function withinLimits(fact: (name: string) => unknown): (item: Item) => boolean {
  const budget = Number(fact("profile.budget")) || Infinity;
  const wanted = `${fact("profile.size") ?? ""}`.toLowerCase();
  return ({ price, sizes, size = sizes }) => {
    const offered = `${size ?? ""}`.toLowerCase().split(/[\s,;|/]+/);
    return !(price! > budget) && (!wanted || !offered[0] || offered.includes(wanted));
  };
}
