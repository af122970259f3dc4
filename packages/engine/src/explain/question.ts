import { comparison } from "../segment/compare.ts";
import type { Comparison, Node, Operand } from "../segment/node.ts";
import { tidy, type Value } from "../segment/value.ts";
import { momentWhen, paceOf, valueOf } from "./inquiry.ts";
import { eventNames, type World } from "./world.ts";
import { operatorText } from "./written.ts";

/** What a fact or a query would have to be, for a condition to be as it is wanted. */
export interface Question {
  operand: Operand;
  value: Value;
  /** Whether it is as wanted with a value. */
  goal(value: Value): boolean;
  /** How it has to stand to the levels, as the language writes it: `>=`, `not in`; also `not contains` and `unknown`. */
  operator: string;
  /** What it is held against; of a list its members. */
  levels: Value[];
  /** The level as it is written; of something that is asked for, its value. */
  level: Value;
  /** The level moves as time passes. */
  moves: boolean;
  /** The moment at which time alone makes the level another, if ever. */
  until: number | undefined;
}

const OPPOSITE: Record<string, string> = {
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "=": "!=",
  "!=": "=",
  in: "not in",
  "not in": "in",
  known: "unknown",
};
const MIRRORED: Record<string, string> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!=" };

const asWanted = (operator: string, wanted: boolean): string =>
  wanted ? operator : (OPPOSITE[operator] ?? `not ${operator}`);

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether an operand stays as it is while the other one is made to fit. */
function isSteady(world: World, operand: Operand, other: Operand): boolean {
  if (operand[0] === "value") return true;
  if (operand[0] === "name") return operand[1] !== other[1];
  if (other[0] !== "query") return true;
  const names = eventNames(other[1], world.affinity);
  return !eventNames(operand[1], world.affinity).some((name) => names.includes(name));
}

/** What is asked in a condition that has no conditions in it, once for each side that could be another. */
export function questionsOf(world: World, node: Node, wanted: boolean): Question[] {
  if (node[0] === "compare") return [...sidesOf(world, node, wanted)];
  const isKnown = node[0] === "known";
  const operand = (isKnown ? node[1] : node) as Operand;
  if (operand[0] === "value") return [];
  return [
    {
      operand,
      value: valueOf(world, operand),
      goal: (value) => (isKnown ? value !== undefined : value === true) === wanted,
      operator: asWanted(isKnown ? "known" : "=", wanted),
      levels: isKnown ? [] : [true],
      level: isKnown ? undefined : true,
      moves: false,
      until: undefined,
    },
  ];
}

function* sidesOf(world: World, node: Comparison, wanted: boolean): Generator<Question> {
  const [, operator, left, right] = node;
  for (const [side, operand, other] of [[0, left, right] as const, [1, right, left] as const]) {
    // What stands right of `contains` cannot be told by turning it around.
    const read = side ? MIRRORED[operator] : operatorText(operator);
    if (operand[0] === "value" || !read || !isSteady(world, other, operand)) continue;
    const tidied = other[0] === "value" ? tidy(other[1]) : valueOf(world, other);
    yield {
      operand,
      value: valueOf(world, operand),
      goal: (value) =>
        comparison(operator, { _value: side ? tidied : value }, side ? value : tidied)() === wanted,
      operator: asWanted(read, wanted),
      levels: Array.isArray(tidied) ? tidied : [tidied],
      level: other[0] === "value" ? other[1] : tidied,
      moves: !!paceOf(world, other),
      until: other[0] === "query" ? momentWhen(world, other, (value) => !isSame(value, tidied)) : undefined,
    };
  }
}
