import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import type { Engine } from "../../kit/profile.ts";

/** One way in which the files of a store are no more what the browser wrote. */
export interface Damage {
  name: string;
  /** The paths that it concerns. */
  file: RegExp;
  do(path: string): void;
  /** The browser refuses this origin every database from then on, also to delete it: nothing that a page could mend. */
  beyondUs?: boolean;
  /** Only a store that holds much has such a file. */
  needsMuch?: boolean;
}

/** Fills a database of the shop's own, so that Chromium sorts the files of this origin into tables (`*.ldb`). */
export const storeMuch = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("the shop's own");
        request.addEventListener("upgradeneeded", () =>
          request.result.createObjectStore("things", { autoIncrement: true }),
        );
        request.addEventListener("error", () => reject(request.error));
        request.addEventListener("success", () => {
          const transaction = request.result.transaction("things", "readwrite");
          for (let count = 0; count < 200; count++)
            transaction.objectStore("things").add(crypto.getRandomValues(new Uint8Array(25_000)));
          transaction.addEventListener("complete", () => resolve());
        });
      }),
  );

/** The files that hold what an origin stored, without those of other origins. */
export function storeFiles(profile: string, engine: Engine, address: string): string[] {
  const { hostname, port } = new URL(address);
  return engine === "chromium"
    ? filesIn(join(profile, `Default/IndexedDB/http_${hostname}_${port}.indexeddb.leveldb`))
    : filesIn(join(profile, `storage/default/http+++${hostname}+${port}`));
}

/** Every file under a directory. */
export function filesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Overwrites a part of a file, from a share of its length on, with what no database writes. */
const garbage = (from: number) => (path: string) => {
  const bytes = readFileSync(path);
  const at = Math.floor((bytes.length - 1) * from);
  bytes.fill(0xab, at, Math.min(bytes.length, at + Math.max(64, bytes.length >> 3)));
  writeFileSync(path, bytes);
};

const acts: Record<string, (path: string) => void> = {
  emptied: (path) => truncateSync(path, 0),
  halved: (path) => truncateSync(path, statSync(path).size >> 1),
  "without its head": (path) => writeFileSync(path, readFileSync(path).subarray(100)),
  "with garbage for a head": garbage(0),
  "with garbage in the middle": garbage(0.5),
  "with garbage for an end": garbage(0.9),
  removed: (path) => rmSync(path),
  "a directory": (path) => {
    rmSync(path);
    mkdirSync(path);
  },
};

const every = Object.keys(acts);
/** In Firefox a directory where a file should be keeps every site of the profile from storing anything. */
const asFiles = every.filter((name) => name !== "a directory");
const some = ["emptied", "halved", "with garbage for a head", "removed"];

const damaged = (what: string, file: RegExp, how: string[]): Damage[] =>
  how.map((name) => ({ name: `${what} ${name}`, file, do: acts[name]! }));

const whole: Damage = { name: "every file removed", file: /./, do: acts["removed"]! };

/** What Chromium 156 refuses with `UnknownError` for ever, also to delete it. */
const refused = ["MANIFEST removed", "a directory"];

const kinds: Record<Engine, Damage[]> = {
  chromium: [
    ...damaged("*.log", /\.log$/, every),
    ...damaged("MANIFEST", /MANIFEST/, every),
    ...damaged("CURRENT", /CURRENT$/, [...some, "a directory"]),
    ...damaged("LOCK", /LOCK$/, ["removed", "a directory"]),
    ...damaged("*.ldb", /\.ldb$/, every).map((damage) => ({ ...damage, needsMuch: true })),
    whole,
  ].map((damage) => ({ ...damage, beyondUs: refused.some((name) => damage.name.endsWith(name)) })),
  firefox: [
    ...damaged("*.sqlite of the database", /idb.*\.sqlite$/, asFiles),
    ...damaged(".metadata-v2", /\.metadata-v2$/, some),
    ...damaged("*.sqlite of localStorage", /ls.*data\.sqlite$/, asFiles),
    whole,
  ],
};

/** The usual run leaves out what differs least from the rest. */
const usual =
  /^(\*\.log|MANIFEST|\*\.sqlite of the database|every|CURRENT (halved|a dir)|LOCK removed|\*\.ldb with garbage for|.*localStorage (emptied|with garbage in)|\.metadata-v2 halved)/;

export const damages = (engine: Engine): Damage[] =>
  kinds[engine].filter(({ name }) => process.env["LONG"] || usual.test(name));
