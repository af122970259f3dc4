// For tests: the whole command on one text.
import { run, type Shell } from "../src/run.ts";
import type { Told } from "../src/lint/lint-sources.ts";
import type { LintWorld } from "../src/lint/world.ts";

/** What `lint` finds in a text, or in several by their names. */
export async function lintText(
  given: string | Record<string, string>,
  file = "page.html",
  shell: Partial<Shell & LintWorld> = {},
  words: string[] = [],
): Promise<Told[]> {
  const files = typeof given === "string" ? { [file]: given } : given;
  const said: string[] = [];
  await run(
    ["lint", ...(shell.say ? [] : ["--json"]), ...words, ...(words.length ? [] : Object.keys(files))],
    {
      find: (word) => [word],
      fetch: () => Promise.reject(new Error("no network")),
      read(name) {
        const text = files[name];
        if (text === undefined) throw new Error("no such file");
        return text;
      },
      say: (line) => said.push(line),
      complain: (line) => said.push(JSON.stringify({ findings: [{ rule: line }] })),
      ...shell,
    },
  );
  return said[0] ? (JSON.parse(said[0]) as { findings: Told[] }).findings : [];
}
