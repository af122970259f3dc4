export type LiteralValue = string | number | boolean;

/** An expression, parsed: what is compiled, and what can be printed or explained. */
export type Node =
  | [kind: "and" | "or", parts: Node[]]
  | [kind: "not", part: Node]
  | [kind: "known", part: Operand]
  | Comparison
  | Operand;

/** The operator is a sign, or its first word; `not` is `not in`. */
export type Comparison = [kind: "compare", operator: string, left: Operand, right: Operand];

export type Operand = Literal | Name | [kind: "query", query: Query];

/** A list only right of `in` and `not in`. */
export type Literal = [kind: "value", value: LiteralValue | LiteralValue[]];

/** A fact; inside `where` a field of the row. */
export type Name = [kind: "name", name: string];

/** Something that is asked of the history, of another segment or of an experiment. */
export interface Query {
  /** `count`, `did`, `sequence`, `segment`, `top` … */
  query: string;
  /** As it is written, but for spaces and comments: what two segments ask alike is kept once. */
  text: string;
  /** The events that it looks at; more than one are the steps of a sequence. */
  steps: Step[];
  /** The name of a segment, an experiment or a dimension. */
  of: string | undefined;
  /** The value that an `affinity` asks for. */
  to: string | undefined;
}

export interface Step {
  event: string;
  field: string | undefined;
  where: Node;
  /** Milliseconds, `Infinity` without limit. */
  within: number;
  /** Only in the current visit. */
  visit?: boolean;
  /** Only later than the newest event of this name. */
  after?: string | undefined;
}
