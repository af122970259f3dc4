import { linesOf } from "./cart.ts";
import { entryOf } from "./entry.ts";
import type { Profile } from "./profile.ts";
import { toJson } from "../to-json.ts";

const size = (value: unknown): number => toJson(value).length;

/**
 * Forgets until the JSON of it is short enough: of the list that takes more than its share, what was longest untouched,
 * but of the products those in the cart and on the wish list last, and of what was shown that which interrupted: whoever
 * has waved it away must not meet it again because they bought much since.
 */
export function shrink(profile: Profile, length: number): void {
  if (size(profile) <= length) return;
  const { shelf, exposures, bought, lines: stated, changes } = profile;
  const lines = linesOf(profile);
  const kept = (seen: (typeof shelf)[0]) => +(seen.wished || !!entryOf(lines, seen.id));
  shelf.sort((a, b) => kept(a) - kept(b) || a.ts - b.ts);
  const interrupted = ({ kind }: (typeof exposures)[0]) => +(kind === "popup" || kind === "tour");
  exposures.sort((a, b) => interrupted(a) - interrupted(b));
  const lists = Object.values(profile).filter(Array.isArray);
  // What is to be shown may take most of it; what must not be shown, and how often, still more: see `bench/year`.
  const worth = (list: unknown[]): number => {
    if (list === shelf) return 4;
    if (list === exposures) return 16;
    return list === bought || list === stated || list === changes ? 16 : 1;
  };
  const share = (list: unknown[]) => (list.length ? size(list) / worth(list) : 0);
  while (size(profile) > length && lists.some((list) => list.length))
    lists.sort((a, b) => share(b) - share(a))[0]!.shift();
}
