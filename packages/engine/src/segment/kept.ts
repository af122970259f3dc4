import type { ShopEvent } from "../event.ts";
import type { Affinity } from "./affinity.ts";
import { wakeAt, type Run } from "./compile.ts";
import { KINDS, newest, type Add, type Entry } from "./kinds.ts";
import type { Query } from "./node.ts";
import { observer } from "./observe.ts";

/**
 * Entries younger than this are not added up yet, so that an event of another tab that comes a little late, or a
 * clock that is set back a little, costs nothing. Milliseconds.
 */
const GRACE = 1e4;

/** Entries, and from which moment and which visit on the answers from them are exact. */
export type State = [edge: number, floor: number, entries: Entry[]];

/** What one query keeps of the events, and never more than it needs. */
export interface Kept {
  /** Absent while it is cold: it has to be given the whole history before it can answer. */
  _state: State | undefined;
  /** Something on this page asks it. */
  _used?: boolean;
  /** Goes on from a state, or turns cold. */
  _start(state?: State): void;
  _take(event: ShopEvent): void;
  /** Whether it can answer now; where it has forgotten what this moment or visit needs, it turns cold. */
  _ready(run: Run): boolean;
  /** The sum of the entries that count now. */
  _read(run: Run): Entry | undefined;
  /** Forgets what no asking from this moment and visit on needs, and gives the rest. */
  _trim(now: number, visit: number): State;
}

/**
 * Keeps what one query needs. Entries are added up as soon as they can no longer leave; in a window they stay.
 *
 * Some answers need more than that: a sequence or an `after` whose event comes later than `GRACE`, a clock or a visit
 * that goes back. To be exact there would take the whole journal in memory, so the query turns cold instead and waits
 * to be given it once more.
 *
 * @param enough How many of the newest entries in a window are enough.
 */
export function keep(query: Query, affinity: Affinity, enough = Infinity): Kept {
  const { within = Infinity, visit: inVisit, after } = query.steps[0] ?? {};
  const kind = KINDS[query.query]![0] as Add;
  const add = (list: Entry[]): Entry | undefined => list[0] && kind(list, query, affinity.halfLife);
  const observe = observer(query, affinity, add);
  const most = kind === newest ? 1 : enough;
  // The last sum holds in this visit, from `from` until `until`.
  let sum: Entry | undefined;
  let at: number;
  let from: number;
  let until = -Infinity;
  // How many entries there may be before it is worth while to trim them.
  let room = 9;

  /** The entries that count at a moment, the event of an `after`, and what may count later. */
  const split = (
    now: number,
    visit: number,
  ): [counted: Entry[], bound: Entry | undefined, later: Entry[]] => {
    let bound: Entry | undefined;
    const later: Entry[] = [];
    const past = kept
      ._state![2].sort((a, b) => a[0] - b[0])
      .filter((entry) => {
        const [ts, where] = entry;
        if (ts > now || (inVisit && where! > visit)) later.push(entry);
        else if (ts + within > now) {
          if (where !== undefined) return true;
          bound = entry;
        }
        return false;
      });
    const counted = past.filter(([ts, where]) => !(bound && ts <= bound[0]) && !(inVisit && where !== visit));
    return [counted.slice(-most), bound, later];
  };

  const kept: Kept = {
    _state: undefined,
    _start(state) {
      kept._state = state;
      until = -Infinity;
    },
    _take(event) {
      const { ts, name } = event;
      const ends = name === after;
      const entry = observe(event);
      if (!kept._state || !(ends || entry)) return;
      const [edge, , entries] = kept._state;
      if (ts <= edge && (ends || query.steps[1])) return kept._start();
      if (ends) entries.push([ts]);
      if (entry) entries.push(entry);
      until = -Infinity;
    },
    _ready({ now, visit }) {
      if (kept._state && (now < kept._state[0] || (inVisit && visit < kept._state[1]))) kept._start();
      return !!kept._state;
    },
    _read(run) {
      const { now, visit } = run;
      if (visit !== at || now < from || now >= until) {
        if (kept._state![2].length > room) room = 2 * kept._trim(now, visit)[2].length + 9;
        const [counted, , later] = split(now, visit);
        sum = add(counted);
        at = visit;
        from = now;
        until = Math.min(
          (counted[0]?.[0] ?? Infinity) + within,
          later.find(([ts]) => ts > now)?.[0] ?? Infinity,
        );
      }
      wakeAt(run, until);
      return sum;
    },
    _trim(now, visit) {
      const [edge, floor, entries] = kept._state!;
      const [counted, bound, later] = split(now - GRACE, visit);
      const sums = within < Infinity ? counted : [add(counted)];
      const rest = [bound, ...sums, ...later].filter((entry) => entry) as Entry[];
      if (rest.length < entries.length) {
        kept._state = [Math.max(edge, now - GRACE), Math.max(floor, visit), rest];
      }
      return kept._state!;
    },
  };
  return kept;
}
