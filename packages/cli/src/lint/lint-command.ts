import { isRule, RULES, type Severities } from "@shopkeeper/lint";
import { nearest } from "@shopkeeper/engine";
import { parseArgs } from "node:util";
import type { Shell } from "../run.ts";
import { lintSources } from "./lint-sources.ts";
import { print, printJson } from "./print.ts";
import { readSources } from "./read-sources.ts";
import type { LintWorld } from "./world.ts";

export const LINT_USAGE = `shopkeeper lint URL-or-FILE… [--config FILE] [--rule NAME=off|hint|warning|error] [--json]
                         what is wrong in pages and configurations; a folder, a pattern and - (standard input) are files too`;

const SEVERITIES = ["off", "hint", "warning", "error"];

/** Reads `--rule missing-alt=off`. @throws Where there is no such rule. */
function readSeverities(rules: string[]): Severities {
  const severities: Severities = {};
  for (const text of rules) {
    const [name = "", severity = "", ...more] = text.split(/[=:\s]+/);
    if (!isRule(name)) {
      const meant = nearest(name, Object.keys(RULES));
      throw new Error(`There is no rule "${name}".${meant ? ` Did you mean ${meant}?` : ""}`);
    }
    if (more.length || !SEVERITIES.includes(severity))
      throw new Error(`--rule ${text}: write ${name}=off, ${name}=hint, ${name}=warning or ${name}=error`);
    severities[name] = severity as Severities[typeof name];
  }
  return severities;
}

function readWords(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    options: {
      config: { type: "string" },
      rule: { type: "string", multiple: true },
      json: { type: "boolean" },
    },
    allowPositionals: true,
  });
  if (!positionals.length) throw new Error("");
  return { ...values, names: positionals, severities: readSeverities(values.rule ?? []) };
}

/**
 * `shopkeeper lint URL-or-FILE…`
 *
 * @returns Its exit code: 0 nothing is broken, 1 something is, 2 it was not called as it has to be or a file is not there.
 */
export async function lintCommand(words: string[], shell: Shell & LintWorld): Promise<number> {
  let called;
  try {
    called = readWords(words);
  } catch (error) {
    const { message } = error as Error;
    shell.complain(message ? `${message}\n\n${LINT_USAGE}` : LINT_USAGE);
    return 2;
  }
  const { names, config, severities, json } = called;
  const sources = await readSources(names, shell);
  const shared = config === undefined ? [] : await readSources([config], shell);
  if (!sources || !shared) return 2;
  const told = lintSources(sources, severities, shared[0]);
  if (json) shell.say(printJson(told, sources.length));
  else for (const line of print(told, sources.length)) shell.say(line);
  return told.some(({ severity }) => severity === "error") ? 1 : 0;
}
