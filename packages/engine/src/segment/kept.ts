import type { Affinity } from "./affinity.ts";
import type { Dependent } from "./cell.ts";
import type { Entry } from "./entry.ts";
import { KINDS, type Answer, type Known } from "./kinds.ts";
import type { Query } from "./node.ts";
import { observer } from "./observe.ts";
import { pack, unpack, type Packed } from "./pack.ts";
import type { Seen } from "./rows.ts";
import { wakeAt, type Run } from "./run.ts";
import type { Value } from "./value.ts";

/**
 * Where the order of events matters, those younger than this are not added up yet, so that one of another tab that
 * comes a little late costs nothing. Milliseconds.
 */
const GRACE = 1e4;

/** What is kept, as it is saved: the last two are absent where they are empty. */
export type Saved = [
  edge: number,
  visit: number,
  bound: number,
  sum: unknown,
  entries?: Packed,
  later?: Packed,
];

interface State extends Known {
  /** Answers are exact from this moment on, for of what was before something is forgotten. */
  _edge: number;
  /** The visit that is counted, where the query asks for the current one. */
  _visit: number;
  /** When the event of an `after` was last. */
  _bound: number;
  /** What is not added yet, in order of time: of the future, or younger than `GRACE`. */
  _later: Entry[];
}

/** What one query keeps of the events, and never more than it needs. */
export interface Kept {
  /** It has to be given the whole history before it can answer. */
  _cold: boolean;
  /** It answers for the current visit. */
  _ofVisit: boolean;
  _dependents: Dependent[];
  /** Begins anew, or goes on from what was saved. */
  _start(saved?: Saved): void;
  /** @returns Whether the event matters to it. */
  _take(seen: Seen): boolean;
  /** Turns cold where it has forgotten what this moment or visit needs. */
  _isCold(run: Run): boolean;
  /** @param asked The query that asks: those that are answered from the same are kept once. */
  _read(run: Run, asked: Query): Value;
  _save(run: Run): Saved;
}

// oxlint-disable-next-line typescript/no-explicit-any -- each fold knows its own
const copy = (sum: any): unknown => (sum instanceof Map ? new Map(sum) : sum && [...sum]);

/** Puts an entry where it belongs in the order of time, after those of the same moment. */
function insert(entries: Entry[], entry: Entry): void {
  let at = entries.length;
  while (at && entries[at - 1]![0] > entry[0]) at--;
  entries.splice(at, 0, entry);
}

/**
 * Keeps what one query needs. Entries are added up as they come, and in a window taken away again as they leave.
 *
 * Some answers need more than that: a sequence or an `after` whose event comes later than `GRACE`, a clock or a visit
 * that goes back. To be exact there would take the whole journal in memory, so the query turns cold instead and waits
 * to be given it once more.
 *
 * @param enough How many of the newest entries in a window are enough.
 */
export function keep(query: Query, affinity: Affinity, enough = Infinity): Kept {
  const { within = Infinity, visit: inVisit, after } = query.steps[0] ?? {};
  const { _needed: needed, _none: none, _add: add, _ordered } = KINDS[query.query]![0] || affinity._fold;
  const ordered = _ordered || !!after;
  const inWindow = !query.steps[1] && within < Infinity;
  const observe = observer(query, affinity);
  let state: State;
  // The state as of the last reading, which stands in this visit from `from` until `until`.
  let current: State;
  let visit: number;
  let from: number;
  let until: number;

  const clear = (state: State): void => {
    state._sum = none?.();
    state._entries = [];
  };
  const drop = (state: State): Entry => {
    const entry = state._entries.shift()!;
    add?.(state._sum, entry, -1, query);
    return entry;
  };

  const comesTooLate = ([ts, where]: Entry): boolean =>
    ordered && ts < state._edge && (where === undefined || ts > state._bound);

  /** Adds an entry to a state. */
  const put = (state: State, entry: Entry): void => {
    const [ts, where] = entry;
    if (comesTooLate(entry)) kept._cold = true;
    state._edge = Math.max(state._edge, ts);
    if (where === undefined) {
      state._bound = ts;
      return clear(state);
    }
    if (ts <= state._bound || (inVisit && where < state._visit)) return;
    if (inVisit && where > state._visit) {
      state._visit = where;
      clear(state);
    }
    add?.(state._sum, entry, 1, query);
    if (add && !inWindow) return;
    insert(state._entries, entry);
    if (needed) state._entries = needed(state._entries, inWindow);
    if (state._entries.length > enough) drop(state);
  };

  /** Brings a state to a moment. */
  const settle = (state: State, run: Run, limit: number): void => {
    if (state._later[0]) {
      state._later = state._later.filter((entry) => {
        const waits = entry[0] > limit || (inVisit && entry[1]! > run.visit);
        if (!waits) put(state, entry);
        return waits;
      });
    }
    if (inVisit && run.visit > state._visit) {
      state._visit = run.visit;
      clear(state);
    }
    if (inWindow) {
      while (state._entries[0] && state._entries[0][0] + within <= limit)
        state._edge = Math.max(state._edge, drop(state)[0] + within);
    }
  };

  const refresh = (run: Run): void => {
    if (run.now >= from && run.now < until && run.visit === visit) return;
    ({ now: from, visit } = run);
    settle(state, run, ordered ? from - GRACE : from);
    current = state;
    if (ordered) {
      current = { ...state, _sum: copy(state._sum), _entries: [...state._entries] };
      settle(current, run, from);
    }
    current._worked = undefined;
    until = Math.min(
      (inWindow ? (current._entries[0]?.[0] ?? Infinity) : Infinity) + within,
      state._later.find(([ts]) => ts > from)?.[0] ?? Infinity,
    );
  };

  const kept: Kept = {
    _cold: true,
    _ofVisit: !!inVisit || !query.steps[0],
    _dependents: [],
    _start(saved) {
      const [edge = -1, visit = -1, bound = -1, sum, entries, later] = saved ?? [];
      const empty = none?.();
      state = {
        _edge: edge,
        _visit: visit,
        _bound: bound,
        _sum: sum ? (empty instanceof Map ? new Map(sum as []) : sum) : empty,
        _entries: unpack(entries),
        _later: unpack(later),
      };
      if (!sum) for (const entry of state._entries) add?.(state._sum, entry, 1, query);
      kept._cold = false;
      until = -Infinity;
    },
    _take(seen) {
      const { ts, name } = seen._event;
      const entry = observe(seen);
      const ends = name === after;
      if (kept._cold || !(ends || entry)) return false;
      for (const each of [ends && ([ts] as Entry), entry]) {
        if (!each) continue;
        if (comesTooLate(each)) kept._cold = true;
        insert(state._later, each);
      }
      until = -Infinity;
      return true;
    },
    _isCold({ now, visit }) {
      return (kept._cold ||= now < state._edge || (!!inVisit && visit < state._visit));
    },
    _read(run, asked) {
      refresh(run);
      wakeAt(run, until);
      return (KINDS[asked.query]![1] as Answer)(current, run, asked, affinity);
    },
    _save(run) {
      refresh(run);
      const { _edge, _visit, _bound, _sum, _entries, _later } = state;
      const sum = inWindow ? 0 : _sum instanceof Map ? [..._sum] : (_sum ?? 0);
      const saved: Saved = [_edge, _visit, _bound, sum];
      if (_entries[0] || _later[0]) saved.push(pack(_entries));
      if (_later[0]) saved.push(pack(_later));
      return saved;
    },
  };
  return kept;
}
