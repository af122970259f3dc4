import { check, checkRfm, checkSegments, type CheckError, type Configuration } from "@shopkeeper/engine";
import { parseJson } from "./parse-json.ts";
import type { Command } from "./run.ts";

/** Every expression of a configuration that is wrong, with the name of what it belongs to. */
function checkConfiguration(configuration: Partial<Configuration>): [owner: string, error: CheckError][] {
  const { segments = {}, experiences = [], affinity } = configuration;
  const names = Object.keys(segments);
  return [
    ...checkSegments(segments, { affinity }).map((error): [string, CheckError] => [
      `segment ${error.segment}`,
      error,
    ]),
    ...experiences.flatMap(({ id, when }) =>
      when === undefined
        ? []
        : check(when, { segments: names, affinity }).map((error): [string, CheckError] => [
            `experience ${id}`,
            error,
          ]),
    ),
  ];
}

/** `shopkeeper check FILE`: a configuration where the file is JSON, else one expression. */
export const checkFile: Command = ([source], _, shell) => {
  const { file, text } = source!;
  const isConfiguration = file.endsWith(".json") || /^\s*\{/.test(text);
  let errors: [owner: string, error: CheckError][];
  let others: string[] = [];
  if (isConfiguration) {
    const parsed = parseJson(text);
    if ("error" in parsed) {
      shell.complain(`${file}: ${parsed.error}`);
      return false;
    }
    errors = checkConfiguration(parsed.value);
    others = checkRfm((parsed.value as Partial<Configuration>).rfm);
  } else {
    errors = check(text).map((error) => ["", error]);
  }
  for (const [owner, { line, column, message }] of errors) {
    shell.complain(`${file}: ${owner && `${owner}, `}${line}:${column}: ${message}\n`);
  }
  for (const other of others) shell.complain(`${file}: ${other}\n`);
  const isGood = !errors.length && !others.length;
  if (isGood) shell.say(`${file}: all expressions are good`);
  return isGood;
};
