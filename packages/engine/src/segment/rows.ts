import type { ShopEvent } from "../event.ts";
import { round, tidy, type Value } from "./value.ts";

/** A row of an event: one of its items over its own fields, or its own fields alone. */
export type Row = unknown;

const own = (from: unknown, name: string): Value =>
  from && typeof from === "object" && Object.hasOwn(from, name)
    ? tidy((from as Record<string, unknown>)[name])
    : undefined;

/** The rows of an event: its items, or itself where it has none. */
export const rowsOf = (event: ShopEvent): Row[] =>
  Array.isArray(event.items) && event.items.length ? event.items : [event];

/** The value of a field of a row; `revenue` is always price times quantity. */
export function field(event: ShopEvent, row: Row, name: string): Value {
  if (name === "items") return undefined;
  if (name !== "revenue") return own(row, name) ?? own(event, name);
  const price = field(event, row, "price");
  const quantity = field(event, row, "quantity");
  if (typeof price === "number") return tidy(round(price * (typeof quantity === "number" ? quantity : 1)));
}

/**
 * The known values of a field in some rows of an event. What no item has is the event's own and counts once,
 * however many rows there are.
 */
export function fieldValues(event: ShopEvent, rows: Row[], name: string): NonNullable<Value>[] {
  const perRow = name === "revenue" || rowsOf(event).some((row) => own(row, name) !== undefined);
  return (perRow ? rows : rows.slice(0, 1).map(() => event))
    .map((row) => field(event, row, name))
    .filter((value) => value !== undefined);
}
