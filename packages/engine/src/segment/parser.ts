import { parseDuration } from "../duration.ts";
import { isOperator } from "./compare.ts";
import { DIMENSION, KINDS, SEQUENCE, TEXT } from "./kinds.ts";
import type { LiteralValue, Node, Operand, Query, Step } from "./node.ts";

export interface Parsed {
  /** Absent where the text is no expression at all. */
  node?: Node;
  /** What was expected where, by offset in the text. */
  flaws: [at: number, message: string][];
  /** The segments that it asks for, and where. */
  references: [name: string, at: number][];
}

// White space and comments, then a name, a number with whatever touches it, a text, a sign, any other character or the end.
export const TOKEN =
  /(?:\s|#[^\n]*)*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|-?\d[\w.]*%?|(["'])(?:\\[^\r\n]|(?!\2)[^\\\r\n])*\2|[<>!]=|[^]|$)/y;

const KEYWORD = /^(true|false|and|or|not|in|contains|starts|ends|with|known|where|within|after)$/;
const NAME = /^[^\W\d]/;
const PLAIN = /^[^\W\d]\w*$/;
const DOTTED = /^[^\W\d]\w*\.\w+$/;
const QUOTED = /^["']./;
const NUMBER = /^-?\d+(\.\d+)?%?$/;
const DURATION = /^\d+(\.\d+)?[smhdw]$/;

/** The second word of an operator. */
const SECOND: Record<string, string> = { starts: "with", ends: "with", not: "in" };

/** Compiling and asking go down as deep as the parentheses do, and the stack of a page is not ours alone. */
const DEEPEST = 1000;

/**
 * Parses one expression. It reports unknown names and goes on, and stops at what cannot stand where it stands.
 *
 * @param segments Whatever has the names of the segments as its own; likewise `dimensions`.
 */
export function parse(
  text: string,
  isFact: (name: string) => boolean,
  segments: object,
  dimensions: object,
): Parsed {
  const parsed: Parsed = { flaws: [], references: [] };
  // The token that stands next, empty at the end; where it is, and where the one before it ended.
  let word = "";
  let at = 0;
  let end = 0;
  // What is asked for so far, in one way of spacing: only of a query anybody wants to know.
  let written = "";
  let isQuery = false;

  const advance = (): string => {
    const taken = word;
    if (isQuery) written += (/[([]$/.test(written) || /^[)\],]/.test(word) ? "" : " ") + word;
    end = TOKEN.lastIndex;
    word = TOKEN.exec(text)![1]!;
    at = word ? TOKEN.lastIndex - word.length : end;
    return taken;
  };
  const before = (sign: string): boolean => {
    const { lastIndex } = TOKEN;
    const next = TOKEN.exec(text)![1];
    TOKEN.lastIndex = lastIndex;
    return next === sign;
  };
  const report = (expected: string, where = at): unknown =>
    parsed.flaws.push([where, `expected ${expected}`]);
  const take = (stands: unknown, expected: string, where?: number): string => {
    if (!stands) throw report(expected, where);
    return advance();
  };
  const eat = (sign: string): unknown => word === sign && take(1, sign);
  const expect = (sign: string): unknown => take(word === sign, sign);
  const name = (pattern: RegExp): string => take(!KEYWORD.test(word) && pattern.test(word), "event");

  const literal = (): LiteralValue => {
    let value: LiteralValue = word === "true";
    if (QUOTED.test(word)) {
      value = word.slice(1, -1).replace(/\\(.)/g, (_, escaped: string, offset: number) => {
        if (!`"'\\`.includes(escaped)) take(0, "escape", at + 1 + offset);
        return escaped;
      });
    } else if (NUMBER.test(word)) {
      // 33.3 / 100 is not 0.333, but "33.3e-2" is.
      value = +word.replace("%", "e-2");
    } else if (DURATION.test(word)) {
      value = parseDuration(word);
    } else {
      take(value || word === "false", "value");
      return value;
    }
    advance();
    return value;
  };
  const quoted = (): string => (QUOTED.test(word) ? (literal() as string) : take(0, "text"));

  const query = (): Query => {
    const query = advance();
    const shape = KINDS[query]![2]!;
    const steps: Step[] = [];
    const step = (): Step => {
      const [event, field] = name(shape < SEQUENCE ? DOTTED : PLAIN).split(".");
      const step: Step = {
        event: event!,
        field,
        where: (query === "share" ? expect("where") : eat("where")) ? condition(true) : ["value", true],
        within: Infinity,
      };
      if ((shape !== SEQUENCE || steps[0]) && eat("within")) {
        step.within = parseDuration(take(DURATION.test(word), "duration"));
      }
      steps.push(step);
      return step;
    };
    let of: string | undefined;
    let to: string | undefined;
    advance();
    isQuery = true;
    written = "";
    if (shape === TEXT) {
      const where = at;
      of = quoted();
      if (query === "segment") {
        parsed.references.push([of, where]);
        if (!(of in segments)) report("segment", where);
      }
    } else if (shape > TEXT) {
      of = take(word in dimensions, "dimension");
      if (shape > DIMENSION) to = (expect(","), quoted());
    } else {
      const only = step();
      if (shape === SEQUENCE) {
        expect(",");
        do step();
        while (eat(","));
      } else {
        only.visit = !!eat("in") && !!expect("visit");
        only.after = eat("after") ? name(PLAIN) : undefined;
      }
    }
    expect(")");
    isQuery = false;
    return { query, text: `${query}(${written.trim()}`, steps, of, to };
  };

  const operand = (where: boolean, literals = true): Operand => {
    if (KEYWORD.test(word) || !NAME.test(word)) return ["value", literals ? literal() : take(0, "fact")];
    const called = before("(");
    const known = called && word in KINDS;
    if (known && !where) return ["query", query()];
    const expected = where ? "field" : "fact";
    const stands = where ? !known && !word.includes(".") : isFact(word);
    // An unknown fact is reported and passed over, but one that is called is no fact at all.
    return ["name", take(stands || !(where || called || !report(expected)), expected)];
  };

  const comparison = (where: boolean, outermost: boolean): Node => {
    const start = at;
    const left = operand(where);
    const operator = word;
    // `in visit` ends the condition of a `where`.
    if (isOperator(operator) && !(operator === "in" && where && outermost && !before("["))) {
      advance();
      const second = SECOND[operator];
      if (second) expect(second);
      if (operator !== "in" && second !== "in") return ["compare", operator, left, operand(where)];
      const values: LiteralValue[] = [];
      expect("[");
      do values.push(literal());
      while (eat(","));
      expect("]");
      return ["compare", operator, left, ["value", values]];
    }
    if (left[0] === "value" && left[1] !== !!left[1]) take(0, "condition", start);
    return left;
  };

  const known = (where: boolean): Node => {
    expect("(");
    const part = operand(where, false);
    expect(")");
    return ["known", part];
  };

  const join = (kind: "and" | "or", parts: Node[]): Node => (parts[1] ? [kind, parts] : parts[0]!);

  // A loop with a stack of its own, for a text may have any number of parentheses.
  const condition = (where: boolean): Node => {
    const outer: [Node[], Node[], boolean][] = [];
    let any: Node[] = [];
    let all: Node[] = [];
    let negated = false;
    for (;;) {
      while (eat("not")) negated = !negated;
      if (outer.length < DEEPEST && eat("(")) {
        outer.push([any, all, negated]);
        any = [];
        all = [];
        negated = false;
        continue;
      }
      let node = eat("known") ? known(where) : comparison(where, !outer[0]);
      for (;;) {
        all.push(negated ? ["not", node] : node);
        negated = false;
        if (eat("and")) break;
        any.push(join("and", all));
        all = [];
        if (eat("or")) break;
        node = join("or", any);
        const group = outer.pop();
        if (!group) return node;
        expect(")");
        [any, all, negated] = group;
      }
    }
  };

  try {
    TOKEN.lastIndex = 0;
    advance();
    const node = condition(false);
    take(!word, "and");
    parsed.node = node;
  } catch {
    // What it is has been reported.
  }
  return parsed;
}
