import { check, checkSegments, type CheckError } from "../check.ts";
import type { AffinityConfiguration } from "../configuration.ts";
import type { ShopEvent } from "../event.ts";
import { nearest } from "../nearest.ts";
import { isFact } from "../profile/fact-names.ts";
import { pace as paceOfVocabulary } from "../profile/pace.ts";
import { readAffinity } from "../segment/affinity.ts";
import type { Node } from "../segment/node.ts";
import { parse } from "../segment/parser.ts";
import type { Explanation, Part } from "./explanation.ts";
import { explainPart, type Telling } from "./part.ts";
import { createOnce, findEvents, type World } from "./world.ts";
import { readWritten } from "./written.ts";

/** What is explained: a segment by its `name`, or the expression in `text`. */
export interface ExplainOptions {
  segments?: Record<string, string> | undefined;
  name?: string | undefined;
  text?: string | undefined;
  /** What has happened; later events than `at` are left out. */
  events?: Iterable<ShopEvent> | undefined;
  /** The moment, in milliseconds since 1970 (UTC). */
  at: number;
  /** The number of the current visit. */
  visit: number;
  /** By dotted name, as they are at that moment; one that is absent is unknown. */
  facts?: Record<string, unknown> | undefined;
  /** The key of the visitor's variation, by experiment. */
  experiments?: Record<string, string> | undefined;
  affinity?: AffinityConfiguration | undefined;
  /**
   * By how many milliseconds a fact changes in each, though nothing happens: 1 grows, -1 shrinks down to 0.
   *
   * @default as the vocabulary has it: `cart.age` and the like grow, `profile.birthday_in` shrinks
   */
  pace?: ((name: string) => number | undefined) | undefined;
}

/** So many segments may be told one in another; below that they are only named. */
const DEEPEST = 20;

interface Compiled {
  text: string;
  node: Node | undefined;
  references: string[];
  errors: CheckError[];
}

const own = (from: Record<string, unknown> | undefined, name: string): unknown =>
  from && Object.hasOwn(from, name) ? from[name] : undefined;

/** What is wrong where a segment is asked for by a name that none has. */
function noSuchSegment(name: string, names: string[]): CheckError {
  const meant = nearest(name, names);
  return {
    line: 1,
    column: 1,
    message: `There is no segment "${name}".${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
  };
}

function worldOf(options: ExplainOptions, all: Map<string, Compiled>): World {
  const { events = [], at, visit, facts, experiments, pace = paceOfVocabulary } = options;
  const affinity = readAffinity(options.affinity);
  return {
    at,
    visit,
    affinity,
    segments: new Map(
      [...all].flatMap(([name, { node, references, errors }]) =>
        node && !errors.length ? [[name, { node, references }]] : [],
      ),
    ),
    eventsOf: findEvents(events, at, affinity),
    once: createOnce(),
    fact(name, now) {
      const value = own(facts, name);
      const moves = pace(name);
      if (!moves || now === at || typeof value !== "number") return value;
      const then = value + moves * (now - at);
      return moves < 0 ? Math.max(0, then) : then;
    },
    experiment: (name) => own(experiments, name),
    pace: (name) => pace(name) ?? 0,
  };
}

/** The segments with an error that an expression asks for, directly or through others. */
function blockers(references: string[], all: Map<string, Compiled>): string[] {
  const seen = new Set<string>();
  const open = [...references];
  for (let name; (name = open.pop()) !== undefined;) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(all.get(name)?.references ?? []));
  }
  return [...seen].filter((name) => all.get(name)?.errors.length).sort();
}

/**
 * Explains part by part why a segment or an expression holds at a moment, or what is missing. It is for tests and tools:
 * the script tag does not carry it. What can be done wrong in an expression is told in `errors`, never thrown.
 *
 * @example
 * explain({ text: "count(view_item within 30d) >= 3", events, at: Date.now(), visit: 2 })
 * // { text: "count(view_item within 30d) >= 3", kind: "compare", holds: false, left: { value: 2, … },
 * //   missing: [{ kind: "events", event: "view_item", times: 1, before: 1750003200000 }], … }
 */
export function explain(options: ExplainOptions): Explanation {
  const { segments = {}, name, at, visit } = options;
  const names = Object.keys(segments);
  const texts: Record<string, string> = { __proto__: null!, ...segments };
  const { dimensions } = readAffinity(options.affinity);
  const wrong = checkSegments(segments, { affinity: options.affinity });
  const compile = (text: string, errors: CheckError[]): Compiled => {
    const { node, references } = parse(text, isFact, texts, dimensions);
    return { text, node, references: references.map(([to]) => to), errors };
  };
  const all = new Map(
    names.map((each) => {
      const errors = wrong
        .filter(({ segment }) => segment === each)
        .map(({ line, column, message }) => ({ line, column, message }));
      return [each, compile(`${texts[each]}`, errors)];
    }),
  );
  const text = `${options.text ?? ""}`;
  const asked =
    name === undefined
      ? compile(text, check(text, { segments: names, affinity: options.affinity }))
      : (all.get(name) ?? {
          text: "",
          node: undefined,
          references: [],
          errors: [noSuchSegment(name, names)],
        });
  const known = { at, visit, ...(name !== undefined && { segment: name }) };
  if (asked.errors.length || !asked.node)
    return { text: asked.text, kind: "value", holds: false, wanted: true, ...known, errors: asked.errors };

  const world = worldOf(options, all);
  const told = new Set([name]);
  let depth = 0;
  const tellingOf = ({ text, node }: Compiled): Telling => ({
    world,
    written: readWritten(text, node!),
    tell(segment, wanted): Part[] {
      const other = all.get(segment)!;
      if (told.has(segment) || depth >= DEEPEST || !world.segments.has(segment)) return [];
      told.add(segment);
      depth++;
      const part = explainPart(tellingOf(other), other.node!, wanted);
      depth--;
      return [{ ...part, segment }];
    },
  });
  const part = explainPart(tellingOf(asked), asked.node, true);
  const blockedBy = blockers(asked.references, all);
  return {
    ...part,
    ...known,
    ...(blockedBy.length && { holds: false, blockedBy }),
  };
}
