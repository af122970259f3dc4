import type { AffinityConfiguration } from "../configuration.ts";
import type { ShopEvent } from "../event.ts";
import { readAffinity } from "./affinity.ts";
import type { Asking } from "./asking.ts";
import { compile, type Run } from "./compile.ts";
import { keep, type Kept, type State } from "./kept.ts";
import { KINDS, type Answer } from "./kinds.ts";
import type { Query } from "./node.ts";
import { parse, type Parsed } from "./parser.ts";
import { place, type Place } from "./place.ts";
import { tidy } from "./value.ts";

export type { Asking };

export interface SegmentOptions {
  /** Expressions of the segment language, by name. */
  segments?: Record<string, string> | undefined;
  /** Whether a fact of this name exists. Absent: every dotted name is one. */
  isFact?: ((name: string) => boolean) | undefined;
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
  /** The names of the segments that hold, sorted. */
  held(asking: Asking): string[];
  holds(name: string, asking: Asking): boolean;
  /**
   * The earliest moment after `now` at which time alone could change an answer, `Infinity` where there is none. Facts
   * that change with time are not looked into.
   */
  nextFlip(asking: Asking): number;
  /** Brings up to date what the compiled queries keep. Events may come in any order of `ts`. */
  take(event: ShopEvent): void;
  /**
   * Some query has to be given the history: it is new, or an event came too late, or the clock or the visit went
   * back. What asks it does not hold until `warm()`.
   */
  readonly cold: boolean;
  /** Gives the queries that are cold the whole history, what was taken before included. */
  warm(events: Iterable<ShopEvent>): void;
  /** What the queries keep, as small JSON. */
  save(): unknown;
  restore(saved: unknown): void;
}

/** Characters of JSON for what all queries keep, those of other pages included. The rest is read from the history. */
const ROOM = 14_000;

interface Compiled extends Condition {
  error?: SegmentError | undefined;
  _parsed: Parsed;
  /** `undefined` where it cannot be known, so that neither this holds nor what needs it. */
  _judge(run: Run): boolean | undefined;
}

const errorOf = (text: string, [flaw]: Parsed["flaws"]): SegmentError | undefined =>
  flaw && { ...place(text, flaw[0]), message: flaw[1] };

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
  const queries: Record<string, Kept> = { __proto__: null! };
  const byEvent: Record<string, Set<Kept>> = { __proto__: null! };
  // Of the last asking.
  let now = -Infinity;
  let visit = -Infinity;

  const begin = (asking: Asking): Run => {
    ({ now, visit } = asking);
    return { ...asking, _next: Infinity };
  };

  /** What is kept for a query, shared by all that ask the same. */
  const find = (query: Query, enough: number | undefined): Kept => {
    const { steps, of, text } = query;
    const [step] = steps;
    const counts = step && step.within < Infinity && enough;
    // The keys are expressions, for a query that no segment of this page has is compiled from its key.
    const key = step
      ? text + (counts ? ` < ${counts - 1}` : "")
      : `top(${of}) #${JSON.stringify(options.affinity)}`;
    let kept = queries[key];
    if (!kept) {
      queries[key] = kept = keep(query, affinity, counts || Infinity);
      const events = step
        ? steps.flatMap(({ event, after }) => [event, after as string])
        : Object.keys(affinity.weights);
      for (const event of events) (byEvent[event] ??= new Set()).add(kept);
    }
    return kept;
  };

  const build = (text: string, used: boolean): Compiled => {
    const parsed = parse(text, options.isFact ?? isDotted, texts, affinity.dimensions);
    const { node, flaws, references } = parsed;
    // All that a condition needs has to be known, also where it would not be looked at.
    const needs: ((run: Run) => unknown)[] = references.map(
      ([name]) =>
        (run) =>
          named[name]!._judge(run) !== undefined,
    );
    const test =
      node &&
      compile(node, (query, enough) => {
        const { query: kind, of } = query;
        if (kind === "segment") return (run) => named[of!]!._judge(run);
        if (kind === "experiment") return (run) => tidy(run.experiment?.(of!));
        const kept = find(query, enough);
        kept._used ||= used;
        needs.push(kept._ready);
        return (run) => (KINDS[kind]![1] as Answer)(kept._read(run), run, query, affinity.halfLife);
      });
    let last: Run | undefined;
    let answer: boolean | undefined;
    const compiled: Compiled = {
      error: errorOf(text, flaws),
      holds: (asking) => !!compiled._judge(begin(asking)),
      _parsed: parsed,
      _judge(run) {
        if (run !== last) {
          last = run;
          // All are asked, so that all that have turned cold show it at once.
          let known = !compiled.error;
          if (known) for (const need of needs) if (!need(run)) known = false;
          answer = known ? test!(run) === true : undefined;
        }
        return answer;
      },
    };
    return compiled;
  };

  /** A segment and all that it leads to. */
  const reach = (name: string): Set<string> => {
    const seen = new Set([name]);
    for (const one of seen) for (const [next] of named[one]?._parsed.references ?? []) seen.add(next);
    return seen;
  };

  for (const name in texts) named[name] = build(`${texts[name]}`, true);
  const errors: SegmentError[] = [];
  for (const segment in texts) {
    const compiled = named[segment]!;
    const { flaws, references } = compiled._parsed;
    const back = references.find(([name]) => reach(name).has(segment));
    if (back) flaws.push([back[1], "leads back to itself"]);
    flaws.sort((a, b) => a[0] - b[0]);
    compiled.error = errorOf(`${texts[segment]}`, flaws);
    if (compiled.error) errors.push({ segment, ...compiled.error });
  }

  return {
    errors,
    condition: (text) => (conditions[text] ??= build(text, true)),
    held(asking) {
      const run = begin(asking);
      return Object.keys(named)
        .filter((name) => named[name]!._judge(run))
        .sort();
    },
    holds: (name, asking) => !!named[name]?.holds(asking),
    nextFlip(asking) {
      const run = begin(asking);
      for (const compiled of [...Object.values(named), ...Object.values(conditions)]) compiled._judge(run);
      return run._next;
    },
    take(event) {
      for (const kept of byEvent[event.name] ?? []) kept._take(event);
    },
    get cold() {
      return Object.values(queries).some((kept) => !kept._state);
    },
    warm(events) {
      const cold = Object.values(queries).filter((kept) => !kept._state);
      for (const kept of cold) kept._start([-Infinity, -Infinity, []]);
      for (const event of events) {
        for (const kept of byEvent[event.name] ?? []) if (cold.includes(kept)) kept._take(event);
      }
    },
    save() {
      let room = ROOM;
      return Object.entries(queries)
        .filter(([, kept]) => kept._state)
        .sort(([, a], [, b]) => +b._used! - +a._used!)
        .map(([key, kept]) => [key, ...kept._trim(now, visit)])
        .filter((saved) => {
          const { length } = JSON.stringify(saved);
          return length < room && (room -= length);
        });
    },
    restore(saved) {
      try {
        for (const [key, ...state] of saved as [string, ...State][]) {
          build(key, false);
          queries[key]?._start(state);
        }
      } catch {
        // What cannot be read is as if it had never been saved: the queries stay cold.
      }
    },
  };
}
