import { hash, hashOn } from "../hash.ts";

/** Which of GrowthBook's hashing rules: version 1 correlates tests that run side by side and is there for old ones. */
export type HashVersion = 1 | 2;

/**
 * Tells where an id falls in an experiment: the same id and seed, the same number, here and in every SDK of GrowthBook.
 *
 * @returns From 0 to below 1, in steps of 0.0001 (version 1: 0.001).
 * @example bucketsOf("seed", 2)("a") // 0.0505
 * @see https://docs.growthbook.io/lib/build-your-own#hash
 */
export function bucketsOf(seed: string, version: HashVersion): (id: string) => number {
  if (version === 1) return (id) => (hash(id + seed) % 1000) / 1000;
  // The seed comes first, and is hashed once for all who are drawn.
  const seeded = hash(seed);
  return (id) => (hash(`${hashOn(seeded, id)}`) % 10_000) / 10_000;
}
