import { comparison, type Place } from "./compare.ts";
import type { Comparison, Node, Operand, Query } from "./node.ts";
import { tidy, type Value } from "./value.ts";

/** A compiled part: its value now, on a row or in a run. Where a condition is wanted, only `true` holds. */
export type Part<On> = (on: On) => Value;

/** What stands for the names and the queries of an expression. */
export interface Binding<On> {
  _name(name: string): Part<On>;
  /** Where the value of a name is found, if it is always there. */
  _place?(name: string): Place | undefined;
  /**
   * Makes the function of a query.
   *
   * @param enough How far a count has to be right, where that is known.
   */
  _query?(query: Query, enough?: number): Part<On>;
  /** By how many milliseconds an operand changes in each. */
  _pace?(operand: Operand): number;
  /** Notes in how many milliseconds a comparison may turn. */
  _wake?(on: On, ms: number): void;
}

function compileComparison<On>([, operator, left, right]: Comparison, binding: Binding<On>): Part<On> {
  // A count that is held against 3 may stop at 4.
  const side = (operand: Operand, other: Operand): Part<On> =>
    operand[0] === "query" && operand[1].query === "count" && other[0] === "value"
      ? binding._query!(operand[1], Math.floor(+other[1]) + 1)
      : compile(operand, binding);
  const a = side(left, right);
  const b = side(right, left);
  const paces = [left, right].map((operand) => binding._pace?.(operand) ?? 0);
  if (paces[0] !== paces[1]) {
    return (on) => {
      const x = a(on);
      const y = b(on);
      // What shrinks comes to rest at 0.
      const [paceX, paceY] = paces.map((pace, side) => (pace < 0 && !(side ? y : x) ? 0 : pace));
      // Only a list that is written has levels to be reached; one that a fact holds is no number.
      for (const level of right[0] === "value" && Array.isArray(y) ? y : [y]) {
        if (typeof x !== "number" || typeof level !== "number") continue;
        const meet = (level - x) / (paceX! - paceY!);
        // If this is where they meet, they part in a millisecond.
        binding._wake!(on, meet === 0 ? 1 : meet);
      }
      return comparison(operator, { _value: x }, y)();
    };
  }
  if (right[0] !== "value") return (on) => comparison(operator, { _value: a(on) }, b(on))();
  const level = tidy(right[1]);
  const asked = left[0] === "name" && binding._place?.(left[1]);
  // Most rules compare a fact with a literal.
  if (asked) return comparison(operator, asked, level);
  const place: Place = { _value: undefined };
  const test = comparison(operator, place, level);
  return (on) => {
    place._value = a(on);
    return test();
  };
}

/** Makes a function of an expression, once, so that asking parses nothing. */
export function compile<On>(node: Node, binding: Binding<On>): Part<On> {
  switch (node[0]) {
    case "value": {
      const value = tidy(node[1]);
      return () => value;
    }
    case "name":
      return binding._name(node[1]);
    case "query":
      return binding._query!(node[1]);
    case "compare":
      return compileComparison(node, binding);
    case "not":
    case "known": {
      const unwanted = node[0] === "not" || undefined;
      const part = compile(node[1], binding);
      return (on) => part(on) !== unwanted;
    }
    default: {
      const parts = node[1].map((part) => compile(part, binding));
      const decisive = node[0] === "or";
      const [first, second] = parts;
      if (!parts[2])
        return decisive
          ? (on) => first!(on) === true || second!(on) === true
          : (on) => first!(on) === true && second!(on) === true;
      return (on) => {
        for (let index = 0; index < parts.length; index++)
          if ((parts[index]!(on) === true) === decisive) return decisive;
        return !decisive;
      };
    }
  }
}
