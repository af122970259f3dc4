import { checkSegments, replay, type Replay } from "@shopkeeper/engine";
import { parseJson } from "./parse-json.ts";
import type { Command } from "./run.ts";

/** `shopkeeper replay FILE`: one line for each probe, its time and the segments that hold then. */
export const replayFile: Command = ([source], _, shell) => {
  const { file, text } = source!;
  const parsed = parseJson(text);
  if ("error" in parsed) {
    shell.complain(`${file}: ${parsed.error}`);
    return false;
  }
  const { segments = {}, events = [], probes = [], affinity } = parsed.value as Partial<Replay>;
  const errors = checkSegments(segments, { affinity });
  for (const { segment, line, column, message } of errors) {
    shell.complain(`${file}: segment ${segment}, ${line}:${column}: ${message}\n`);
  }
  for (const { at, held } of replay({ segments, events, probes, affinity })) {
    shell.say(`${new Date(at).toISOString()}  ${held.join(", ") || "-"}`);
  }
  return !errors.length;
};
