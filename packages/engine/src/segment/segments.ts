import type { AffinityConfiguration } from "../configuration.ts";
import type { ShopEvent } from "../event.ts";
import { readAffinity } from "./affinity.ts";
import type { Asking } from "./asking.ts";
import { compile, type Part } from "./compile.ts";
import { connect } from "./connect.ts";
import type { Dependent } from "./cell.ts";
import type { Kept, Saved } from "./kept.ts";
import { parse, type Parsed } from "./parser.ts";
import { place, type Place } from "./place.ts";
import type { Run } from "./run.ts";
import { createSources, type Answered, type Asker } from "./sources.ts";
import { toJson } from "../to-json.ts";

export type { Asking };

export interface SegmentOptions {
  /** Expressions of the segment language, by name. */
  segments?: Record<string, string> | undefined;
  /** Whether a fact of this name exists. Absent: every dotted name is one. */
  isFact?: ((name: string) => boolean) | undefined;
  /**
   * How a fact changes though nothing happens: by so many milliseconds in each (1 grows, -1 shrinks), or at the moment
   * that `Asking.until` tells (0). `undefined` for one that waits for something to happen. Absent: all do.
   */
  pace?: ((name: string) => number | undefined) | undefined;
  affinity?: AffinityConfiguration | undefined;
}

/** Where a text cannot be compiled, and what was expected there. */
export interface SegmentError extends Place {
  /** The name of the segment, absent for an expression that has none. */
  segment?: string;
  /** Short; `check()` has the one that teaches. */
  message: string;
}

export interface Condition {
  holds(asking: Asking): boolean;
  readonly error?: SegmentError | undefined;
}

export interface Segments {
  /** What is wrong with the named segments: the first error of each. */
  readonly errors: SegmentError[];
  /** Compiles one more expression; the same text gives the same object. */
  condition(text: string): Condition;
  /**
   * The names of the segments that hold, sorted. Only what an event, a fact or the time can have changed since the last
   * asking is evaluated again, and nothing at all where the same asking is handed over and no event came.
   */
  held(asking: Asking): readonly string[];
  holds(name: string, asking: Asking): boolean;
  /**
   * The earliest moment after `now` at which time alone could change an answer, `Infinity` where there is none.
   */
  nextFlip(asking: Asking): number;
  /** Brings up to date what the compiled queries keep. Events may come in any order of `ts`. */
  take(event: ShopEvent): void;
  /**
   * Some query has to be given the history: it is new, or an event came too late, or the clock or the visit went
   * back. What asks it does not hold until `warm()`.
   */
  readonly cold: boolean;
  /**
   * Gives the queries that are cold the whole history, what was taken before included.
   *
   * @param folded What queries kept of the history's beginning, as `save` gave it.
   * @param count How many of the events that covers already.
   */
  warm(events: ShopEvent[], folded?: unknown, count?: number): void;
  /** The queries that are kept for somebody: their keys, as in what `save` gives. */
  readonly queries: string[];
  /**
   * What the queries keep, as small JSON.
   *
   * @param room Characters that it may take; what does not fit is read from the history again, as is what turned cold.
   *   `Infinity`: all of it, for there will be no history to read. @default 14000
   */
  save(room?: number): unknown;
  restore(saved: unknown): void;
}

interface Compiled extends Condition, Asker, Answered {
  _name: string;
  error?: SegmentError | undefined;
  _parsed: Parsed;
  _test: Part<Run> | undefined;
  /** Until when the answer stands if nothing happens. */
  _until: number;
}

const errorOf = (text: string, [flaw]: Parsed["flaws"]): SegmentError | undefined =>
  flaw && { ...place(text, flaw[0]), message: flaw[1] };

/** What one query keeps, under its key. */
type SavedQuery = [key: string, ...Saved];

const isDotted = (name: string): boolean => name.includes(".");

/**
 * Compiles segments and keeps what they need of each event, so that asking never reads the history.
 *
 * @example
 * const segments = createSegments({ segments: { lapsed: "since(purchase) > 90d" } });
 * segments.warm(history);
 * segments.held({ now: Date.now(), visit: 3, fact: () => undefined }); // ["lapsed"]
 */
export function createSegments(options: SegmentOptions): Segments {
  const affinity = readAffinity(options.affinity);
  const texts: Record<string, string> = { __proto__: null!, ...options.segments };
  const named: Record<string, Compiled> = { __proto__: null! };
  const conditions: Record<string, Compiled> = { __proto__: null! };
  /** All that is asked for, each after what it refers to. */
  const all: Compiled[] = [];
  /** The names of those that hold. */
  let held: string[] = [];
  const run: Run = { now: -Infinity, visit: -Infinity, _asking: undefined!, _next: Infinity };
  /** Something happened since the last asking. */
  let stale = true;

  const touch = (dependents: Dependent[]): void => {
    stale = true;
    for (let index = 0; index < dependents.length; index++) dependents[index]!._touched = true;
  };

  const { pace = () => undefined } = options;
  const sources = createSources({ ...options, pace }, affinity, named, touch);
  const { _queries: queries, _bind: bind } = sources;

  const parseText = (text: string): Parsed =>
    parse(text, options.isFact ?? isDotted, texts, affinity.dimensions);

  const begin = (name: string, text: string): Compiled => {
    const parsed = parseText(text);
    const compiled: Compiled = {
      _name: name,
      error: errorOf(text, parsed.flaws),
      holds(asking) {
        update(asking);
        return !!compiled._answer;
      },
      _parsed: parsed,
      _test: undefined,
      _needs: [],
      _dependents: [],
      _answer: undefined,
      _until: Infinity,
      _touched: true,
    };
    return compiled;
  };

  /** Compiles what has no error. What it refers to has to be there, for it is evaluated after that. */
  const complete = (compiled: Compiled): Compiled => {
    // What needs something that is broken can never be known.
    if (!compiled.error && compiled._parsed.references.every(([to]) => named[to]!._test)) {
      compiled._test = compile(compiled._parsed.node!, bind(compiled));
      all.push(compiled);
      stale = true;
    }
    return compiled;
  };

  const isKnown = (compiled: Compiled): boolean => compiled._needs.every((need) => need());

  /** Brings all answers to an asking. */
  const update = (asking: Asking): void => {
    if (asking === run._asking && !stale) return;
    const { now, visit } = asking;
    if (now < run.now) touch(all);
    const visitBefore = run.visit;
    run.now = now;
    run.visit = visit;
    run._asking = asking;
    const cold = sources._renew(run, visitBefore);
    let changed = false;
    for (let index = 0; index < all.length; index++) {
      const each = all[index]!;
      if (!each._touched && now < each._until) continue;
      const answer = cold && !isKnown(each) ? undefined : each._test!(run) === true;
      each._touched = false;
      if (run._next !== Infinity || each._until !== Infinity) {
        each._until = run._next;
        run._next = Infinity;
      }
      if (answer === each._answer) continue;
      each._answer = answer;
      changed = true;
      if (each._dependents[0]) touch(each._dependents);
    }
    stale = false;
    if (!changed) return;
    held = [];
    for (let index = 0; index < sorted.length; index++)
      if (sorted[index]!._answer) held.push(sorted[index]!._name);
  };

  // A configuration may have anything where a text should be; nothing at all is an error too.
  for (const name in texts) {
    if (typeof texts[name] !== "string") texts[name] = "";
    named[name] = begin(name, texts[name]!);
  }
  const sorted = Object.keys(named)
    .sort()
    .map((name) => named[name]!);
  const { order, circle } = connect(Object.keys(named), (name) =>
    named[name]!._parsed.references.map(([to]) => to).filter((to) => named[to]),
  );
  const errors: SegmentError[] = [];
  for (const segment in texts) {
    const compiled = named[segment]!;
    const { flaws, references } = compiled._parsed;
    const back = references.find(([to]) => circle[to] === circle[segment]);
    if (back) flaws.push([back[1], "leads back to itself"]);
    flaws.sort((a, b) => a[0] - b[0]);
    compiled.error = errorOf(`${texts[segment]}`, flaws);
    if (compiled.error) errors.push({ segment, ...compiled.error });
  }
  for (const name of order) complete(named[name]!);

  return {
    errors,
    condition(text) {
      if (typeof text !== "string") text = "";
      return (conditions[text] ??= complete(begin("", text)));
    },
    held(asking) {
      update(asking);
      return held;
    },
    holds: (name, asking) => !!named[name]?.holds(asking),
    nextFlip(asking) {
      update(asking);
      return all.reduce((next, { _until }) => Math.min(next, _until), Infinity);
    },
    take: (event) => sources._take(event),
    get cold() {
      for (const kept of queries.values()) if (kept._cold) return true;
      return false;
    },
    warm(events, folded = [], count = 0) {
      const cold = new Set<Kept>();
      const unfolded = new Set<Kept>();
      for (const [key, kept] of queries) {
        if (!kept._cold) continue;
        const [, ...state] = (folded as SavedQuery[]).find(([saved]) => saved === key) ?? [];
        if (state[0] === undefined) unfolded.add(kept);
        kept._start(state as unknown as Saved);
        touch(kept._dependents);
        cold.add(kept);
      }
      for (let index = 0; index < events.length; index++)
        sources._take(events[index]!, index < count ? unfolded : cold);
    },
    get queries() {
      return [...queries.keys()];
    },
    save(room = 14_000) {
      const kept = [...queries].filter(([, { _cold }]) => !_cold || room === Infinity);
      // Those that this page asks come first.
      kept.sort(([, a], [, b]) => +!!b._dependents[0] - +!!a._dependents[0]);
      return kept.flatMap(([key, each]) => {
        const saved = [key, ...each._save(run)];
        const { length } = toJson(saved);
        return length < room ? ((room -= length), [saved]) : [];
      });
    },
    restore(saved) {
      try {
        for (const [key, ...state] of saved as SavedQuery[]) {
          const { node } = parseText(key);
          if (node) compile(node, bind());
          const kept = queries.get(key);
          kept?._start(state);
          touch(kept?._dependents ?? []);
        }
      } catch {
        // What cannot be read is as if it had never been saved: the queries stay cold.
      }
    },
  };
}
