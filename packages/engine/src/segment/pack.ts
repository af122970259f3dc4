import type { Entry } from "./entry.ts";

/**
 * Entries as short JSON: their times, in base 36 and each by how much it is later than the one before, then the rest column
 * by column, each a list or, where it is the same in all, that alone.
 */
export type Packed = [times: string, ...columns: unknown[]];

/** @example pack([[1750000000000, 0, 1, 1], [1750000001000, 0, 0, 1]]) // ["mbxxlm2o,rs", 0, [1, 0], 1] */
export function pack(entries: Entry[]): Packed {
  const times = entries.map(([ts], index) => (ts - (entries[index - 1]?.[0] ?? 0)).toString(36));
  const columns = [1, 2, 3].map((column) => {
    const all = entries.map((entry) => entry[column]);
    const [first] = all;
    return typeof first !== "object" && all.every((other) => other === first) ? first : all;
  });
  return [times.join(), ...columns];
}

export function unpack([times, ...columns]: Packed = [""]): Entry[] {
  let ts = 0;
  return times
    .split(",")
    .slice(+!times)
    .map((time, index) => {
      ts += parseInt(time, 36);
      // What is undefined is null in JSON.
      const rest = columns.map((column) => (Array.isArray(column) ? column[index] : column) ?? undefined);
      return [ts, ...rest] as unknown as Entry;
    });
}
