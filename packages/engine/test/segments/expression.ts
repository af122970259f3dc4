/** An expression as the tests build it: printed for the language, read as it is by the naive evaluator. */
export type Expression =
  | { is: "and" | "or"; parts: Expression[] }
  | { is: "not"; part: Expression }
  | { is: "known"; of: Asked }
  | { is: "compare"; operator: string; left: Operand; right: Operand }
  | { is: "in" | "not in"; left: Operand; list: Literal[] }
  | Operand;

export interface Literal {
  is: "literal";
  text: string;
  value: string | number | boolean;
}

export interface Clauses {
  event: string;
  where?: Expression | undefined;
  within?: number | undefined;
  visit?: boolean | undefined;
  after?: string | undefined;
}

export type Asked =
  | { is: "fact" | "field"; name: string }
  | { is: "count" | "did" | "share" | "since"; of: Clauses }
  | { is: "sum" | "avg" | "min" | "max" | "distinct" | "first" | "last"; of: Clauses; field: string }
  | { is: "sequence"; steps: Clauses[] }
  | { is: "top"; dimension: string }
  | { is: "affinity"; dimension: string; value: string }
  | { is: "segment" | "experiment"; name: string };

export type Operand = Literal | Asked;

const clauses = ({ event, where, within, visit, after }: Clauses, field = ""): string =>
  [
    event + (field && `.${field}`),
    where && `where ${print(where)}`,
    within && `within ${within / 1000}s`,
    visit && "in visit",
    after && `after ${after}`,
  ]
    .filter(Boolean)
    .join(" ");

/** The text of an expression, with every parenthesis that it may need. */
export function print(expression: Expression): string {
  switch (expression.is) {
    case "and":
    case "or":
      return `(${expression.parts.map(print).join(` ${expression.is} `)})`;
    case "not":
      return `not (${print(expression.part)})`;
    case "known":
      return `known(${print(expression.of)})`;
    case "compare":
      return `${print(expression.left)} ${expression.operator} ${print(expression.right)}`;
    case "in":
    case "not in":
      return `${print(expression.left)} ${expression.is} [${expression.list.map(print).join(", ")}]`;
    case "literal":
      return expression.text;
    case "fact":
    case "field":
      return expression.name;
    case "sequence":
      return `sequence(${expression.steps.map((step) => clauses(step)).join(", ")})`;
    case "top":
      return `top(${expression.dimension})`;
    case "affinity":
      return `affinity(${expression.dimension}, "${expression.value}")`;
    case "segment":
    case "experiment":
      return `${expression.is}("${expression.name}")`;
    case "count":
    case "did":
    case "share":
    case "since":
      return `${expression.is}(${clauses(expression.of)})`;
    default:
      return `${expression.is}(${clauses(expression.of, expression.field)})`;
  }
}
