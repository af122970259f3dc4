import type { Row } from "./row.ts";

const DAY = 864e5;

export interface Retention {
  /** @default 390 */
  days?: number | undefined;
  /** @default 20000 */
  events?: number | undefined;
}

/**
 * The keys of the rows that have had their time, by age and, of `count` in all, by number. Purchases
 * live a year longer, and are not the ones to make room.
 */
export function expired(
  rows: Row[],
  { days = 390, events = 20_000 }: Retention,
  count: number,
  now: number,
): number[] {
  let surplus = count - events;
  return rows
    .filter(({ event: { name, ts } }) => {
      const lasting = name === "purchase";
      const old = now - ts > (lasting ? days + 365 : days) * DAY;
      const goes = old || (!lasting && surplus > 0);
      if (goes) surplus--;
      return goes;
    })
    .map(({ key }) => key);
}
