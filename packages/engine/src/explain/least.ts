import type { Value } from "../segment/value.ts";
import type { Question } from "./question.ts";

export const numbers = (levels: Value[]): number[] =>
  levels.filter((level): level is number => typeof level === "number");

/** Numbers at all levels and to both sides of them: a comparison that any number makes true is true for one of these. */
export const nearby = (levels: Value[]): number[] =>
  numbers(levels).flatMap((level) => [level - 1, level, level + 1]);

/** Values at all levels and beside them: a comparison that any value makes true is true for one of these. */
export const examples = (levels: Value[]): Value[] => [
  ...levels,
  ...nearby(levels),
  ...levels.flatMap((level) => (typeof level === "string" ? ["", `${level}a`] : [])),
  ...levels.flatMap((level) => (Array.isArray(level) ? [] : [[level]])),
  ...(levels.some((level) => typeof level === "boolean") ? [true, false] : []),
];

/** The least number in a list for which a comparison is as it is wanted. */
const least = (goal: Question["goal"], from: number, candidates: number[]): number | undefined =>
  candidates.filter((each) => each >= from && goal(each)).sort((a, b) => a - b)[0];

/** How many have to be added to a whole number, at least one. */
export function leastWhole({ goal, levels }: Question, now: number): number | undefined {
  const at = least(goal, now + 1, [
    now + 1,
    ...numbers(levels).flatMap((level) => [Math.ceil(level), Math.floor(level) + 1]),
  ]);
  return at === undefined ? undefined : at - now;
}

/** The least time since something for which a comparison is as it is wanted, in whole milliseconds. */
export const leastWait = ({ goal, levels, operator }: Question): number | undefined =>
  operator === "known"
    ? 0
    : least(goal, 0, [0, ...numbers(levels).flatMap((level) => [Math.ceil(level), Math.floor(level) + 1])]);
