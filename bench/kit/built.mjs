import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bench } from "./paths.mjs";

const built = (name) => join(bench, "dist", name);

/** Imports what `write` has written, from any process. */
export const importBuilt = (name) => import(pathToFileURL(built(name)).href);

/** Writes a script that the processes of a measurement load. */
export function write(name, code) {
  mkdirSync(join(bench, "dist"), { recursive: true });
  writeFileSync(built(name), code);
}
