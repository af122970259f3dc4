// node scripts/make-time-zones.mjs: writes the table of time zones anew, from the tzdata of this machine.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ZONEINFO = "/usr/share/zoneinfo";
/** The file that is written. */
export const table = join(import.meta.dirname, "../packages/browser/src/read/time-zone-table.ts");

/** Degrees from the equator within which summer and winter tell a shop little. */
const BELT = 10;

const linesOf = (name) => readFileSync(join(ZONEINFO, name), "utf8").split("\n");

/** What the table is made from, such as `tzdata 2025b and CLDR 48.0`; undefined where the machine has no tzdata. */
export function sources() {
  if (!existsSync(join(ZONEINFO, "tzdata.zi")) || !existsSync(join(ZONEINFO, "zone.tab"))) return undefined;
  const version = linesOf("tzdata.zi")[0].replace("# version ", "");
  return `tzdata ${version} and CLDR ${process.versions.cldr}`;
}

/** `+2518+05518` is at 25 degrees north: N, S, or n, s within the belt. */
function latitudeOf(coordinates) {
  const letter = coordinates[0] === "+" ? "N" : "S";
  return Number(coordinates.slice(1, 3)) < BELT ? letter.toLowerCase() : letter;
}

/** The name that ICU, and with it every Chrome, Edge and Safari, gives to a zone: Asia/Calcutta for Asia/Kolkata. */
const nameInBrowsers = (zone) => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;

/** Country and latitude by name, such as `AE N`. */
function readPlaces() {
  const places = new Map();
  const byNameInBrowsers = new Map();
  for (const line of linesOf("zone.tab")) {
    if (!line || line.startsWith("#")) continue;
    const [country, coordinates, zone] = line.split("\t");
    const place = `${country} ${latitudeOf(coordinates)}`;
    places.set(zone, place);
    byNameInBrowsers.set(nameInBrowsers(zone), place);
  }
  // Links join what kept the same time, over borders too: Africa/Asmera, in Eritrea, leads to Africa/Nairobi, and
  // Iceland to Africa/Abidjan. ICU keeps countries apart, so that its word goes before the link's.
  for (const line of linesOf("tzdata.zi")) {
    const [kind, target, name] = line.split(" ");
    if (kind !== "L" || places.has(name)) continue;
    const place = byNameInBrowsers.get(nameInBrowsers(name)) ?? places.get(target);
    if (place) places.set(name, place);
  }
  return places;
}

/** The text of the table. */
export function makeTimeZones() {
  // A later ICU may leave names as they are given; then nothing would keep Eritrea from Kenya.
  if (nameInBrowsers("Africa/Asmara") !== nameInBrowsers("Africa/Asmera"))
    throw new Error("This Node does not tell which names are of one zone. Node 20 does.");
  const rows = new Map();
  for (const [zone, place] of readPlaces()) rows.set(place, [...(rows.get(place) ?? []), zone]);
  const lines = [...rows].map(([place, zones]) => `${place} ${zones.sort().join(" ")}`).sort();
  return `// Made by scripts/make-time-zones.mjs from ${sources()}: never edited by hand.

/**
 * A line for each country and latitude: ISO 3166-1 alpha-2; north or south of the equator, \`n\` or \`s\` within ${BELT}
 * degrees of it; every name of every time zone there, the old ones included.
 */
export const timeZones = \`${lines.join("\n")}\`;
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(table, makeTimeZones());
