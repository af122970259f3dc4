import { readGa4Event, type Ga4Event } from "./ga4-event.ts";
import { readOutcome, type ANONYMOUS, type OTHER, type Outcome } from "./outcome.ts";

/**
 * What a line of a file says: an object as the beacon sends it, or as BigQuery exports GA4's events.
 *
 * @throws With a message that says what is wrong with it.
 */
export function parseLine(
  line: string,
  goals: ReadonlySet<string>,
): Outcome | typeof OTHER | typeof ANONYMOUS {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error("no JSON");
  }
  if (!value || typeof value !== "object" || Array.isArray(value)) throw new Error("no JSON object");
  if ("event_name" in value) return readGa4Event(value as Ga4Event, goals);
  return readOutcome({ ...value }, goals);
}
