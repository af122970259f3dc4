import * as fc from "fast-check";
import { expect, test } from "vitest";
import { zoneOf } from "./zone.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);

test.each([
  ["Europe/Berlin", "in winter", "2026-11-27T00:00", "2026-11-26T23:00"],
  ["Europe/Berlin", "in summer", "2026-07-01T00:00", "2026-06-30T22:00"],
  ["Europe/Berlin", "just before clocks go forward", "2026-03-29T01:59", "2026-03-29T00:59"],
  ["Europe/Berlin", "in the hour that is left out", "2026-03-29T02:30", "2026-03-29T01:30"],
  ["Europe/Berlin", "just after", "2026-03-29T03:00", "2026-03-29T01:00"],
  ["Europe/Berlin", "just before the hour that comes twice", "2026-10-25T01:59", "2026-10-24T23:59"],
  ["Europe/Berlin", "in the hour that comes twice: the first", "2026-10-25T02:30", "2026-10-25T00:30"],
  ["Europe/Berlin", "just after it", "2026-10-25T03:00", "2026-10-25T02:00"],
  ["America/New_York", "on Black Friday", "2026-11-27T00:00", "2026-11-27T05:00"],
  ["America/New_York", "in the hour that is left out", "2026-03-08T02:30", "2026-03-08T07:30"],
  ["America/New_York", "in the hour that comes twice: the first", "2026-11-01T01:30", "2026-11-01T05:30"],
  ["Europe/London", "in winter, when it is UTC", "2026-12-24T18:00", "2026-12-24T18:00"],
  ["Australia/Lord_Howe", "where clocks move by half an hour", "2026-10-04T02:15", "2026-10-03T15:45"],
  ["Asia/Kolkata", "half an hour from the others", "2026-11-27T00:00", "2026-11-26T18:30"],
  ["Pacific/Apia", "across the date line", "2026-11-27T00:00", "2026-11-26T11:00"],
  ["America/St_Johns", "behind by three hours and a half", "2026-11-27T00:00", "2026-11-27T03:30"],
  ["UTC", "always", "2026-11-27T00:00", "2026-11-27T00:00"],
])("%s, %s: %s is %s UTC", (zone, _when, wall, moment) => {
  expect(new Date(zoneOf(zone)(utc(wall))).toISOString()).toBe(new Date(utc(moment)).toISOString());
});

test("a zone that nobody knows has no moments", () => {
  expect(zoneOf("Europe/Berlinn")(0)).toBeNaN();
  expect(zoneOf(3 as never)(0)).toBeNaN();
});

/** What the clocks of a place show at a moment, field by field. */
function wallOf(zone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (moment) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, +value]));
    return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour, parts.minute);
  };
}

/** Looks at every quarter of an hour around: the first that shows it, else what it is with the offset of the day before. */
function naive(zone: string, wall: number): number {
  const shows = wallOf(zone);
  for (let moment = wall - 16 * 36e5; moment <= wall + 16 * 36e5; moment += 9e5)
    if (shows(moment) === wall) return moment;
  const before = wall - 864e5;
  return wall - (shows(before) - before);
}

test("any time of any year is what a search of the clock finds", () => {
  const zones = ["Europe/Berlin", "America/Los_Angeles", "Australia/Lord_Howe", "Africa/Casablanca"];
  const quarter = fc.integer({ min: 0, max: 50 * 365 * 96 }).map((count) => count * 9e5);
  // Close to where the clocks of some place are set.
  const turns = ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-10-04", "2026-04-05"];
  const near = fc
    .tuple(fc.constantFrom(...turns), fc.integer({ min: -8, max: 24 }))
    .map(([day, count]) => utc(`${day}T00:00`) + count * 9e5);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.oneof(quarter, near, near), (zone, wall) => {
      expect(zoneOf(zone)(wall)).toBe(naive(zone, wall));
    }),
    { numRuns: 150 },
  );
});
