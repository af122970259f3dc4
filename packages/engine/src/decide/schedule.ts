import { expected } from "./expected.ts";

/** A moment as a shop writes it: with an offset of its own (`+01:00`, `Z`), or on the clock of who reads it. */
export interface Moment {
  /** Milliseconds since 1970; of a local moment, as if its text were UTC. */
  at: number;
  local: boolean;
}

/**
 * Reads a date with a time.
 *
 * @example parseMoment("2026-11-27T00:00") // { at: 1795737600000, local: true }
 */
export function parseMoment(text: string | undefined): Moment | undefined {
  if (!text) return undefined;
  const [form, offset] = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const at = Date.parse(offset ? text : `${text}Z`);
  if (!form || !at) throw expected("from/until", '"2026-11-27T00:00"', text);
  return { at, local: !offset };
}

/**
 * Whether a moment has come.
 *
 * @param timezoneOffset Minutes, of the visitor: a text without an offset is read on the visitor's clock.
 */
export const isPast = ({ at, local }: Moment, now: number, timezoneOffset: number): boolean =>
  now >= at + (local ? timezoneOffset * 6e4 : 0);
