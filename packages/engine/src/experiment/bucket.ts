import { hash } from "../hash.ts";

/** Which of GrowthBook's hashing rules: version 1 correlates tests that run side by side and is there for old ones. */
export type HashVersion = 1 | 2;

/**
 * Where an id falls in an experiment: the same id and seed, the same number, here and in every SDK of GrowthBook.
 *
 * @returns From 0 to below 1, in steps of 0.0001 (version 1: 0.001).
 * @example bucketOf("seed", "a", 2) // 0.0505
 * @see https://docs.growthbook.io/lib/build-your-own#hash
 */
export const bucketOf = (seed: string, id: string, version: HashVersion): number =>
  version === 1 ? (hash(id + seed) % 1000) / 1000 : (hash(`${hash(seed + id)}`) % 10_000) / 10_000;
