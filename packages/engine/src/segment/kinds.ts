import { rank, ranking, type Affinity } from "./affinity.ts";
import type { Entry } from "./entry.ts";
import { extreme, newest, oldest, totals, union, ways, type Fold } from "./folds.ts";
import type { Query } from "./node.ts";
import type { Run } from "./run.ts";
import { round, type Value } from "./value.ts";

/** What a query has to answer from. */
export interface Known {
  /** What its fold made of the entries. */
  // oxlint-disable-next-line typescript/no-explicit-any -- each kind knows what its fold made
  _sum: any;
  /** The entries that its fold has left, where they may be needed. */
  _entries: Entry[];
  /** What has been worked out from these. */
  _worked?: unknown;
}

export type Answer = (known: Known, run: Run, query: Query, affinity: Affinity) => Value;

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

type Kind = readonly [fold?: Fold | 0, answer?: Answer | 0, shape?: number];

const total = ([sum, , rest]: number[]): number => round(sum! + rest!);
const what: Answer = ({ _entries }) => _entries[0]?.[2];
const ranked: Answer = (known, run, { to }, affinity) =>
  rank((known._worked ??= ranking(known._sum, run, affinity)) as never, run, affinity, to);

/** The queries of the language, by name. Those of a segment and of an experiment keep nothing. */
export const KINDS: Record<string, Kind> = {
  __proto__: null!,
  count: [totals, ({ _sum }) => _sum[0]],
  did: [newest, ({ _entries }) => !!_entries[0]],
  share: [totals, ({ _sum }) => (_sum[1] ? round(_sum[0] / _sum[1]) : undefined)],
  since: [newest, ({ _entries }, run) => _entries[0] && run.now - _entries[0][0]],
  sum: [totals, ({ _sum }) => total(_sum), NUMBER],
  avg: [totals, ({ _sum }) => (_sum[1] ? round(total(_sum) / _sum[1]) : undefined), NUMBER],
  min: [extreme(-1), what, NUMBER],
  max: [extreme(1), what, NUMBER],
  distinct: [union, ({ _sum }) => _sum.size, ANY],
  first: [oldest, what, ANY],
  last: [newest, what, ANY],
  sequence: [ways, ({ _sum }, _, { steps }) => !!_sum[steps.length - 1], SEQUENCE],
  // Their fold is as the configuration says.
  top: [0, ranked, DIMENSION],
  affinity: [0, ranked, DIMENSION_AND_TEXT],
  segment: [0, 0, TEXT],
  experiment: [0, 0, TEXT],
};
