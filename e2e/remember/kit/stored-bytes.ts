import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Engine, Profile } from "./profile.ts";
import { unsnap } from "./snappy.ts";

/**
 * Where a script of a page can write in a profile. Not looked at is what the browser notes by itself: addresses in its
 * history and sessions, what was typed into forms, cookies that the shop sets, its cache of what was loaded.
 */
const PLACES: Record<Engine, RegExp> = {
  chromium:
    /^Default\/(IndexedDB|Local Storage|Session Storage|Service Worker|WebStorage|File System|Shared Storage|SharedStorage)/,
  firefox: /^(storage\/|webappsstore\.sqlite)/,
};

/** Every file in those places. Its browser must have ended. */
export function storedFiles(engine: Engine, { directory }: Profile): string[] {
  return (readdirSync(directory, { recursive: true }) as string[])
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => PLACES[engine].test(path) && statSync(join(directory, path)).isFile());
}

/** The bytes of a file: as they are, with the frames of a log taken out, and what is compressed in either, in small letters. */
export function* viewsOf({ directory }: Profile, path: string): Generator<string> {
  const data = readFileSync(join(directory, path));
  const plain = path.endsWith(".log") ? [data, unframed(data)] : [data];
  for (const view of plain) yield* told(view, 2);
}

function* told(data: Buffer, depth: number): Generator<string> {
  const text = data.toString("latin1").toLowerCase();
  yield text;
  // UTF-16 of plain letters: every second byte is none.
  yield text.replaceAll("\0", "");
  if (!depth) return;
  for (let start = 0; start < data.length; start++) {
    const inner = unsnap(data, start);
    if (inner) yield* told(inner, depth - 1);
  }
}

/** LevelDB cuts its log into blocks of 32 kB, and a record into fragments: they are put together again. */
function unframed(data: Buffer): Buffer {
  const fragments: Buffer[] = [];
  for (let block = 0; block < data.length; block += 32_768) {
    const end = Math.min(block + 32_768, data.length);
    for (let at = block; at + 7 <= end;) {
      const size = data.readUInt16LE(at + 4);
      fragments.push(data.subarray(at + 7, Math.min(at + 7 + size, end)));
      at += 7 + size;
    }
  }
  return Buffer.concat(fragments);
}

/** Which of the needles (in small letters, at least six of them each) are found, with the files that they are found in. */
export function findStored(engine: Engine, profile: Profile, needles: string[]): Map<string, Set<string>> {
  const beginnings = new Map<string, string[]>();
  for (const needle of needles)
    beginnings.set(needle.slice(0, 6), [...(beginnings.get(needle.slice(0, 6)) ?? []), needle]);
  const found = new Map<string, Set<string>>();
  for (const path of storedFiles(engine, profile))
    for (const view of viewsOf(profile, path))
      for (let at = 0; at + 6 <= view.length; at++)
        for (const needle of beginnings.get(view.slice(at, at + 6)) ?? [])
          if (view.startsWith(needle, at)) found.set(needle, (found.get(needle) ?? new Set()).add(path));
  return found;
}
