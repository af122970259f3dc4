import type { RfmConfiguration } from "../configuration.ts";
import { parseDuration } from "../duration.ts";
import type { Profile } from "./profile.ts";

/** Where one score ends and the next begins, four of each, ascending: milliseconds, orders, money. */
export type CutOffs = Record<keyof RfmConfiguration, number[]>;

/**
 * Four ascending numbers, `undefined` where it says something else.
 *
 * @param parse Makes a number of what is written; NaN where it cannot be one.
 */
export const readCutOffs = (given: unknown, parse: (each: never) => number): number[] | undefined => {
  const numbers = [given].flat().map((each) => parse(each as never));
  const isAscending = numbers.every((each, index) => each > (numbers[index - 1] ?? -1));
  return isAscending && numbers.length === 4 ? numbers : undefined;
};

/** A number as it is; NaN for anything else, a text of digits too. */
export const numberOf = (each: number): number => (typeof each === "number" ? each : NaN);

/** What a shop has configured, and the defaults where it has nothing or no four ascending values. */
export function readRfm(given: RfmConfiguration | null | undefined): CutOffs {
  const { recency, frequency, monetary } = given ?? {};
  return {
    recency: readCutOffs(recency, parseDuration) ?? [30, 90, 180, 365].map((days) => days * 864e5),
    frequency: readCutOffs(frequency, numberOf) ?? [2, 3, 5, 10],
    monetary: readCutOffs(monetary, numberOf) ?? [50, 150, 400, 1000],
  };
}

// A line for each score of recency, 1 first; in it little, some and much of frequency and monetary together. The names
// are Shopify's, and so is what they mean: who bought last, how often and how much.
// https://shopify.dev/docs/api/admin-graphql/latest/enums/CustomerRfmGroup
const GROUPS = `dormant,dormant,previously loyal,
almost lost,almost lost,at risk,
almost lost,needs attention,at risk,
promising,active,loyal,
new,active,champions`.split(/,\n?/);

/**
 * The group of a customer. Frequency and monetary count alike: a mean of up to 2 is little, one of 4 and more is much.
 *
 * @example groupOf(5, 4, 4) // "champions"
 */
export const groupOf = (recency: number, frequency: number, monetary: number): string =>
  GROUPS[recency * 3 - 3 + +(frequency + monetary > 4) + +(frequency + monetary > 7)]!;

/**
 * The facts `rfm.*`: scores from 1 to 5, the best, and the group. Without an order there are no scores, and somebody who
 * was seen before is one of the prospects.
 *
 * @param last Milliseconds since the last order.
 */
export function rfmOf(
  { first, orders, spent }: Profile,
  last: number | undefined,
  cutOffs: CutOffs,
): { recency?: number; frequency?: number; monetary?: number; group?: string } {
  if (!orders) return first ? { group: "prospects" } : {};
  const recency = 1 + cutOffs.recency.filter((cutOff) => last! <= cutOff).length;
  const frequency = 1 + cutOffs.frequency.filter((cutOff) => orders >= cutOff).length;
  const monetary = 1 + cutOffs.monetary.filter((cutOff) => spent >= cutOff).length;
  return { recency, frequency, monetary, group: groupOf(recency, frequency, monetary) };
}
