import type { Value } from "./value.ts";

/** By sign, or by the first word of the operator; `not` is `not in`. */
export const TESTS: Record<string, (a: string, b: string & unknown[]) => boolean> = {
  __proto__: null!,
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  contains: (a, b) => a.includes(b),
  starts: (a, b) => a.startsWith(b),
  ends: (a, b) => a.endsWith(b),
  in: (a, b) => b.includes(a),
  not: (a, b) => !b.includes(a) && b.some((member) => typeof member === typeof a),
};

/** Compares two tidied values. Two of different types never compare, nor does one that is unknown. */
export function compare(operator: string, a: Value, b: Value): boolean {
  const type = typeof a;
  return (
    (operator === "in" ||
      operator === "not" ||
      (operator === "contains" && Array.isArray(a) && b !== undefined) ||
      (type === typeof b &&
        (type === "string" ||
          (type === "number" && operator < "a") ||
          (type === "boolean" && /^!?=/.test(operator))))) &&
    TESTS[operator]!(a as string, b as string & unknown[])
  );
}
