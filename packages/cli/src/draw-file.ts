import { check, drawJourney, readJourneys, type Configuration } from "@shopkeeper/engine";
import { parseJson } from "./parse-json.ts";
import type { Command } from "./run.ts";

/** `shopkeeper draw FILE`: the journeys of a configuration as diagrams, in the language of Mermaid. */
export const drawFile: Command = ([source], _options, shell) => {
  const { file, text } = source!;
  const parsed = parseJson(text);
  if ("error" in parsed) {
    shell.complain(`${file}: ${parsed.error}`);
    return false;
  }
  const { journeys = {}, ...configuration } = parsed.value as Partial<Configuration>;
  const { affinity, segments = {} } = configuration;
  const told = readJourneys(
    { journeys, experiences: configuration.experiences },
    (expression) => check(expression, { affinity, segments: Object.keys(segments) })[0]?.message,
  );
  for (const error of told.errors) shell.complain(`${file}: ${error}`);
  for (const { name } of told.journeys) {
    shell.say(`%% ${name}`);
    shell.say(drawJourney(journeys[name]!));
  }
  if (!Object.keys(journeys)[0]) shell.complain(`${file}: there are no "journeys"`);
  return !told.errors[0] && !!told.journeys[0];
};
