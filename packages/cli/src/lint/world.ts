import { existsSync, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/** What was fetched. */
export interface Fetched {
  text: string;
  /** Where it came from in the end. */
  address: string;
}

/** What `lint` may do to the world besides. */
export interface LintWorld {
  /** The files that a word of the command line means: itself, those of a folder, or those of a pattern. */
  find(word: string): string[];
  /** @throws Where there is none at that address. */
  fetch(address: string): Promise<Fetched>;
}

const PAGE = /\.html?$/i;
const SKIPPED = /(^|[\\/])(node_modules|\.[^.\\/][^\\/]*)([\\/]|$)/;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !SKIPPED.test(file))
    .map((file) => (folder === "." ? file : join(folder, file)))
    .sort();
}

/** `*` stands for any characters of a name, `**` for any folders, `?` for one character. */
function patternOf(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|[*?]|[.+^${}()|[\]\\]/g, (sign) => {
    if (sign === "**/") return "(?:.*/)?";
    if (sign === "**") return ".*";
    if (sign === "*") return "[^/]*";
    return sign === "?" ? "[^/]" : `\\${sign}`;
  });
  return new RegExp(`^${source}$`);
}

function find(word: string): string[] {
  if (existsSync(word)) {
    // A name without its ending would be any file: in a folder only pages are meant.
    return statSync(word).isDirectory() ? filesIn(word).filter((file) => PAGE.test(file)) : [word];
  }
  const folder = word.slice(0, word.search(/[*?]/)).replace(/[^/]*$/, "") || ".";
  if (!/[*?]/.test(word) || !existsSync(folder)) return [word];
  const pattern = patternOf(word.replace(/^\.\//, ""));
  return filesIn(folder).filter((file) => pattern.test(file.split(sep).join("/")));
}

const PATIENCE = 20_000;

/** Node's own files and network. */
export const nodeWorld: LintWorld = {
  find,
  async fetch(address) {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(PATIENCE),
      headers: { accept: "text/html,application/json;q=0.9,*/*;q=0.5" },
    });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return { text: await response.text(), address: response.url || address };
  },
};
