import type { Affinity } from "./affinity.ts";
import { compile } from "./compile.ts";
import type { Entry } from "./entry.ts";
import { KINDS, NUMBER } from "./kinds.ts";
import type { Node, Query, Step } from "./node.ts";
import { field, fieldValues, see, type Row, type Seen } from "./rows.ts";
import type { Fold } from "./folds.ts";
import { fold, tidy, type Value } from "./value.ts";

/** What a query keeps of an event, `undefined` where the event does not matter to it. */
export type Observe = (seen: Seen) => Entry | undefined;

/** The rows of an event that a step asks for. */
function matching({ event, where }: Step): (seen: Seen) => Row[] {
  const test = compile<Row>(where, { _name: (name) => (row) => field(row, name) });
  const all = where[0] === "value" && where[1] === true;
  return ({ _event, _rows }) =>
    _event.name === event ? (all ? _rows : _rows.filter((row) => test(row) === true)) : [];
}

/** A value that a field has to have, of all that a condition asks for, so that it need not be tried on other events. */
export function mustBe(where: Node): [field: string, value: Value] | undefined {
  const parts = where[0] === "and" ? where[1] : [where];
  for (const [kind, operator, left, right] of parts) {
    if (kind === "compare" && operator === "=" && left![0] === "name" && right![0] === "value")
      return [left![1], tidy(right![1])];
  }
  return undefined;
}

/** How strong the values of a dimension are in an event: each counts once. */
function strengthsIn(seen: Seen, of: string, { dimensions, weights }: Affinity): Entry | undefined {
  const { _event: event } = seen;
  const weight = weights[event.name];
  if (!weight) return undefined;
  // Of a list only what it says about itself: its items are what the shop shows, not what the visitor chose.
  const whole = event.name === "view_item_list" ? see({ ...event, items: [] }) : seen;
  const values = fieldValues(whole, whole._rows, dimensions[of]!)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map((value) => fold(`${value}`));
  // The last of equal ones stays, for the value that was seen last wins over its equals.
  const each = [...new Set(values.reverse())].reverse();
  return each[0] === undefined ? undefined : [event.ts, event.visit, each, weight];
}

/** Makes the function that looks at events for a query. */
export function observer(query: Query, affinity: Affinity): Observe {
  const { query: kind, steps, of } = query;
  const [step] = steps;
  if (!step) return (seen) => strengthsIn(seen, of!, affinity);
  const matches = steps.map(matching);
  const [fold, , shape] = KINDS[kind]!;
  return (seen) => {
    const { name, ts, visit } = seen._event;
    if (steps[1]) {
      const met = steps.flatMap((_, index) => (matches[index]!(seen)[0] ? index : []));
      return met[0] === undefined ? undefined : [ts, 0, met];
    }
    if (name !== step.event) return undefined;
    const rows = matches[0]!(seen);
    let values: Value[] = rows[0] ? [1] : kind === "share" ? [0] : [];
    if (step.field) values = fieldValues(seen, rows, step.field);
    if (shape === NUMBER) values = values.filter((value) => typeof value === "number");
    if (values[0] !== undefined) return [ts, step.visit ? visit : 0, ...(fold as Fold)._of!(values)];
  };
}
