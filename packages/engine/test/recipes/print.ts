import { parse } from "../../src/segment/parser.ts";
import type { LiteralValue, Node, Query, Step } from "../../src/segment/node.ts";

const SECOND_WORDS: Record<string, string> = { starts: "starts with", ends: "ends with", not: "not in" };

/** The tree of an expression that is known to be right. */
export const read = (text: string): Node =>
  parse(text, () => true, {}, { brand: true, category: true }).node!;

const literal = (value: LiteralValue): string =>
  typeof value === "string" ? `"${value.replace(/["\\]/g, "\\$&")}"` : `${value}`;

function step({ event, field, where, within, visit, after }: Step, must: boolean): string {
  const all = where[0] === "value" && where[1] === true;
  return [
    field ? `${event}.${field}` : event,
    all && !must ? "" : `where ${group(where)}`,
    within < Infinity ? `within ${within / 1000}s` : "",
    visit ? "in visit" : "",
    after ? `after ${after as string}` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function query({ query, steps, of, to }: Query): string {
  const first = steps[0] ? "" : query === "segment" || query === "experiment" ? literal(of!) : of!;
  const parts = steps.map((each) => step(each, query === "share"));
  return `${query}(${[first, ...parts, to === undefined ? "" : literal(to)].filter(Boolean).join(", ")})`;
}

const group = (node: Node): string =>
  node[0] === "and" || node[0] === "or" ? `(${print(node)})` : print(node);

/** The text of a tree: a text that gives the same tree. */
export function print(node: Node): string {
  switch (node[0]) {
    case "and":
    case "or":
      return node[1].map(group).join(` ${node[0]} `);
    case "not":
      return `not ${group(node[1])}`;
    case "known":
      return `known(${print(node[1])})`;
    case "compare":
      return `${print(node[2])} ${SECOND_WORDS[node[1]] ?? node[1]} ${print(node[3])}`;
    case "query":
      return query(node[1]);
    case "name":
      return node[1];
    case "value":
      return Array.isArray(node[1]) ? `[${node[1].map(literal).join(", ")}]` : literal(node[1]);
  }
}
