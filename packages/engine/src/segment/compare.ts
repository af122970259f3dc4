import type { Value } from "./value.ts";

/** Where a value is found when it is needed. */
export interface Place {
  _value: Value;
}

/** The signs and first words of the operators; `not` is `not in`. */
export const isOperator = (word: string): boolean =>
  /^([<>!]?=|[<>]|contains|starts|ends|in|not)$/.test(word);

/**
 * Makes the comparison of what is in a place with a tidied value: one function each, for nothing is done more often.
 * Two of different types never compare, nor does one that is unknown.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- a type is held against another as it comes
export function comparison(operator: string, place: any, level: any): () => boolean {
  const type = typeof level;
  switch (operator) {
    case "=":
      return type === "object" ? never : () => place._value === level && type !== "undefined";
    case "!=":
      return type === "object" ? never : () => typeof place._value === type && place._value !== level;
    case "in":
      return () => level.includes(place._value);
    case "not":
      return () =>
        !level.includes(place._value) && level.some((member: Value) => typeof member === typeof place._value);
    case "contains":
      return () => {
        const { _value: value } = place;
        return Array.isArray(value)
          ? type !== "undefined" && type !== "object" && value.includes(level)
          : typeof value === "string" && type === "string" && value.includes(level);
      };
    default:
  }
  if (type !== "string" && (type !== "number" || operator > "a")) return never;
  switch (operator) {
    case "<":
      return () => typeof place._value === type && place._value < level;
    case "<=":
      return () => typeof place._value === type && place._value <= level;
    case ">":
      return () => typeof place._value === type && place._value > level;
    case ">=":
      return () => typeof place._value === type && place._value >= level;
    case "starts":
      return () => typeof place._value === type && place._value.startsWith(level);
    default:
      return () => typeof place._value === type && place._value.endsWith(level);
  }
}

const never = (): boolean => false;
