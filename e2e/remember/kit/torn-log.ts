import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const BLOCK = 32_768;
const HEADER = 7;

/** Whether a log ends within a record: https://github.com/google/leveldb/blob/main/doc/log_format.md */
export function isTorn(log: Buffer): boolean {
  for (let at = 0; at < log.length;) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    if (at + HEADER > log.length) return true;
    at += HEADER + log.readUInt16LE(at + 4);
    if (at > log.length) return true;
  }
  return false;
}

/** Whether Chromium was killed between the two halves of one write to an IndexedDB of this profile. */
export function hasTornLog(profile: string): boolean {
  const databases = join(profile, "Default/IndexedDB");
  if (!existsSync(databases)) return false;
  return readdirSync(databases, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".log"))
    .some((path) => isTorn(readFileSync(join(databases, path))));
}
