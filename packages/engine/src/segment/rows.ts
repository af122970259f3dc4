import type { ShopEvent } from "../event.ts";
import { round, tidy, type Value } from "./value.ts";

/** An event as queries look at it: each field is tidied once, however many ask. */
export interface Seen {
  _event: ShopEvent;
  /** Its items, or itself where it has none. */
  _rows: Row[];
}

/** A row of an event: one of its items over its own fields, or its own fields alone. */
export interface Row {
  _own: unknown;
  _event: ShopEvent;
  _known: Map<string, Value>;
}

const own = (from: unknown, name: string): Value =>
  from && typeof from === "object" && Object.hasOwn(from, name)
    ? tidy((from as Record<string, unknown>)[name])
    : undefined;

/** The rows of an event. */
export function see(event: ShopEvent): Seen {
  const { items } = event;
  return {
    _event: event,
    _rows: (Array.isArray(items) && items.length ? items : [event]).map((item) => ({
      _own: item,
      _event: event,
      _known: new Map(),
    })),
  };
}

function read(row: Row, name: string): Value {
  if (name === "items") return undefined;
  if (name !== "revenue") return own(row._own, name) ?? own(row._event, name);
  const price = field(row, "price");
  const quantity = field(row, "quantity");
  if (typeof price === "number") return tidy(round(price * (typeof quantity === "number" ? quantity : 1)));
}

/** The value of a field of a row; `revenue` is always price times quantity. */
export function field(row: Row, name: string): Value {
  let value = row._known.get(name);
  if (value === undefined && !row._known.has(name)) row._known.set(name, (value = read(row, name)));
  return value;
}

/**
 * The known values of a field in some rows of an event. What no item has is the event's own and counts once,
 * however many rows there are.
 */
export function fieldValues({ _rows }: Seen, rows: Row[], name: string): NonNullable<Value>[] {
  const perRow = name === "revenue" || _rows.some(({ _own }) => own(_own, name) !== undefined);
  return (perRow ? rows : rows.slice(0, 1))
    .map((row) => field(row, name))
    .filter((value) => value !== undefined);
}
