import type { Entry } from "./entry.ts";
import type { Query } from "./node.ts";

/** How the entries of a query are put together, so that an answer costs the same however many there were. */
export interface Fold {
  /** What is kept of the values in one event: one or two things. There is at least one value. */
  // oxlint-disable-next-line typescript/no-explicit-any -- each fold knows its own
  _of?(values: any[]): [what: unknown, more?: number];
  /** Of entries in order of time those that are needed, where a window may leave the earlier ones behind. */
  _needed?(entries: Entry[], inWindow: boolean): Entry[];
  /** What no entries add up to, as an array or a Map. */
  // oxlint-disable-next-line typescript/no-explicit-any -- each fold knows its own
  _none?(): any;
  /** Adds an entry to a sum, or takes it away again (sign -1). */
  // oxlint-disable-next-line typescript/no-explicit-any -- each fold knows its own
  _add?(sum: any, entry: Entry, sign: number, query: Query): void;
  /** Nothing can be put in between later. */
  _ordered?: boolean;
}

// Of an event the first row that has a value, for `first` and `last` alike.
const _of = ([value]: unknown[]): [unknown] => [value];

export const newest: Fold = { _of, _needed: (entries) => entries.slice(-1) };

export const oldest: Fold = {
  _of,
  _needed: (entries, inWindow) => (inWindow ? entries : entries.slice(0, 1)),
};

/** In a window those stay that will be the extreme one when what is more extreme has left. */
export const extreme = (sign: number): Fold => ({
  _of: (values) => [sign * Math.max(...values.map((value) => sign * value))],
  _needed(entries, inWindow) {
    let best = -Infinity;
    const needed = entries
      .reverse()
      .filter(([, , what]) => what * sign > best && ((best = what * sign), true));
    return needed.reverse().slice(0, inWindow ? undefined : 1);
  },
});

/**
 * Two totals, and of the first one what its digits do not hold: so adding and taking away for years leaves no trace.
 * See https://en.wikipedia.org/wiki/Kahan_summation_algorithm (Neumaier's variant).
 */
export const totals: Fold = {
  _of: (values) => [values.reduce((a, b) => a + b), values.length],
  _none: () => [0, 0, 0],
  _add(sum: [number, number, number], [, , what, more], sign) {
    const value = sign * what;
    const [before] = sum;
    const total = before + value;
    sum[0] = total;
    sum[1] += sign * more;
    sum[2] += Math.abs(before) < Math.abs(value) ? value - total + before : before - total + value;
  },
};

/** How often each value is there. */
export const union: Fold = {
  _of: (values) => [values.flat().filter((value) => value !== undefined)],
  _none: () => new Map(),
  _add(sum: Map<unknown, number>, entry, sign) {
    for (const value of entry[2]) {
      const times = (sum.get(value) ?? 0) + sign;
      if (times) sum.set(value, times);
      else sum.delete(value);
    }
  },
};

/**
 * How far a sequence has come: for each step the newest two moments that end a way to it. More is not needed,
 * for the newest one before the next step is always the nearest to it, and the other is there for events of one
 * millisecond. This is why a sequence has to see its events in the order of their time.
 */
export const ways: Fold = {
  _ordered: true,
  _none: () => [],
  _add(ends: number[][], [ts, , met], _, { steps }) {
    for (const step of met) {
      const from = ends[step - 1]?.find((end) => end < ts);
      if ((!step || ts - from! <= steps[step]!.within) && ends[step]?.[0] !== ts)
        ends[step] = [ts, ...(ends[step] ?? []).slice(0, 1)];
    }
  },
};
