import type { Node, Operand as ParsedOperand, Step } from "../../src/segment/node.ts";
import type { Asked, Clauses, Expression, Literal, Operand } from "../segments/expression.ts";

const OPERATORS: Record<string, string> = { starts: "starts with", ends: "ends with", not: "not in" };

const literal = (value: unknown): Literal => ({ is: "literal", text: "", value: value as never });

const clauses = ({ event, where, within, visit, after }: Step): Clauses => ({
  event,
  where: expressionOf(where, "field"),
  within: within < Infinity ? within : undefined,
  visit: !!visit,
  after: (after as string) || undefined,
});

function operandOf(node: ParsedOperand, name: "fact" | "field"): Operand {
  if (node[0] === "value") return literal(node[1]);
  if (node[0] === "name") return { is: name, name: node[1] };
  const { query, steps, of, to } = node[1];
  const [step] = steps;
  if (query === "sequence") return { is: query, steps: steps.map(clauses) };
  if (!step) return { is: query, name: of, dimension: of, value: to } as Asked;
  return { is: query, of: clauses(step), field: step.field } as Asked;
}

/** What the parser made of a text, as the naive evaluator reads it. */
export function expressionOf(node: Node, name: "fact" | "field" = "fact"): Expression {
  switch (node[0]) {
    case "and":
    case "or":
      return { is: node[0], parts: node[1].map((part) => expressionOf(part, name)) };
    case "not":
      return { is: "not", part: expressionOf(node[1], name) };
    case "known":
      return { is: "known", of: operandOf(node[1], name) as Asked };
    case "compare": {
      const operator = OPERATORS[node[1]] ?? node[1];
      const left = operandOf(node[2], name);
      if (operator === "in" || operator === "not in") {
        return { is: operator, left, list: (node[3][1] as unknown[]).map(literal) };
      }
      return { is: "compare", operator, left, right: operandOf(node[3], name) };
    }
    default:
      return operandOf(node, name);
  }
}
