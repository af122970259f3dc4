import type { Context } from "../engine.ts";

const MINUTE = 6e4;
const HOUR = 36e5;

/** Now on the visitor's own clock, as milliseconds since 1970, as if that clock showed UTC. */
export const localTime = ({ now, timezoneOffset }: Context): number => now - timezoneOffset * MINUTE;

/**
 * The next full hour of the visitor's own clock (a moment in UTC). Summer time begins and ends at one, so that up to
 * there the distance of that clock to UTC can be relied on, and not up to midnight.
 */
export const nextHour = (context: Context): number =>
  Math.floor(localTime(context) / HOUR + 1) * HOUR + context.timezoneOffset * MINUTE;
