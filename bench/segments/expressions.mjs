// Makers of expressions, in the form that the naive evaluator of the engine's tests reads; `print` gives their text.

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const literal = (value) => {
  if (value !== null && typeof value === "object") return value;
  return { is: "literal", text: typeof value === "string" ? JSON.stringify(value) : `${value}`, value };
};

const units = { d: day, h: hour, m: minute, s: second };

function durationText(milliseconds) {
  const [unit, length] = Object.entries(units).find(([, length]) => milliseconds % length === 0);
  return `${milliseconds / length}${unit}`;
}

/** @example print(duration(90 * day)) // "90d" */
export const duration = (value) => ({ is: "literal", text: durationText(value), value });

/** @example print(percent(40)) // "40%" */
export const percent = (value) => ({ is: "literal", text: `${value}%`, value: Number(`${value}e-2`) });

const joined = (is, parts) => ({ is, parts: parts.flatMap((part) => (part.is === is ? part.parts : part)) });
export const and = (...parts) => joined("and", parts);
export const or = (...parts) => joined("or", parts);
export const not = (part) => ({ is: "not", part });
export const known = (of) => ({ is: "known", of });
export const fact = (name) => ({ is: "fact", name });
export const field = (name) => ({ is: "field", name });
export const segment = (name) => ({ is: "segment", name });
export const compare = (left, operator, right) => ({ is: "compare", operator, left, right: literal(right) });
export const among = (left, values) => ({ is: "in", left, list: values.map(literal) });
export const notAmong = (left, values) => ({ is: "not in", left, list: values.map(literal) });

/** `did`, `count`, `since` and `share`. @example query("count", "view_item", { within: 30 * day }) */
export const query = (is, event, clauses) => ({ is, of: { event, ...clauses } });

/** `sum`, `avg`, `min`, `max`, `distinct`, `first` and `last`. */
export const ofField = (is, event, name, clauses) => ({ is, of: { event, ...clauses }, field: name });
export const sequence = (...steps) => ({ is: "sequence", steps });
export const top = (dimension) => ({ is: "top", dimension });
export const affinity = (dimension, value) => ({ is: "affinity", dimension, value });

function clauses({ event, where, within, visit, after }, name = "") {
  return [
    event + (name && `.${name}`),
    where && `where ${print(where)}`,
    within && `within ${durationText(within)}`,
    visit && "in visit",
    after && `after ${after}`,
  ]
    .filter(Boolean)
    .join(" ");
}

const grouped = (part) => (part.parts ? `(${print(part)})` : print(part));

/** The text of an expression, as a merchant would write it. */
export function print(expression) {
  switch (expression.is) {
    case "and":
    case "or":
      return expression.parts.map(grouped).join(` ${expression.is} `);
    case "not":
      return `not ${grouped(expression.part)}`;
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
    case "segment":
      return `segment("${expression.name}")`;
    case "sequence":
      return `sequence(${expression.steps.map((step) => clauses(step)).join(", ")})`;
    case "top":
      return `top(${expression.dimension})`;
    case "affinity":
      return `affinity(${expression.dimension}, ${JSON.stringify(expression.value)})`;
    default:
      return `${expression.is}(${clauses(expression.of, expression.field)})`;
  }
}

/** Every query that is asked in an expression, by its text. */
export function queriesOf(expression) {
  if (expression.is === "segment" || expression.is === "fact") return [];
  if (expression.of?.event || expression.steps || expression.dimension) return [print(expression)];
  const parts = [expression.parts, expression.part, expression.of, expression.left, expression.right];
  return parts.flat().flatMap((part) => (part ? queriesOf(part) : []));
}
