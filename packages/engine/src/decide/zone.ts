/**
 * Turns what a clock on the wall shows (milliseconds since 1970, as if it showed UTC) into a moment in UTC; NaN where nobody
 * knows the clock.
 */
export type Zone = (wall: number) => number;

const DAY = 864e5;

/**
 * The clocks of a place, daylight saving included. A time that comes twice, when clocks are set back, is the first of the
 * two. One that never comes, when they are set forward, is told with the offset from before: 02:30 is 03:30. So RFC 5545
 * has it, https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5.
 *
 * @param name Of the IANA time zone database. It is looked up when it is first needed, for that takes milliseconds.
 * @example zoneOf("Europe/Berlin")(Date.parse("2026-11-27T00:00Z")) // 2026-11-26T23:00Z
 */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = createZone(name)));
  return zone;
}

/** Each is made once, for that takes milliseconds, and is the same for every engine. */
const zones = new Map<string, Zone>();

function createZone(name: string): Zone {
  let format: Intl.DateTimeFormat | undefined;
  const known = new Map<number, number>();
  /** How far the clocks are ahead of UTC at a moment, in milliseconds. */
  const offsetAt = (moment: number): number => {
    format ??= new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
    // "11/27/2026, GMT+01:00", and just "GMT" in London in winter.
    const [, sign, hours, minutes] = /GMT(.)(\d+):(\d+)/.exec(format.format(moment)) ?? ["", "", "0", "0"];
    return (+hours! * 60 + +minutes!) * (sign === "+" ? 6e4 : -6e4);
  };
  const momentOf = (wall: number): number => {
    const before = offsetAt(wall - DAY);
    const after = offsetAt(wall + DAY);
    const [early, late] = [wall - before, wall - after];
    return before === after || offsetAt(early) === before || offsetAt(late) !== after ? early : late;
  };
  return (wall) => {
    let moment = known.get(wall);
    if (moment === undefined) {
      try {
        moment = momentOf(wall);
      } catch {
        // There is no zone of this name.
        moment = NaN;
      }
      known.set(wall, moment);
    }
    return moment;
  };
}
