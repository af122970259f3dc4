import { bucketsOf } from "./bucket.ts";

/** From where (included) until where (not included) buckets belong to something. */
export type Range = [from: number, until: number];

/** A part of a namespace. Experiments whose parts do not overlap never meet in one visitor. */
export type Namespace = [name: string, ...range: Range];

/**
 * One range of buckets for each weight. With less than full coverage each begins where it would begin with it, so that
 * nobody changes variation when coverage grows.
 *
 * @param weights They add up to 1, or about.
 * @param coverage From 0 to 1.
 * @example rangesOf([0.4, 0.6], 0.5) // [[0, 0.2], [0.4, 0.7]]
 */
export function rangesOf(weights: number[], coverage: number): Range[] {
  let from = 0;
  return weights.map((weight) => {
    const range: Range = [from, from + coverage * weight];
    from += weight;
    return range;
  });
}

const isIn = (bucket: number, range: Range): boolean => bucket >= range[0] && bucket < range[1];

/** The index of the range that a bucket is in, -1 for none. */
export const chooseRange = (bucket: number, ranges: Range[]): number =>
  ranges.findIndex((range) => isIn(bucket, range));

/** Whether an id is in a part of a namespace. GrowthBook hashes it by version 1. */
export const isInNamespace = (id: string, [name, ...range]: Namespace): boolean =>
  isIn(bucketsOf(`__${name}`, 1)(id), range);
