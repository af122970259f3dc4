import { addStrengths, rank } from "./affinity.ts";
import type { Run } from "./compile.ts";
import type { Query } from "./node.ts";
import { round, type Value } from "./value.ts";

/**
 * What a query keeps of one event, or of several added up: when, in which visit (0 where the query does not ask),
 * and one or two things more, as the kind of query needs. An entry that is only a moment is the event of an `after`.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each kind knows what it puts there
export type Entry = [ts: number, visit?: number, what?: any, more?: any];

/** Makes one entry of many, the oldest first; there is at least one. */
export type Add = (entries: Entry[], query: Query, halfLife: number) => Entry;

/** What a query answers from the sum of its entries, which is absent where there are none. */
export type Answer = (sum: Entry | undefined, run: Run, query: Query, halfLife: number) => Value;

// What stands between the parentheses of a query, if it is not just an event.
/** An event and a field that holds numbers. */
export const NUMBER = 1;
/** An event and a field that holds anything. */
export const ANY = 2;
export const SEQUENCE = 3;
/** The name of a segment or of an experiment. */
export const TEXT = 4;
export const DIMENSION = 5;
/** A dimension and one of its values. */
const DIMENSION_AND_TEXT = 6;

type Kind = readonly [add?: Add | 0, answer?: Answer | 0, shape?: number];

export const newest: Add = (entries) => entries[entries.length - 1]!;
const oldest: Add = ([first]) => first!;

const totals: Add = (entries) =>
  entries.reduce(([ts, visit, what, more], entry) => [ts, visit, what + entry[2], more + entry[3]]);

const extreme =
  (sign: number): Add =>
  (entries) =>
    entries.reduce((a, b) => ((b[2] - a[2]) * sign > 0 ? b : a));

const union: Add = (entries) => [
  entries[0]![0],
  entries[0]![1],
  [...new Set(entries.flatMap((entry) => entry[2]))].filter((value) => value !== undefined),
];

/**
 * How far a sequence has come: for each step the newest two moments that end a way to it. More is not needed,
 * for the newest one before the next step is always the nearest to it, and the other is there for events of one
 * millisecond. This is why a sequence has to see its events in the order of their time.
 */
const ways: Add = (entries, { steps }) => {
  const ends: number[][] = steps.map((_, step) => entries[0]![3]?.[step] ?? []);
  for (const [ts, , met] of entries) {
    for (const step of met) {
      const from = ends[step - 1]?.find((end) => end < ts);
      if ((!step || ts - from! <= steps[step]!.within) && ends[step]![0] !== ts) {
        ends[step] = [ts, ...ends[step]!.slice(0, 1)];
      }
    }
  }
  return [entries[0]![0], 0, [], ends];
};

const strengths: Add = (entries, _, halfLife) => [
  entries[0]![0],
  0,
  addStrengths(
    entries.flatMap((entry) => entry[2]),
    halfLife,
  ),
];

const what: Answer = (sum) => sum?.[2];
const ranked: Answer = (sum, run, { to }, halfLife) => rank(sum?.[2] ?? [], run, halfLife, to);

/** The queries of the language, by name. Those of a segment and of an experiment keep nothing. */
export const KINDS: Record<string, Kind> = {
  __proto__: null!,
  count: [totals, (sum) => sum?.[2] ?? 0],
  did: [newest, (sum) => !!sum],
  share: [totals, (sum) => sum && round(sum[2] / sum[3])],
  since: [newest, (sum, run) => sum && run.now - sum[0]],
  sum: [totals, (sum) => round(sum?.[2] ?? 0), NUMBER],
  avg: [totals, (sum) => sum && round(round(sum[2]) / sum[3]), NUMBER],
  min: [extreme(-1), what, NUMBER],
  max: [extreme(1), what, NUMBER],
  distinct: [union, (sum) => sum?.[2].length ?? 0, ANY],
  first: [oldest, what, ANY],
  last: [newest, what, ANY],
  sequence: [ways, (sum, _, { steps }) => !!sum?.[3][steps.length - 1][0], SEQUENCE],
  top: [strengths, ranked, DIMENSION],
  affinity: [strengths, ranked, DIMENSION_AND_TEXT],
  segment: [0, 0, TEXT],
  experiment: [0, 0, TEXT],
};
