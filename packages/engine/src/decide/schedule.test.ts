import { expect, test } from "vitest";
import { momentAt, nextMoment, parseMoment } from "./schedule.ts";
import { zoneOf } from "./zone.ts";

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
  expect(utc(now) >= momentAt(parseMoment(text)!, offset)).toBe(past);
});

test("in the zone of the shop, the visitor's own clock does not matter", () => {
  const berlin = zoneOf("Europe/Berlin");
  for (const offset of [BERLIN, LOS_ANGELES])
    expect(momentAt(parseMoment("2026-11-27T00:00")!, offset, berlin)).toBe(utc("2026-11-26T23:00"));
});

test("an offset that is written counts more than the zone of the shop", () => {
  expect(momentAt(parseMoment("2026-11-27T00:00Z")!, 0, zoneOf("Europe/Berlin"))).toBe(
    utc("2026-11-27T00:00"),
  );
});

test("the next moment is the nearest that has not come", () => {
  const moments = ["2026-11-27T00:00", "2026-11-26T00:00", "2026-11-30T00:00Z"].map(parseMoment);
  const experiences = [{ from: moments[0], until: moments[2] }, { from: moments[1] }, {}];
  const at = (now: string) => nextMoment(experiences, { now: utc(now), timezoneOffset: BERLIN });
  expect(at("2026-11-26T12:00")).toBe(utc("2026-11-26T23:00"));
  expect(at("2026-11-26T23:00")).toBe(utc("2026-11-30T00:00"));
  expect(at("2026-11-30T00:00")).toBe(Infinity);
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
