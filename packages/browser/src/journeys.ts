// A part of its own: few shops have journeys.
import { advance, readJourneys, type Context, type Engine } from "@shopkeeper/engine";
import type { Options } from "./api.ts";
import type { Report } from "./dom/report.ts";

/** What journeys need of the page. */
export interface JourneyWorld {
  engine: Engine;
  /** Whether all that is remembered is known: else who is on the way would set out anew. */
  isWhole(): boolean;
  record(name: string, parameters: object, ts: number): void;
  report: Report;
}

/** Reads the journeys of a shop. What comes back leads the visitor on, where they are due, each time that it is asked. */
export function runJourneys(options: Options, world: JourneyWorld): (context: Context) => void {
  const { engine, isWhole, record, report } = world;
  const { journeys, errors } = readJourneys(options, (text) => engine.condition(text).error?.message);
  for (const message of errors) report(new Error(message));
  return (context) => {
    const moves = advance(journeys, (text) => engine.condition(text).holds(context));
    // What was asked for the first time waits for the journal.
    if (isWhole() && !engine.cold)
      for (const { event, parameters } of moves) record(event, parameters, context.now);
  };
}
