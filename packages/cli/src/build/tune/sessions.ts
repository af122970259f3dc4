import type { DuckDBConnection } from "@duckdb/node-api";
import type { Period } from "../run-steps.ts";
import { PAUSE, SESSION_CAP } from "../settings.ts";

/** Visits, oldest first by their end: those before `heldOut` are counted, the others are asked. */
export interface Sessions {
  /** Products have the numbers 0 and up. */
  products: number;
  items: Int32Array;
  /** Where each visit begins in `items`; one more, where the last ends. */
  starts: Int32Array;
  /** How old each visit was at the end, as a part of the whole time. */
  age: Float64Array;
  /** The first visit that is asked. */
  heldOut: number;
}

/** Of the visits, so many are asked: the last ones, as those that a model will meet come after it. */
const HELD_OUT = 0.08;

/** More events tell the tuner nothing new; they only take time. */
const EVENTS = 1_000_000;

/** @param visits The items of each visit, with when it ended, in any order. */
export function sessionsOf(visits: { items: number[]; end: number }[], { first, last }: Period): Sessions {
  const sorted = visits
    .map((visit, index) => ({ ...visit, index }))
    .sort((a, b) => a.end - b.end || a.index - b.index);
  const length = sorted.reduce((sum, { items }) => sum + items.length, 0);
  const items = new Int32Array(length);
  const starts = new Int32Array(sorted.length + 1);
  const age = new Float64Array(sorted.length);
  let products = 0;
  let at = 0;
  for (const [index, visit] of sorted.entries()) {
    items.set(visit.items, at);
    at += visit.items.length;
    starts[index + 1] = at;
    age[index] = (last - visit.end) / Math.max(1, last - first);
    for (const item of visit.items) products = Math.max(products, item + 1);
  }
  return { products, items, starts, age, heldOut: Math.floor(sorted.length * (1 - HELD_OUT)) };
}

/** Visits as in the step `sequence`, but with what was looked at twice in a row: that is asked for too. */
const VISITS = `SELECT items, ends FROM (
  SELECT list(item ORDER BY ts, seq) AS items, max(ts) AS ends, count(*) AS length
  FROM (
    SELECT *, sum(is_start) OVER (PARTITION BY visitor, session ORDER BY ts, seq ROWS UNBOUNDED PRECEDING) AS visit
    FROM (
      SELECT *, CASE WHEN session = 0
          AND ts - lag(ts) OVER (PARTITION BY visitor, session ORDER BY ts, seq) > ${PAUSE} THEN 1 ELSE 0 END AS is_start
      FROM events WHERE kind = 1
    )
  )
  GROUP BY visitor, session, visit HAVING length BETWEEN 2 AND ${SESSION_CAP}
) QUALIFY sum(length) OVER (ORDER BY ends DESC, items ROWS UNBOUNDED PRECEDING) <= ${EVENTS}
ORDER BY ends, items`;

/** The last visits in the table `events`, but for those of one view, which tell nothing, and those of machines. */
export async function readSessions(connection: DuckDBConnection, period: Period): Promise<Sessions> {
  const visits: { items: number[]; end: number }[] = [];
  for await (const rows of (await connection.stream(VISITS)).yieldRowsJs())
    for (const [items, end] of rows) visits.push({ items: items as number[], end: Number(end) });
  return sessionsOf(visits, period);
}
