import { expected } from "./expected.ts";
import type { Zone } from "./zone.ts";

/** A moment as a shop writes it: with an offset of its own (`+01:00`, `Z`), or without: on the shop's clock. */
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
 * When it is, in milliseconds since 1970 (UTC); NaN in a zone that nobody knows.
 *
 * @param timezoneOffset Minutes, of the visitor: on their clock a text without an offset is read where the shop has no zone.
 */
export const momentAt = ({ at, local }: Moment, timezoneOffset: number, zone?: Zone): number =>
  local ? (zone ? zone(at) : at + timezoneOffset * 6e4) : at;

/** The next moment at which one of these begins or ends; `Infinity` where none does. */
export function nextMoment(
  experiences: readonly { from?: Moment | undefined; until?: Moment | undefined }[],
  { now, timezoneOffset }: { now: number; timezoneOffset: number },
  zone?: Zone,
): number {
  let next = Infinity;
  for (const { from, until } of experiences)
    for (const moment of [from, until]) {
      const at = moment ? momentAt(moment, timezoneOffset, zone) : 0;
      if (at > now && at < next) next = at;
    }
  return next;
}
