import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Folders of builds are named by 12 digits of their hash. */
const BUILD = /^[0-9a-f]{12}$/;

const MANIFEST = "manifest.json";

/** A folder beside the one that is published, on the same disk, so that what is made in it can be moved in one go. */
export function createBeside(out: string): string {
  const path = resolve(out);
  mkdirSync(dirname(path), { recursive: true });
  return mkdtempSync(join(dirname(path), `.${basename(path)}-building-`));
}

/** The build that a manifest names. */
function buildOf(manifest: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(manifest, "utf8")) as { build?: string }).build;
  } catch {
    return undefined;
  }
}

/**
 * Puts a build into the folder that is published. Its files come first, under a name that was never used for anything else, then the manifest in
 * one move: at every moment the manifest names files that are whole. The build before is kept, for pages that have read its manifest; those
 * before that are deleted.
 *
 * @param beside Where the files can be made ready; see {@link createBeside}.
 * @returns How many bytes the files have.
 */
export function writeModel(files: Map<string, Uint8Array>, out: string, beside: string): number {
  const path = resolve(out);
  const made = join(beside, "model");
  let bytes = 0;
  for (const [name, content] of files) {
    const file = join(made, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    bytes += content.length;
  }
  mkdirSync(path, { recursive: true });
  const manifest = join(path, MANIFEST);
  const before = buildOf(manifest);
  const build = buildOf(join(made, MANIFEST));
  // The same build again has the same bytes. A folder that is there without being named may be half of one.
  if (build !== undefined && existsSync(join(made, build))) {
    const folder = join(path, build);
    if (build !== before) rmSync(folder, { recursive: true, force: true });
    if (!existsSync(folder)) renameSync(join(made, build), folder);
  }
  for (const name of readdirSync(made))
    if (name.startsWith(MANIFEST) && name !== MANIFEST) renameSync(join(made, name), join(path, name));
  renameSync(join(made, MANIFEST), manifest);
  for (const name of readdirSync(path))
    if (BUILD.test(name) && name !== build && name !== before)
      rmSync(join(path, name), { recursive: true, force: true });
  return bytes;
}
