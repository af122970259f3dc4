import { linesOf } from "./cart.ts";
import { entryOf } from "./entry.ts";
import type { Profile } from "./profile.ts";
import { toJson } from "../to-json.ts";

const size = (value: unknown): number => toJson(value).length;

/**
 * Forgets until the JSON of it is short enough: of the list that takes more than its share, what was longest untouched,
 * but of the products those in the cart and on the wish list last.
 */
export function shrink(profile: Profile, length: number): void {
  if (size(profile) <= length) return;
  const { shelf } = profile;
  const lines = linesOf(profile);
  const kept = (seen: (typeof shelf)[0]) => +(seen.wished || !!entryOf(lines, seen.id));
  shelf.sort((a, b) => kept(a) - kept(b) || a.ts - b.ts);
  const lists = Object.values(profile).filter(Array.isArray);
  // What is to be shown may take most of it.
  const share = (list: unknown[]) => size(list) / (list === shelf ? 4 : 1);
  while (size(profile) > length && lists.some((list) => list.length))
    lists.sort((a, b) => share(b) - share(a))[0]!.shift();
}
