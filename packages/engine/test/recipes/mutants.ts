import type { Comparison, Node, Operand, Query, Step } from "../../src/segment/node.ts";
import { print, read } from "./print.ts";

const BOUNDARY: Record<string, string> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

/** Each list that lacks one of these, and each that has another in the place of one. */
function* without<T>(parts: T[], others: (part: T) => Iterable<T>): Generator<T[]> {
  for (const [index, part] of parts.entries()) {
    const [before, after] = [parts.slice(0, index), parts.slice(index + 1)];
    if (parts[1]) yield [...before, ...after];
    for (const other of others(part)) yield [...before, other, ...after];
  }
}

function* ofStep(step: Step): Generator<Step> {
  if (step.where[0] !== "value") {
    yield { ...step, where: ["value", true] };
    for (const where of ofNode(step.where)) yield { ...step, where };
  }
  if (step.within < Infinity) yield { ...step, within: Infinity };
  if (step.visit) yield { ...step, visit: false };
  if (step.after) yield { ...step, after: undefined };
}

function* ofQuery(query: Query): Generator<Query> {
  // A sequence has two steps or more, and no duration on the first.
  const isWhole = (steps: Step[]): boolean => query.steps.length < 2 || steps.length > 1;
  for (const [first, ...others] of without(query.steps, ofStep)) {
    const steps = [query.steps.length > 1 ? { ...first!, within: Infinity } : first!, ...others];
    if (isWhole(steps)) yield { ...query, steps };
  }
}

function* ofOperand(operand: Operand): Generator<Operand> {
  if (operand[0] === "query") for (const query of ofQuery(operand[1])) yield ["query", query];
}

function* ofComparison([kind, operator, left, right]: Comparison): Generator<Node> {
  if (Object.hasOwn(BOUNDARY, operator)) yield [kind, BOUNDARY[operator]!, left, right];
  // Whatever it is, as long as there is something.
  else yield ["known", left];
  if (right[0] === "value" && Array.isArray(right[1]))
    for (const values of without(right[1], () => [])) yield [kind, operator, left, ["value", values]];
  for (const other of ofOperand(left)) yield [kind, operator, other, right];
  for (const other of ofOperand(right)) yield [kind, operator, left, other];
}

function* ofNode(node: Node): Generator<Node> {
  switch (node[0]) {
    case "and":
    case "or":
      for (const parts of without(node[1], ofNode)) yield parts[1] ? [node[0], parts] : parts[0]!;
      break;
    case "not":
      yield node[1];
      for (const part of ofNode(node[1])) yield ["not", part];
      break;
    case "compare":
      yield* ofComparison(node);
      break;
    case "query":
      yield* ofOperand(node);
  }
}

/**
 * Every expression that is like this one but for one thing: a part or a clause is left out, a `not` is gone, a value
 * may be any, or a limit is on the other side. Whoever means what it says tells each of them from it.
 *
 * @example mutants("cart.quantity > 0 and did(search in visit)")
 * // ["did(search in visit)", "cart.quantity >= 0 and did(search in visit)", "cart.quantity > 0", "cart.quantity > 0 and did(search)"]
 */
export const mutants = (text: string): string[] => [...new Set([...ofNode(read(text))].map(print))];
