import type { ShopEvent } from "../../src/event.ts";
import type { Asked, Clauses, Expression, Operand } from "./expression.ts";

/** Everything that an answer depends on. */
export interface World {
  now: number;
  visit: number;
  /** In the order in which they came. */
  events: ShopEvent[];
  segments: Record<string, Expression>;
  /** The value that a fact has at a moment. */
  fact(name: string, now: number): unknown;
  experiments: Record<string, string>;
  /** Field of an item or an event, by dimension. */
  dimensions: Record<string, string>;
  weights: Record<string, number>;
  halfLife: number;
}

/** A world at one moment, with what has been worked out about that moment already. */
interface Moment extends World {
  /** The events that have happened by now, the oldest first. */
  past: ShopEvent[];
  answers: Map<Asked, unknown>;
}

type Fields = Record<string, unknown>;

const fold = (text: string): string => text.normalize("NFC").toLowerCase().trim();
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function tidy(value: unknown): unknown {
  if (typeof value === "string") return fold(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return Array.isArray(value)
    ? value.map((member) => (Array.isArray(member) ? undefined : tidy(member)))
    : undefined;
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function compare(operator: string, a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return false;
  if (isList(a)) return operator === "contains" && !isList(b) && a.includes(b);
  if (isList(b) || typeof a !== typeof b) return false;
  if (operator === "=") return a === b;
  if (operator === "!=") return a !== b;
  if (typeof a === "boolean") return false;
  const [x, y] = [a as number, b as number];
  if (operator === "<") return x < y;
  if (operator === "<=") return x <= y;
  if (operator === ">") return x > y;
  if (operator === ">=") return x >= y;
  if (typeof a !== "string") return false;
  const [text, part] = [a, b as string];
  if (operator === "contains") return text.includes(part);
  return operator === "starts with" ? text.startsWith(part) : text.endsWith(part);
}

/** Evaluates an expression; `value` says what an operand is. */
function holds(expression: Expression, value: (operand: Operand) => unknown): boolean {
  switch (expression.is) {
    case "and":
      return expression.parts.every((part) => holds(part, value));
    case "or":
      return expression.parts.some((part) => holds(part, value));
    case "not":
      return !holds(expression.part, value);
    case "known":
      return value(expression.of) !== undefined;
    case "compare":
      return compare(expression.operator, value(expression.left), value(expression.right));
    case "in":
    case "not in": {
      const left = value(expression.left);
      const members = expression.list.map((literal) => tidy(literal.value));
      const equal = members.some((member) => compare("=", left, member));
      if (expression.is === "in") return equal;
      return !equal && members.some((member) => typeof member === typeof left);
    }
    default:
      return value(expression) === true;
  }
}

const known = (value: unknown): boolean => tidy(value) !== undefined;

const rowsSeen = new WeakMap<ShopEvent, Fields[]>();

/** Events are never changed, so that their rows are read only once. */
function rowsOf(event: ShopEvent): Fields[] {
  let rows = rowsSeen.get(event);
  if (!rows) rowsSeen.set(event, (rows = readRows(event)));
  return rows;
}

function readRows(event: ShopEvent): Fields[] {
  const items = Array.isArray(event.items) && event.items.length ? event.items : [{}];
  return items.map((item) => {
    const row: Fields = {};
    for (const [name, value] of Object.entries(event))
      if (name !== "items" && known(value)) row[name] = value;
    for (const [name, value] of Object.entries(item)) if (name !== "items" && known(value)) row[name] = value;
    delete row["revenue"];
    if (typeof row["price"] === "number") {
      row["revenue"] = round(row["price"] * (typeof row["quantity"] === "number" ? row["quantity"] : 1));
    }
    return row;
  });
}

const matchingRows = (event: ShopEvent, where: Expression | undefined): Fields[] =>
  rowsOf(event).filter(
    (row) =>
      !where ||
      holds(where, (operand) =>
        tidy(operand.is === "literal" ? operand.value : row[(operand as { name: string }).name]),
      ),
  );

function fieldValues(event: ShopEvent, rows: Fields[], field: string): unknown[] {
  const inItems = field === "revenue" || (event.items ?? []).some((item) => known(item[field]));
  if (inItems) return rows.map((row) => tidy(row[field])).filter((value) => value !== undefined);
  return rows.length && known(event[field]) ? [tidy(event[field])] : [];
}

const byTime = (events: ShopEvent[]): ShopEvent[] => [...events].sort((a, b) => a.ts - b.ts);

function candidates(world: Moment, { event, within, visit, after }: Clauses): ShopEvent[] {
  const bound = world.past.filter(({ name }) => name === after).at(-1)?.ts ?? -Infinity;
  return world.past.filter(
    ({ name, ts, visit: number }) =>
      name === event &&
      (within === undefined || ts > world.now - within) &&
      (!visit || number === world.visit) &&
      ts > bound,
  );
}

function sequence({ past }: Moment, steps: Clauses[]): boolean {
  const from = (index: number, before: number): boolean => {
    const step = steps[index];
    if (!step) return true;
    return past.some(
      (event) =>
        event.name === step.event &&
        event.ts > before &&
        event.ts - before <= (step.within ?? Infinity) &&
        matchingRows(event, step.where).length > 0 &&
        from(index + 1, event.ts),
    );
  };
  return from(0, -Infinity);
}

/** Every value's strength, the one that was seen last at the end; nothing where the evidence is too little. */
function strengths(world: Moment, dimension: string): [value: string, strength: number][] {
  const sums = new Map<string, number>();
  for (const event of world.past) {
    const weight = Object.hasOwn(world.weights, event.name) ? world.weights[event.name]! : 0;
    if (!weight) continue;
    const whole = event.name === "view_item_list" ? { ...event, items: [] } : event;
    const values = fieldValues(whole, rowsOf(whole), world.dimensions[dimension]!)
      .filter((value) => typeof value === "string" || typeof value === "number")
      .map((value) => fold(String(value)));
    for (const value of new Set(values)) {
      const now = weight * 2 ** (-(world.now - event.ts) / world.halfLife);
      sums.set(value, (sums.get(value) ?? 0) + now);
    }
    for (const value of values) {
      const sum = sums.get(value)!;
      sums.delete(value);
      sums.set(value, sum);
    }
  }
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  return round(total) < 3 ? [] : [...sums].map(([value, sum]) => [value, round(sum / total)]);
}

function workOut(world: Moment, asked: Asked): unknown {
  switch (asked.is) {
    case "fact":
      return tidy(world.fact(asked.name, world.now));
    case "field":
      throw new Error("a field outside of where");
    case "experiment":
      return tidy(world.experiments[asked.name]);
    case "segment":
      return holdsThen(world, world.segments[asked.name]!);
    case "sequence":
      return sequence(world, asked.steps);
    case "top": {
      let top: [string | undefined, number] = [undefined, 0];
      for (const [value, strength] of strengths(world, asked.dimension)) {
        if (strength >= top[1]) top = [value, strength];
      }
      return top[0];
    }
    case "affinity": {
      const all = strengths(world, asked.dimension);
      if (!all.length) return undefined;
      return all.find(([value]) => value === fold(asked.value))?.[1] ?? 0;
    }
    default:
  }
  const all = candidates(world, asked.of);
  const matching = all.filter((event) => matchingRows(event, asked.of.where).length);
  if (asked.is === "count") return matching.length;
  if (asked.is === "did") return matching.length > 0;
  if (asked.is === "share") return all.length ? round(matching.length / all.length) : undefined;
  if (asked.is === "since") return matching.length ? world.now - matching.at(-1)!.ts : undefined;
  const { field } = asked as { field: string };
  const perEvent = matching.map((event) => fieldValues(event, matchingRows(event, asked.of.where), field));
  const values = perEvent.flat(1);
  const numbers = values.filter((value) => typeof value === "number");
  const sum = round(numbers.reduce((a, b) => a + b, 0));
  const withValues = perEvent.filter((list) => list.length);
  switch (asked.is) {
    case "sum":
      return sum;
    case "avg":
      return numbers.length ? round(sum / numbers.length) : undefined;
    case "min":
      return numbers.length ? Math.min(...numbers) : undefined;
    case "max":
      return numbers.length ? Math.max(...numbers) : undefined;
    case "first":
      return withValues[0]?.[0];
    case "last":
      return withValues.at(-1)?.[0];
    case "distinct":
      return new Set(values.flat(1).filter((value) => value !== undefined)).size;
  }
}

/** However often an expression asks for the same, it is worked out once a moment. */
function ask(world: Moment, asked: Asked): unknown {
  if (!world.answers.has(asked)) world.answers.set(asked, workOut(world, asked));
  return world.answers.get(asked);
}

const holdsThen = (world: Moment, expression: Expression): boolean =>
  holds(expression, (operand) => (operand.is === "literal" ? tidy(operand.value) : ask(world, operand)));

/** Which of these expressions hold, each worked out from all events. */
export function holding(world: World, expressions: Expression[]): boolean[] {
  const past = byTime(world.events.filter(({ ts }) => ts <= world.now));
  const moment: Moment = { ...world, past, answers: new Map() };
  return expressions.map((expression) => holdsThen(moment, expression));
}

/** The names of the segments that hold, sorted. */
export function heldNow(world: World): string[] {
  const names = Object.keys(world.segments);
  const held = holding(world, Object.values(world.segments));
  return names.filter((_, index) => held[index]).sort();
}
