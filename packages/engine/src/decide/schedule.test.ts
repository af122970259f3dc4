import { expect, test } from "vitest";
import { isPast, parseMoment } from "./schedule.ts";

const BERLIN = -60;
const LOS_ANGELES = 480;
const utc = (text: string): number => Date.parse(`${text}Z`);

test.each([
  ["2026-11-27T00:00", BERLIN, "2026-11-26T22:59", false],
  ["2026-11-27T00:00", BERLIN, "2026-11-26T23:00", true],
  ["2026-11-27T00:00", LOS_ANGELES, "2026-11-27T07:59", false],
  ["2026-11-27T00:00", LOS_ANGELES, "2026-11-27T08:00", true],
  ["2026-11-27T00:00:30+01:00", LOS_ANGELES, "2026-11-26T23:00:29", false],
  ["2026-11-27T00:00:30+01:00", LOS_ANGELES, "2026-11-26T23:00:30", true],
  ["2026-11-27T00:00Z", BERLIN, "2026-11-26T23:59", false],
  ["2026-11-27T00:00Z", BERLIN, "2026-11-27T00:00", true],
])("%s, %i minutes from UTC, has come at %s UTC: %s", (text, offset, now, past) => {
  expect(isPast(parseMoment(text)!, utc(now), offset)).toBe(past);
});

test("no date is no moment", () => {
  expect(parseMoment(undefined)).toBeUndefined();
});

test.each(["2026-11-27", "27.11.2026 00:00", "2026-13-01T00:00", "2026-11-27 00:00", "tomorrow"])(
  "%j is an error that tells the mend",
  (text) => {
    expect(() => parseMoment(text)).toThrow(/^from\/until: expected "2026-11-27T00:00", got /);
  },
);
