import type { AffinityConfiguration } from "../configuration.ts";
import { parseDuration } from "../duration.ts";
import { wakeAt, type Run } from "./compile.ts";
import { fold, round } from "./value.ts";

/** How strong one value of a dimension was at a moment, the last at which it was seen. */
export type Strength = [value: string, strength: number, at: number];

/** What counts how much in which dimension. */
export interface Affinity {
  /** Field of an item or an event, by dimension. */
  dimensions: Record<string, string>;
  /** By name of the event. */
  weights: Record<string, number>;
  /** Milliseconds. */
  halfLife: number;
}

/** The configuration of affinity, with what is always there beneath it. */
export const readAffinity = ({ halfLife, dimensions, weights }: AffinityConfiguration = {}): Affinity => ({
  halfLife: parseDuration(halfLife, "30d"),
  dimensions: { __proto__: null!, brand: "item_brand", category: "item_category", ...dimensions },
  weights: {
    __proto__: null as never,
    view_item: 1,
    select_item: 1,
    search: 1,
    view_item_list: 1,
    add_to_wishlist: 3,
    add_to_cart: 4,
    purchase: 6,
    ...weights,
  },
});

const decay = (strength: number, age: number, halfLife: number): number => strength * 0.5 ** (age / halfLife);

/**
 * Adds strengths up, each value's as of the last moment at which it was seen. Since all decay alike, nothing else has
 * to be remembered. The value that was seen last comes last.
 */
export function addStrengths(strengths: Strength[], halfLife: number): Strength[] {
  const sums = new Map<string, Strength>();
  for (const [value, strength, at] of strengths) {
    const [, sum = 0, seen = at] = sums.get(value) ?? [];
    const last = Math.max(at, seen);
    if (at === last) sums.delete(value);
    sums.set(value, [value, decay(strength, last - at, halfLife) + decay(sum, last - seen, halfLife), last]);
  }
  return [...sums.values()];
}

/** The share that one value has of all, or else the strongest value. Unknown where the evidence is too little. */
export function rank(
  strengths: Strength[],
  run: Run,
  halfLife: number,
  of?: string,
): number | string | undefined {
  const now = ([, strength, at]: Strength): number => decay(strength, run.now - at, halfLife);
  let total = 0;
  for (const strength of strengths) total += now(strength);
  if (round(total) < 3) return undefined;
  // What rounds to 3 is still enough.
  wakeAt(run, run.now + 1 + Math.floor(halfLife * Math.log2(total / 2.9999995)));
  const share = (strength: Strength): number => round(now(strength) / total);
  if (of === undefined) {
    return strengths.reduce((a, b) => ((share(b) - share(a) || b[2] - a[2]) < 0 ? a : b))[0];
  }
  const found = strengths.find(([value]) => value === fold(of));
  return found ? share(found) : 0;
}
