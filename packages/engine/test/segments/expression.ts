import * as fc from "fast-check";

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

/** Few names, so that what is generated meets. */
export const EVENTS = ["view_item", "purchase", "view_item_list"];
const FIELDS = ["price", "quantity", "brand", "tags", "on_sale", "revenue", "visit", "name"];
export const FACTS = ["cart.value", "geo.country", "profile.sizes", "visitor.returning"];

const texts = fc.constantFrom("Prada", "gucci", "7", " PRADA", "S");
const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc.integer({ min: -2, max: 12 }).map((value) => ({ is: "literal" as const, text: `${value}`, value })),
  fc
    .constantFrom(10, 25, 50, 100)
    .map((part) => ({ is: "literal" as const, text: `${part}%`, value: Number(`${part}e-2`) })),
  texts.map((value) => ({ is: "literal" as const, text: `"${value}"`, value })),
  fc.boolean().map((value) => ({ is: "literal" as const, text: `${value}`, value })),
  fc.integer({ min: 0, max: 60 }).map((s) => ({ is: "literal" as const, text: `${s}s`, value: s * 1000 })),
);

const seconds = fc.constantFrom(1, 5, 9, 20, 45, 90).map((s) => s * 1000);
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(of, { nil: undefined, freq: 2 });
const operator = fc.constantFrom("=", "!=", "<", "<=", ">", ">=", "contains", "starts with", "ends with");

/** Conditions over operands of one sort. */
function condition<T extends Asked>(
  asked: fc.Arbitrary<T>,
  more: fc.Arbitrary<Expression>[],
): fc.Arbitrary<Expression> {
  const operand: fc.Arbitrary<Operand> = fc.oneof({ weight: 3, arbitrary: asked }, literal);
  const list = fc.array(literal, { minLength: 1, maxLength: 3 });
  return fc.letrec<{ condition: Expression; leaf: Expression }>((tie) => ({
    leaf: fc.oneof(
      ...more,
      asked,
      fc.boolean().map((value) => ({ is: "literal" as const, text: `${value}`, value })),
      fc.record({ is: fc.constant("known" as const), of: asked }),
      fc.record({ is: fc.constant("compare" as const), operator, left: asked, right: literal }),
      fc.record({ is: fc.constant("compare" as const), operator, left: operand, right: operand }),
      fc.record({ is: fc.constantFrom("in" as const, "not in" as const), left: asked, list }),
    ),
    condition: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      tie("leaf"),
      fc.record({
        is: fc.constantFrom("and" as const, "or" as const),
        parts: fc.array(tie("condition"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ is: fc.constant("not" as const), part: tie("condition") }),
    ),
  })).condition;
}

const field = fc.constantFrom(...FIELDS).map((name) => ({ is: "field" as const, name }));
const event = fc.constantFrom(...EVENTS);
const where = condition(field, []);

const anyClauses: fc.Arbitrary<Clauses> = fc.record({
  event,
  where: fc.option(where, { nil: undefined, freq: 1 }),
  within: optional(seconds),
  visit: optional(fc.boolean()),
  after: optional(event),
});

const step = fc.record({
  event,
  where: fc.option(where, { nil: undefined, freq: 1 }),
  within: optional(seconds),
});

const query: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ is: fc.constantFrom("count" as const, "did" as const, "since" as const), of: anyClauses }),
  fc.record({
    is: fc.constant("share" as const),
    of: fc.tuple(anyClauses, where).map(([of, where]) => ({ ...of, where })),
  }),
  fc.record({
    is: fc.constantFrom(...(["sum", "avg", "min", "max", "distinct", "first", "last"] as const)),
    of: anyClauses,
    field: fc.constantFrom(...FIELDS),
  }),
  fc.record({
    is: fc.constant("sequence" as const),
    steps: fc
      .array(step, { minLength: 2, maxLength: 3 })
      .map(([first, ...others]) => [{ ...first!, within: undefined }, ...others]),
  }),
  fc.record({ is: fc.constant("top" as const), dimension: fc.constantFrom("brand", "tag") }),
  fc.record({
    is: fc.constant("affinity" as const),
    dimension: fc.constantFrom("brand", "tag"),
    value: texts,
  }),
);

const fact = fc.constantFrom(...FACTS).map((name) => ({ is: "fact" as const, name }));
const asked: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 6, arbitrary: query },
  { weight: 1, arbitrary: fact },
  { weight: 1, arbitrary: fc.constant({ is: "experiment" as const, name: "hero" }) },
);

const counted = fc.record({
  is: fc.constant("compare" as const),
  operator: fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
  left: fc.record({ is: fc.constant("count" as const), of: anyClauses }),
  right: fc.integer({ min: 0, max: 4 }).map((value) => ({ is: "literal" as const, text: `${value}`, value })),
});

const waited = fc.record({
  is: fc.constant("compare" as const),
  operator: fc.constantFrom("=", "<", "<=", ">", ">="),
  left: fc.record({ is: fc.constant("since" as const), of: anyClauses }),
  right: seconds.map((value) => ({ is: "literal" as const, text: `${value / 1000}s`, value })),
});

/** A set of segments, each of which may ask for those before it. */
export const segments: fc.Arbitrary<Record<string, Expression>> = fc
  .array(condition(asked, [counted, waited]), { minLength: 1, maxLength: 4 })
  .chain((expressions) =>
    fc.array(fc.nat(), { minLength: expressions.length, maxLength: expressions.length }).map((links) =>
      Object.fromEntries(
        expressions.map((expression, index) => [
          `s${index}`,
          index && links[index]! % 4 === 0
            ? {
                is: links[index]! % 8 ? ("and" as const) : ("or" as const),
                parts: [{ is: "segment" as const, name: `s${index - 1}` }, expression],
              }
            : expression,
        ]),
      ),
    ),
  );

const number = (value: number): Literal => ({ is: "literal", text: `${value}`, value });
const text = (value: string): Literal => ({ is: "literal", text: `"${value}"`, value });
const time = (s: number): Literal => ({ is: "literal", text: `${s}s`, value: s * 1000 });
const yes: Literal = { is: "literal", text: "true", value: true };

/** What to hold a query against, so that together the answers tell its value. */
function levels(of: Asked): [operator: string, levels: Literal[]][] {
  switch (of.is) {
    case "count":
    case "distinct":
      return [["=", [0, 1, 2, 3, 4].map(number)]];
    case "since":
      return [["<=", [0, 1, 5, 10, 20, 45, 70].map(time)]];
    case "share":
    case "affinity":
      return [[">=", [0, 0.2, 0.333333, 0.4, 0.5, 0.6, 0.75, 1].map(number)]];
    case "sum":
    case "avg":
    case "min":
    case "max":
      return [[">=", [0.1, 0.15, 0.2, 0.3, 1, 1.55, 3, 4, 6, 7, 9, 10, 14, 21].map(number)]];
    default:
      return [
        ["=", [...["prada", "gucci", "s", "7"].map(text), number(7), number(3), yes]],
        ["contains", [text("s")]],
      ];
  }
}

/** Segments that tell the value of one query, whatever it is. */
export const watched: fc.Arbitrary<Record<string, Expression>> = query.map((of) => {
  const readings: Expression[] = [
    { is: "known", of },
    ...levels(of).flatMap(([operator, all]) =>
      all.map((right): Expression => ({ is: "compare", operator, left: of, right })),
    ),
  ];
  return Object.fromEntries(readings.map((reading, index) => [`r${index}`, reading]));
});
