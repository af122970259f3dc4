import type { Asking } from "./asking.ts";
import { compare } from "./compare.ts";
import type { Comparison, Node, Operand, Query } from "./node.ts";
import { tidy, type Value } from "./value.ts";

/** One asking, and what is found out on the way. */
export interface Run extends Asking {
  /** The earliest moment after `now` at which time alone could change what was looked at. */
  _next: number;
}

/** A compiled part: its value now. Where a condition is wanted, only `true` holds. */
export type Part = (run: Run) => Value;

/**
 * Makes the function of a query.
 *
 * @param enough How far a count has to be right, where that is known.
 */
export type Bind = (query: Query, enough?: number) => Part;

/** Notes a moment at which something that was looked at may change. */
export function wakeAt(run: Run, moment: number): void {
  if (moment > run.now && moment < run._next) run._next = moment;
}

const kindOf = (operand: Operand): string => (operand[1] as Query).query;

function compileComparison([, operator, left, right]: Comparison, bind: Bind | undefined): Part {
  // A count that is held against 3 may stop at 4.
  const side = (operand: Operand, other: Operand): Part =>
    kindOf(operand) === "count" && other[0] === "value"
      ? bind!(operand[1] as Query, Math.floor(+other[1]) + 1)
      : compile(operand, bind);
  const a = side(left, right);
  const b = side(right, left);
  const grows = +(kindOf(left) === "since") - +(kindOf(right) === "since");
  return (run) => {
    const x = a(run);
    const y = b(run);
    if (grows) {
      for (const level of [grows > 0 ? y : x].flat()) {
        // The moment at which time reaches that level; if this is it, it is left in a millisecond.
        wakeAt(run, run.now + (+level! - +(grows > 0 ? x : y)! || 1));
      }
    }
    return compare(operator, x, y);
  };
}

/**
 * Makes a function of an expression, once, so that asking parses nothing.
 *
 * @param bind May be left out where there can be no query.
 */
export function compile(node: Node, bind?: Bind): Part {
  switch (node[0]) {
    case "value": {
      const value = tidy(node[1]);
      return () => value;
    }
    case "name":
      return (run) => tidy(run.fact(node[1]));
    case "query":
      return bind!(node[1]);
    case "compare":
      return compileComparison(node, bind);
    case "not":
    case "known": {
      const unwanted = node[0] === "not" || undefined;
      const part = compile(node[1], bind);
      return (run) => part(run) !== unwanted;
    }
    default: {
      const parts = node[1].map((part) => compile(part, bind));
      const decisive = node[0] === "or";
      return (run) => {
        for (const part of parts) if ((part(run) === true) === decisive) return decisive;
        return !decisive;
      };
    }
  }
}
