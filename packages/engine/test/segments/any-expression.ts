import * as fc from "fast-check";
import {
  print,
  type Asked,
  type Clauses,
  type Expression,
  type Literal,
  type Operand,
} from "./expression.ts";

/** Few names, so that what is generated meets. */
export const EVENTS = ["view_item", "purchase", "view_item_list"];
const FIELDS = ["price", "quantity", "brand", "tags", "on_sale", "revenue", "visit", "name"];
/**
 * How fast each fact changes while nothing happens: a time since something grows, one until something shrinks, 0 is
 * another at once and at a moment that is known, and of no pace is what waits for something to happen.
 */
export const FACTS: Record<string, 1 | -1 | 0 | undefined> = {
  "cart.value": 0,
  "geo.country": undefined,
  "profile.sizes": undefined,
  "visitor.returning": 0,
  "cart.age": 1,
  "profile.birthday_in": -1,
};

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

const fact = fc.constantFrom(...Object.keys(FACTS)).map((name) => ({ is: "fact" as const, name }));
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

/** A fact that changes with time, held against a time, another such fact or a query. */
const aging = fc.record({
  is: fc.constant("compare" as const),
  operator: fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
  left: fc.constantFrom("cart.age", "profile.birthday_in").map((name): Operand => ({ is: "fact", name })),
  right: fc.oneof<fc.Arbitrary<Operand>[]>(
    seconds.map((value) => ({ is: "literal", text: `${value / 1000}s`, value })),
    fact,
    fc.record({ is: fc.constant("since" as const), of: anyClauses }),
  ),
});

/** One condition about anything but other segments. */
export const single: fc.Arbitrary<Expression> = condition(asked, [counted, waited, aging]);

/** The same, and fast-check shows them as a merchant would write them. */
export const readable = <T extends object>(expressions: T): T =>
  Object.defineProperty(expressions, fc.toStringMethod, {
    value: () =>
      Object.entries(expressions)
        .map(([name, expression]) => `\n  ${name}: ${print(expression as Expression)}`)
        .join(""),
  });

/** A set of segments, each of which may ask for those before it. */
const setOf = (minLength: number, maxLength: number): fc.Arbitrary<Record<string, Expression>> =>
  fc.array(single, { minLength, maxLength, size: "max" }).chain((expressions) =>
    fc.array(fc.nat(), { minLength: expressions.length, maxLength: expressions.length }).map((links) =>
      Object.fromEntries(
        expressions.map((expression, index) => [
          `s${index}`,
          index && links[index]! % 4 === 0
            ? {
                is: links[index]! % 8 ? ("and" as const) : ("or" as const),
                parts: [{ is: "segment" as const, name: `s${links[index]! % index}` }, expression],
              }
            : expression,
        ]),
      ),
    ),
  );

export const few = setOf(1, 4);
/** So many that an event or a fact touches only some of them. */
export const many = setOf(1, 24);

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
