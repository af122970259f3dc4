import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readPlace, type LoadTimeZones } from "./place.ts";
import { placeOf } from "./time-zones.ts";

let zone = "Asia/Dubai";

beforeEach(() => {
  zone = "Asia/Dubai";
  vi.spyOn(Intl, "DateTimeFormat").mockImplementation(
    () => ({ resolvedOptions: () => ({ timeZone: zone }) }) as Intl.DateTimeFormat,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const load = vi.fn<LoadTimeZones>(async () => ({ placeOf }));
beforeEach(() => void load.mockClear());

const reader = (country?: string, loadTable: LoadTimeZones | undefined = load, wanted = true) => {
  const found = vi.fn();
  return { ...readers(readPlace({ country, load: loadTable, wanted: () => wanted, found })), found };
};
const readers = (place: ReturnType<typeof readPlace>) => ({
  place,
  facts: place.facts,
  /** Asks for a fact and, when the table has come, again. */
  async learn(name: string): Promise<unknown> {
    void place.facts[name];
    await place.loading;
    return place.facts[name];
  },
});

test("the time zone tells the country, when the table has come", async () => {
  const { facts, learn, found } = reader();
  expect(facts["geo.country"]).toBeUndefined();
  expect(facts["geo.source"]).toBeUndefined();
  expect(await learn("geo.country")).toBe("AE");
  expect(found).toHaveBeenCalledOnce();
  expect(facts).toMatchObject({
    "geo.source": "timezone",
    "geo.timezone": "Asia/Dubai",
    "geo.hemisphere": "northern",
  });
  expect(load).toHaveBeenCalledOnce();
});

test("what the page declares wins and needs no table", () => {
  const { facts } = reader("de");
  expect(facts).toMatchObject({
    "geo.country": "DE",
    "geo.source": "page",
    "geo.timezone": "Asia/Dubai",
  });
  expect(load).not.toHaveBeenCalled();
});

test("the seasons are those of the declared country", async () => {
  vi.setSystemTime(new Date(2026, 6, 1));
  expect(await reader("AU").learn("geo.season")).toBe("winter");
});

test("a zone of no country leaves all unknown and is asked once", async () => {
  zone = "UTC";
  const { facts, learn } = reader();
  for (const name of ["geo.country", "geo.source", "geo.hemisphere", "geo.season"])
    expect(await learn(name)).toBeUndefined();
  expect(facts["geo.timezone"]).toBe("UTC");
  expect(load).toHaveBeenCalledOnce();
});

test("a table that does not come leaves all unknown, throws nothing and is not asked for again", async () => {
  const failing = vi.fn<LoadTimeZones>(() => Promise.reject(new Error("404")));
  const { learn, found } = reader(undefined, failing);
  expect(await learn("geo.country")).toBeUndefined();
  expect(await learn("geo.season")).toBeUndefined();
  expect(failing).toHaveBeenCalledOnce();
  expect(found).not.toHaveBeenCalled();
});

test("nothing is loaded where it is not wanted, or there is nothing to load", async () => {
  expect(await reader(undefined, load, false).learn("geo.country")).toBeUndefined();
  expect(load).not.toHaveBeenCalled();
  expect(
    await readers(readPlace({ load: undefined, wanted: () => true, found() {} })).learn("geo.country"),
  ).toBe(undefined);
});

test("what one page has learnt the next one knows without the table, while the zone is the same", async () => {
  const first = reader();
  await first.learn("geo.country");
  const saved: unknown = JSON.parse(JSON.stringify(first.place.save()));
  load.mockClear();

  const second = reader();
  second.place.restore(saved);
  expect(second.facts).toMatchObject({ "geo.country": "AE", "geo.hemisphere": "northern" });
  expect(load).not.toHaveBeenCalled();

  zone = "Europe/Berlin";
  const third = reader();
  third.place.restore(saved);
  expect(third.facts["geo.country"]).toBeUndefined();
  expect(await third.learn("geo.country")).toBe("DE");
  third.place.restore(saved);
  expect(third.facts["geo.country"]).toBe("DE");
});

test("what was learnt under another declaration is not taken for this one", async () => {
  const first = reader("AU");
  await first.learn("geo.hemisphere");
  const second = reader("DE");
  second.place.restore(first.place.save());
  expect(await second.learn("geo.hemisphere")).toBe("northern");
});

test.for([undefined, null, 7, "text", [], {}, ["Asia/Dubai undefined", null]])(
  "%j in the storage is as nothing",
  async (saved) => {
    const { place, learn } = reader();
    place.restore(saved);
    expect(await learn("geo.country")).toBe("AE");
  },
);

test.for([
  ["Asia/Dubai", [2026, 10, 30, 23, 59, 59, 999], "autumn"],
  ["Asia/Dubai", [2026, 11, 1], "winter"],
  ["Asia/Dubai", [2027, 1, 28, 23, 59, 59, 999], "winter"],
  ["Asia/Dubai", [2027, 2, 1], "spring"],
  ["Asia/Dubai", [2027, 5, 1], "summer"],
  ["Pacific/Auckland", [2026, 10, 30, 23, 59, 59, 999], "spring"],
  ["Pacific/Auckland", [2026, 11, 1], "summer"],
  ["Pacific/Auckland", [2027, 5, 1], "winter"],
  ["Asia/Singapore", [2026, 11, 1], undefined],
] as const)("in %s at %j local time it is %s", async ([where, [year, month, day, ...time], season]) => {
  zone = where;
  vi.stubEnv("TZ", where);
  vi.setSystemTime(new Date(year, month, day, ...time));
  expect(await reader().learn("geo.season")).toBe(season);
});
