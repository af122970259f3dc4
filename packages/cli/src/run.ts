import { parseArgs } from "node:util";
import { checkFile } from "./check-file.ts";
import { drawFile } from "./draw-file.ts";
import { explainFile } from "./explain-file.ts";
import { LINT_USAGE, lintCommand } from "./lint/lint-command.ts";
import { nodeWorld, type LintWorld } from "./lint/world.ts";
import { READ_USAGE } from "./read/usage.ts";
import { replayFile } from "./replay-file.ts";
import { BUILD_USAGE } from "./build/usage.ts";
import { REPORT_USAGE } from "./report/usage.ts";

/** What a command may do to the world. */
export interface Shell {
  /** Throws where there is no such file. */
  read(file: string): string;
  say(line: string): void;
  complain(line: string): void;
}

/** A file that has been read. */
export interface Source {
  file: string;
  text: string;
}

/** What stands behind two dashes. */
export interface Options {
  segment?: string | undefined;
  at?: string | undefined;
  visit?: string | undefined;
  facts?: Source | undefined;
  json?: boolean | undefined;
}

/** A command: gets its files, prints what it finds, and says whether all is well. */
export type Command = (sources: Source[], options: Options, shell: Shell) => boolean;

/** How many files each command wants, and whether it has options. */
const COMMANDS: Record<string, [command: Command, files: number, hasOptions?: boolean]> = {
  check: [checkFile, 1],
  replay: [replayFile, 1],
  draw: [drawFile, 1],
  explain: [explainFile, 2, true],
};

const OPTIONS = {
  segment: { type: "string" },
  at: { type: "string" },
  visit: { type: "string" },
  facts: { type: "string" },
  json: { type: "boolean" },
} as const;

const USAGE = `shopkeeper check FILE    what is wrong in the segments and conditions of a configuration (JSON), or in one expression
shopkeeper replay FILE   which segments hold at each probe: { "segments", "events", "probes" } (JSON)
shopkeeper draw FILE     the journeys of a configuration (JSON), as diagrams for Mermaid
shopkeeper explain CONFIG EVENTS --segment NAME [--at TIME] [--visit NUMBER] [--facts FILE] [--json]
                         why a segment of a configuration holds, or what is missing; EVENTS is what exportData() gives, or a list
${LINT_USAGE}
${READ_USAGE}
${REPORT_USAGE}
${BUILD_USAGE}`;

/** The command that is called, or why none can be. */
function readWords([name = "", ...words]: string[]) {
  if (!Object.hasOwn(COMMANDS, name)) throw new Error("");
  const [command, wanted, hasOptions] = COMMANDS[name]!;
  const options = hasOptions ? OPTIONS : {};
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  if (positionals.length !== wanted) throw new Error("");
  const { facts, ...others } = values as { facts?: string } & Omit<Options, "facts">;
  return { command, files: positionals, facts, others };
}

/** The statistics and what they need are loaded for nobody else. */
async function runReport(words: string[], shell: Shell): Promise<number> {
  const { reportCommand } = await import("./report/report-command.ts");
  return reportCommand(words, shell);
}

/** The same holds of databases and what reads feeds. */
async function runBuild(words: string[], shell: Shell): Promise<number> {
  const { buildCommand } = await import("./build/build-command.ts");
  return buildCommand(words, shell);
}

/** A browser is opened by nobody else. */
async function runRead(words: string[], shell: Shell): Promise<number> {
  const { readCommand } = await import("./read/read-command.ts");
  return readCommand(words, shell);
}

/**
 * Runs the program.
 *
 * @param shell What `lint` needs besides is Node's own where it is absent.
 * @returns Its exit code: 0 all is well, 1 something is wrong in a file, 2 it was not called as it has to be. Of `lint`, `read`,
 *   `report` and `build`, which wait for pages and files, a promise of it.
 */
export function run(words: string[], shell: Shell & Partial<LintWorld>): number | Promise<number> {
  if (words[0] === "lint") return lintCommand(words.slice(1), { ...nodeWorld, ...shell });
  if (words[0] === "read") return runRead(words.slice(1), shell);
  if (words[0] === "report") return runReport(words.slice(1), shell);
  if (words[0] === "build") return runBuild(words.slice(1), shell);
  let called;
  try {
    called = readWords(words);
  } catch (error) {
    const { message } = error as Error;
    shell.complain(message ? `${message}\n\n${USAGE}` : USAGE);
    return 2;
  }
  const { command, files, facts, others } = called;
  const sources: Source[] = [];
  for (const file of facts === undefined ? files : [...files, facts]) {
    try {
      sources.push({ file, text: shell.read(file) });
    } catch (error) {
      shell.complain(`${file}: ${(error as Error).message}`);
      return 2;
    }
  }
  try {
    const options = { ...others, facts: sources[files.length] };
    return command(sources.slice(0, files.length), options, shell) ? 0 : 1;
  } catch (error) {
    // The file is JSON, but has something else where an object or a list should be.
    shell.complain(`${files[0]}: ${(error as Error).message}`);
    return 1;
  }
}
