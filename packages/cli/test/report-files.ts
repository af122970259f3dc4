import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../src/report/report.ts";
import { run } from "../src/run.ts";

/** Writes files into a folder of their own, and runs `shopkeeper report` on them. */
export function createFiles() {
  const folder = mkdtempSync(join(tmpdir(), "shopkeeper-report-"));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    write(name: string, content: string | Uint8Array): string {
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs the command, and gives what it says. */
export async function report(...words: string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await run(["report", ...words], {
    read: (file) => readFileSync(file, "utf8"),
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, said: said.join("\n"), complaints: complaints.join("\n") };
}

/** The same as the object that `--json` prints. */
export async function reportJson(...words: string[]): Promise<Report> {
  const { said } = await report(...words, "--json");
  return JSON.parse(said) as Report;
}

/** Lines of JSON. */
export const linesOf = (objects: object[]): string =>
  objects.map((each) => `${JSON.stringify(each)}\n`).join("");
