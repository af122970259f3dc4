// Public data sets that lie beside the repository, where somebody has put them: never part of it, for some of their
// licences forbid that. What needs one and does not find it is left out by name.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const folder = join(import.meta.dirname, "../../../../shared/data");

/** Whether a data set is there. */
export const hasData = (name) => existsSync(join(folder, name));

/** The text of a file, unpacked where it ends with `.gz` or `.xz`. */
export function readData(path) {
  const file = join(folder, path);
  if (path.endsWith(".xz")) {
    const { stdout, status } = spawnSync("xz", ["-dc", file], { encoding: "utf8", maxBuffer: 1e9 });
    if (status !== 0) throw new Error(`${file} could not be unpacked: is xz installed?`);
    return stdout;
  }
  const bytes = readFileSync(file);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}
