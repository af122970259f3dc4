import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

const file = join(root, "BENCHMARKS.md");

/**
 * A table in Markdown.
 *
 * @param {string[]} columns One that ends with `:` is aligned to the right.
 * @param {unknown[][]} rows
 */
export function table(columns, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => column.replace(/:$/, ""))),
    line(columns.map((column) => (column.endsWith(":") ? "---:" : "---"))),
    ...rows.map(line),
  ].join("\n");
}

/** A list in Markdown; what is `undefined` is left out. */
export const list = (remarks) =>
  remarks
    .filter(Boolean)
    .map((remark) => `- ${remark}`)
    .join("\n");

/** Replaces what stands between the markers of a measurement in BENCHMARKS.md. */
export function writeSection(name, text) {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const document = readFileSync(file, "utf8");
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`BENCHMARKS.md has no ${begin} … ${end}`);
  writeFileSync(file, `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`);
  const formatter = join(root, "node_modules/.bin/oxfmt");
  if (existsSync(formatter)) spawnSync(formatter, [file], { cwd: root });
}
