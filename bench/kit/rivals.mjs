// The rivals, at the versions that bench/package.json names. They are installed here and nowhere else.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bench } from "./paths.mjs";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const wanted = read(join(bench, "package.json")).optionalDependencies;
const require = createRequire(join(bench, "package.json"));

/** Where a file of a rival is. @example rivalFile("dexie", "dist/dexie.min.js") */
export const rivalFile = (name, path) => join(bench, "node_modules", name, path);

/** The version of a rival that is installed, `undefined` where it is not. */
export function versionOf(name) {
  const file = rivalFile(name, "package.json");
  return existsSync(file) ? read(file).version : undefined;
}

/** Imports a rival, from its file where one is named. */
export const importRival = (name, path) =>
  import(pathToFileURL(path ? rivalFile(name, path) : require.resolve(name)).href);

/** Installs what is missing. No script of theirs is run; what cannot be had is named, for all of them are optional. */
export function installRivals() {
  const missing = () => Object.entries(wanted).filter(([name, version]) => versionOf(name) !== version);
  if (!missing().length) return;
  process.stderr.write("Installing the rivals …\n");
  const quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  spawnSync("npm", ["install", ...quietly, "--prefix", bench], {
    cwd: bench,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  for (const [name] of missing())
    process.stderr.write(`  ${name} cannot be installed here and is left out\n`);
}
