import { WINDOW } from "../settings.ts";
import type { Sessions } from "./sessions.ts";

/** So many steps of age are told apart. */
export const AGES = 128;

/** Of one age, the ways forward at each distance, then those back. */
export const KINDS = 2 * WINDOW;

/**
 * Which product stood near which, how far, which way and how long ago. Whatever the settings, the weight of two products is a sum over these, so
 * that they are counted once and only weighed again.
 */
export interface Pairs {
  products: number;
  /** How often each product was looked at. */
  events: Float64Array;
  /** Where the pairs of each product begin; one more, where the last end. */
  starts: Uint32Array;
  others: Int32Array;
  /** Age times `KINDS`, and the distance, from 0; the way back has `WINDOW` more. */
  kinds: Uint16Array;
}

/** Counts the visits that are not held out. */
export function countPairs({ products, items, starts: visits, age, heldOut }: Sessions): Pairs {
  const events = new Float64Array(products);
  const starts = new Uint32Array(products + 1);
  const once = withoutReloads(items, visits, heldOut);
  const each = (tell: (from: number, to: number, visit: number, distance: number) => void): void => {
    for (let visit = 0; visit < heldOut; visit++)
      for (let a = once.visits[visit]!; a < once.visits[visit + 1]!; a++)
        for (let b = a + 1; b < once.visits[visit + 1]! && b - a <= WINDOW; b++)
          if (once.items[a] !== once.items[b]) tell(once.items[a]!, once.items[b]!, visit, b - a - 1);
  };
  for (const item of once.items) events[item]!++;
  each((from, to) => {
    starts[from + 1]!++;
    starts[to + 1]!++;
  });
  for (let item = 0; item < products; item++) starts[item + 1]! += starts[item]!;
  const others = new Int32Array(starts[products]!);
  const kinds = new Uint16Array(others.length);
  const next = starts.slice();
  each((from, to, visit, distance) => {
    const kind = Math.min(AGES - 1, Math.floor(AGES * age[visit]!)) * KINDS + distance;
    others[next[from]!] = to;
    kinds[next[from]!++] = kind;
    others[next[to]!] = from;
    kinds[next[to]!++] = kind + WINDOW;
  });
  return { products, events, starts, others, kinds };
}

/** What is looked at twice in a row counts once, as in the steps. */
function withoutReloads(items: Int32Array, visits: Int32Array, count: number) {
  const kept = new Int32Array(visits[count]!);
  const starts = new Int32Array(count + 1);
  let length = 0;
  for (let visit = 0; visit < count; visit++) {
    for (let at = visits[visit]!; at < visits[visit + 1]!; at++)
      if (at === visits[visit] || items[at] !== items[at - 1]) kept[length++] = items[at]!;
    starts[visit + 1] = length;
  }
  return { items: kept.subarray(0, length), visits: starts };
}
