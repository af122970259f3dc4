const QUARTER = 900_000;

/**
 * Makes a function that tells the day of a moment in a time zone.
 *
 * @throws Where there is no such time zone.
 * @example dayOf("Asia/Tokyo")(Date.UTC(2026, 10, 27, 20)) // "2026-11-28"
 */
export function dayOf(timeZone: string): (ts: number) => string {
  // Swedish dates are as ISO 8601 has them.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  // Offsets of today's zones are whole quarters of an hour, and asking is slow.
  const days = new Map<number, string>();
  return (ts) => {
    const quarter = Math.floor(ts / QUARTER);
    let day = days.get(quarter);
    if (day === undefined) days.set(quarter, (day = format.format(quarter * QUARTER)));
    return day;
  };
}
