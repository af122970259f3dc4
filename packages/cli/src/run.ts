import { checkFile } from "./check-file.ts";
import { replayFile } from "./replay-file.ts";

/** What a command may do to the world. */
export interface Shell {
  /** Throws where there is no such file. */
  read(file: string): string;
  say(line: string): void;
  complain(line: string): void;
}

/** A command: gets the text of its file, prints what it finds, and says whether all is well. */
export type Command = (file: string, text: string, shell: Shell) => boolean;

const COMMANDS: Record<string, Command> = { check: checkFile, replay: replayFile };

const USAGE = `shopkeeper check FILE    what is wrong in the segments and conditions of a configuration (JSON), or in one expression
shopkeeper replay FILE   which segments hold at each probe: { "segments", "events", "probes" } (JSON)`;

/**
 * Runs the program.
 *
 * @returns Its exit code: 0 all is well, 1 something is wrong in the file, 2 it was not called as it has to be.
 */
export function run(words: string[], shell: Shell): number {
  const [name = "", file, ...more] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || !file || more.length) {
    shell.complain(USAGE);
    return 2;
  }
  let text: string;
  try {
    text = shell.read(file);
  } catch (error) {
    shell.complain(`${file}: ${(error as Error).message}`);
    return 2;
  }
  try {
    return command(file, text, shell) ? 0 : 1;
  } catch (error) {
    // The file is JSON, but has something else where an object or a list should be.
    shell.complain(`${file}: ${(error as Error).message}`);
    return 1;
  }
}
