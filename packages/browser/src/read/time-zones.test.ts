import { expect, test } from "vitest";
import { placeOf } from "./time-zones.ts";

const northern = "winter winter spring spring spring summer summer summer autumn autumn autumn winter".split(
  " ",
);
const southern = "summer summer autumn autumn autumn winter winter winter spring spring spring summer".split(
  " ",
);

test("a zone tells country, hemisphere and seasons", () => {
  expect(placeOf("Asia/Dubai")).toEqual({ country: "AE", hemisphere: "northern", seasons: northern });
  expect(placeOf("Australia/Sydney")).toEqual({ country: "AU", hemisphere: "southern", seasons: southern });
});

test("within ten degrees of the equator there are no seasons", () => {
  expect(placeOf("Asia/Singapore")).toEqual({ country: "SG", hemisphere: "northern" });
  expect(placeOf("Africa/Nairobi")).toEqual({ country: "KE", hemisphere: "southern" });
});

test.for([
  ["Asia/Calcutta", "IN"],
  ["Europe/Kiev", "UA"],
  ["Asia/Katmandu", "NP"],
  ["Asia/Saigon", "VN"],
  ["US/Pacific", "US"],
  // The tz database links these to zones of other countries.
  ["Africa/Asmera", "ER"],
  ["America/Coral_Harbour", "CA"],
  ["Pacific/Truk", "FM"],
  ["Iceland", "IS"],
] as const)("the old name %s is in %s", ([zone, country]) => {
  expect(placeOf(zone).country).toBe(country);
});

test.for(["UTC", "Etc/GMT+3", "EST5EDT", "", "N", "AE", "toString"])("%j is nowhere", (zone) => {
  expect(placeOf(zone)).toEqual({});
});

test("where a country is declared it tells hemisphere and seasons, not the zone", () => {
  expect(placeOf("Europe/Berlin", "AU")).toMatchObject({ hemisphere: "southern", seasons: southern });
  expect(placeOf("UTC", "DE")).toMatchObject({ hemisphere: "northern", seasons: northern });
  expect(placeOf("Europe/Berlin", "XX")).not.toHaveProperty("hemisphere", expect.any(String));
});

test("a country on both sides of the equator is as the visitor's zone is, and else unknown", () => {
  expect(placeOf("America/Sao_Paulo", "BR")).toMatchObject({ hemisphere: "southern", seasons: southern });
  expect(placeOf("America/Boa_Vista", "BR")).toEqual({ country: "BR", hemisphere: "northern" });
  expect(placeOf("Europe/Berlin", "BR")).toEqual({ country: "DE" });
});

test("a country whose zones agree in the hemisphere alone has no seasons from elsewhere", () => {
  // Kinshasa is at 4 degrees south, Lubumbashi at 11.
  expect(placeOf("Europe/Paris", "CD")).toEqual({ country: "FR", hemisphere: "southern" });
});
