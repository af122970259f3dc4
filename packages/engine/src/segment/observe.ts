import type { ShopEvent } from "../event.ts";
import type { Affinity, Strength } from "./affinity.ts";
import { compile, type Run } from "./compile.ts";
import { KINDS, NUMBER, type Entry } from "./kinds.ts";
import type { Query, Step } from "./node.ts";
import { field, fieldValues, rowsOf, type Row } from "./rows.ts";
import { fold } from "./value.ts";

/** What a query keeps of an event, `undefined` where the event does not matter to it. */
export type Observe = (event: ShopEvent) => Entry | undefined;

/** The rows of an event that a step asks for. */
function matching({ event, where }: Step): (seen: ShopEvent) => Row[] {
  const test = compile(where);
  return (seen) =>
    seen.name === event
      ? rowsOf(seen).filter((row) => test({ fact: (name) => field(seen, row, name) } as Run) === true)
      : [];
}

/** How strong the values of a dimension are in an event: each counts once. */
function strengthsIn(event: ShopEvent, of: string, { dimensions, weights }: Affinity): Strength[] {
  const weight = weights[event.name]!;
  // Of a list only what it says about itself: its items are what the shop shows, not what the visitor chose.
  const whole = event.name === "view_item_list" ? { ...event, items: [] } : event;
  const values = fieldValues(whole, rowsOf(whole), dimensions[of]!)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map((value) => fold(`${value}`));
  // The last of equal ones stays, for the value that was seen last wins over its equals.
  return values
    .filter((value, index) => weight && !values.includes(value, index + 1))
    .map((value) => [value, weight, event.ts]);
}

/** Makes the function that looks at events for a query. */
export function observer(
  query: Query,
  affinity: Affinity,
  add: (entries: Entry[]) => Entry | undefined,
): Observe {
  const { query: kind, steps, of } = query;
  const [step] = steps;
  const matches = steps.map(matching);
  return (event) => {
    const { name, ts, visit } = event;
    if (!step) {
      const strengths = strengthsIn(event, of!, affinity);
      return strengths[0] && [ts, 0, strengths];
    }
    if (kind === "sequence") {
      const met = steps.flatMap((_, index) => (matches[index]!(event)[0] ? index : []));
      return met[0] === undefined ? undefined : [ts, 0, met];
    }
    if (name !== step.event) return undefined;
    const rows = matches[0]!(event);
    let values: unknown[] = rows.length || kind === "share" ? [+!!rows.length] : [];
    if (step.field) values = fieldValues(event, rows, step.field);
    if (KINDS[kind]![2] === NUMBER) values = values.filter((value) => typeof value === "number");
    // Of an event the first row that has a value, for `first` and `last` alike.
    if (kind === "last") values.splice(1);
    return add(values.map((value) => [ts, step.visit ? visit : 0, value, 1]));
  };
}
