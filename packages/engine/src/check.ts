import type { AffinityConfiguration } from "./configuration.ts";
import { factNames } from "./profile/fact-names.ts";
import { readAffinity } from "./segment/affinity.ts";
import { parse } from "./segment/parser.ts";
import { place, type Place } from "./segment/place.ts";
import { createSegments } from "./segment/segments.ts";
import { teach } from "./teach.ts";

/** Something wrong in an expression. */
export interface CheckError extends Place {
  /** What was expected and what was probably meant, and below that the line with its place underlined. */
  message: string;
}

export interface CheckOptions {
  /**
   * The names of the facts that there are, or an object that has more than the vocabulary does. `profile.*` is always
   * open. @default those of the vocabulary
   */
  facts?: Iterable<string> | Record<string, unknown> | undefined;
  /** The names of the segments that there are. Absent: any. */
  segments?: Iterable<string> | undefined;
  affinity?: AffinityConfiguration | undefined;
}

/** A configuration may have anything where a text should be; what is none is as wrong as no text at all. */
const textOf = (expression: unknown): string => (typeof expression === "string" ? expression : "");

const isIterable = (from: object): from is Iterable<string> => Symbol.iterator in from;

/** Has whatever it is asked for. */
const anything = new Proxy({}, { has: () => true });

const asObject = (names: string[]): object => Object.fromEntries(names.map((name) => [name, true]));

const offset = (text: string, line: number, column: number): number =>
  text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length + 1, column - 1);

/** Reads once what may be named, for any number of expressions. */
function checker({ facts = {}, segments, affinity }: CheckOptions): (expression: string) => CheckError[] {
  const known = new Set(isIterable(facts) ? facts : [...factNames(), ...Object.keys(facts)]);
  const { dimensions } = readAffinity(affinity);
  const names = segments && [...segments];
  const isSegment = names ? { __proto__: null, ...asObject(names) } : anything;
  const isFact = (name: string): boolean => known.has(name) || name.startsWith("profile.");
  const vocabulary = { facts: known, segments: names ?? [], dimensions: Object.keys(dimensions) };
  return (expression) => {
    const text = textOf(expression);
    return parse(text, isFact, isSegment, dimensions).flaws.map(([at, message]) => ({
      ...place(text, at),
      message: teach(text, at, message, vocabulary),
    }));
  };
}

/**
 * Says what is wrong in one expression, in the order of the text.
 *
 * @example
 * check('geo.contry = "AE"')[0]
 * // { line: 1, column: 1, message: "There is no fact geo.contry. Did you mean geo.country?\n  geo.contry …" }
 */
export const check = (expression: string, options: CheckOptions = {}): CheckError[] =>
  checker(options)(expression);

/**
 * Says what is wrong in a set of segments, those that lead back to themselves included.
 *
 * @example checkSegments({ vip: 'segment("vip")' })[0]?.segment // "vip"
 */
export function checkSegments(
  segments: Record<string, string>,
  options: Omit<CheckOptions, "segments"> = {},
): (CheckError & { segment: string })[] {
  const names = Object.keys(segments);
  const check = checker({ ...options, segments: names });
  const errors = names.flatMap((segment) =>
    check(segments[segment]!).map((error) => ({ segment, ...error })),
  );
  // Only together can it be seen where they lead.
  const isFact = (): boolean => true;
  for (const { segment, line, column, message } of createSegments({
    segments,
    isFact,
    affinity: options.affinity,
  }).errors) {
    if (message.startsWith("leads") && segment) {
      const text = textOf(segments[segment]);
      const at = offset(text, line, column);
      errors.push({
        segment,
        line,
        column,
        message: teach(text, at, message, { facts: [], segments: [], dimensions: [] }),
      });
    }
  }
  return errors;
}
