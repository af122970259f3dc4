import type { ShopEvent } from "@shopkeeper/engine";
import type { Folding } from "./journal.ts";
import { isStoredEvent, type Aggregates, type Row } from "./row.ts";

const DAY = 864e5;

/** Whether an event has had its days. */
export const isOld = (ts: number, { days = 390 }: Retention): boolean => Date.now() - ts > days * DAY;

/** Purchases live so much longer; milliseconds. */
const LONGER = 365 * DAY;

export interface Retention {
  /** @default 390 */
  days?: number | undefined;
  /** @default 20000 */
  events?: number | undefined;
  /** How many characters of JSON the events may take, in bytes as most texts are written. @default 10000000 */
  bytes?: number | undefined;
}

export interface Choice {
  /** The first rows that are not in the aggregates yet. */
  rows: Row[];
  /** Those that stayed though they are in them. */
  lasting: Row[];
  aggregates: Aggregates | undefined;
  /** How many rows are too many. */
  surplus: number;
  /** The key of a row that is to stay, with all that come after it. */
  until: number;
  now: number;
  days?: number | undefined;
}

/**
 * Which rows go, by age and by number: always the oldest, so that what remains comes after what was folded. A purchase
 * is folded in its turn too, and stays to be looked at for another year, unless nothing else is left to make room.
 */
export function chooseOldest(
  { rows, lasting, aggregates, surplus, until, now, days = 390 }: Choice,
  fold: (events: ShopEvent[], folded?: unknown) => unknown,
): Folding | undefined {
  // What is of no shape that we know has no time either.
  const age = (row: Row): number => (isStoredEvent(row) ? now - row.event.ts : Infinity);
  const isOver = (row: Row): boolean => age(row) > days * DAY + LONGER;
  const keys: number[] = [];
  const folded: Row[] = [];
  for (const row of rows) {
    if (row.key >= until || (surplus <= keys.length && age(row) <= days * DAY)) break;
    folded.push(row);
    if (row.event?.name !== "purchase" || isOver(row)) keys.push(row.key);
  }
  const isFull = surplus > keys.length && !folded[0];
  for (const row of lasting) if (isOver(row) || (isFull && surplus > keys.length)) keys.push(row.key);
  if (!folded[0] && !keys[0]) return undefined;
  return {
    aggregates: folded[0]
      ? {
          upTo: folded.at(-1)!.key,
          state: fold(
            folded.filter(isStoredEvent).map(({ event }) => event),
            aggregates?.state,
          ),
        }
      : aggregates!,
    keys,
  };
}
