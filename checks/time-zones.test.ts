import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { placeOf } from "../packages/browser/src/read/time-zones.ts";
import { makeTimeZones, sources, table } from "../scripts/make-time-zones.mjs";

const text = readFileSync(table, "utf8");
const madeFrom = /from (tzdata .+ and CLDR [\d.]+):/.exec(text)?.[1];

test("the table of time zones tells what it was made from", () => {
  expect(madeFrom).toBeTruthy();
});

test.runIf(sources() === madeFrom)(`the table of time zones is what the script makes of ${madeFrom}`, () => {
  expect(makeTimeZones()).toBe(text);
});

/** Names of an offset, not of a place: no country belongs to them. */
const placeless = /^(Etc\/.*|UTC|GMT|CET|MET|EET|WET|[A-Z]ST|[A-Z]ST\d[A-Z]DT)$/;

test("every time zone that Node knows has a country, but for those that are no place", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  expect(zones.length).toBeGreaterThan(400);
  expect(zones.filter((zone) => !placeOf(zone).country && !placeless.test(zone))).toEqual([]);
});
