// What is known of every time zone: heavy, asked by few pages, and so a file of its own that is loaded when needed.
import type { Place } from "./place.ts";
import { timeZones } from "./time-zone-table.ts";

/** Whole months, as meteorologists count: from December on the northern winter, which is the southern summer. */
const FROM_DECEMBER = ["winter", "spring", "summer", "autumn"].flatMap((season) => [season, season, season]);
const fromMonth = (from: number): string[] => [...FROM_DECEMBER.slice(from), ...FROM_DECEMBER.slice(0, from)];

const rows = timeZones.split("\n").map((line) => line.split(" "));

/**
 * Where somebody is whose clock is set to a time zone.
 *
 * @param zone IANA name, an old one too. One without a country, such as `UTC`, tells nothing.
 * @param declared The country that the page declares, in capitals. A country that lies on both sides of the equator
 *   is as its zones are: what they agree in, and of its own zone all.
 * @example placeOf("Asia/Calcutta") // { country: "IN", hemisphere: "northern", seasons: ["winter", "winter", "spring", …] }
 */
export function placeOf(zone: string, declared?: string): Place {
  const own = rows.find((row) => row.includes(zone, 2));
  const country = declared ?? own?.[0];
  const candidates = own?.[0] === country ? [own] : rows.filter((row) => row[0] === country);
  const latitudes = candidates.map((row) => row?.[1]).join("");
  const isAll = (letters: RegExp) => letters.test(latitudes);
  return {
    country: own?.[0],
    hemisphere: isAll(/^n+$/i) ? "northern" : isAll(/^s+$/i) ? "southern" : undefined,
    seasons: isAll(/^N+$/) ? fromMonth(1) : isAll(/^S+$/) ? fromMonth(7) : undefined,
  };
}
