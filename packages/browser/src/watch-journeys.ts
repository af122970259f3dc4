import type { Context, Engine } from "@shopkeeper/engine";
import type { Options } from "./api.ts";
import type { Report } from "./dom/report.ts";
import type { LoadPart } from "./parts.ts";
import type { History } from "./remember/history.ts";

interface JourneysWorld {
  engine: Engine;
  history: Pick<History, "add" | "saveSoon" | "status">;
  report: Report;
  /** The part is there. */
  came(): void;
}

/** Loads the journeys of a shop that has any. What it gives leads the visitor on, where a step is due, each time that it is called. */
export function watchJourneys(
  options: Options,
  load: LoadPart | undefined,
  { engine, history, report, came }: JourneysWorld,
): (context: Context) => void {
  let lead: ((context: Context) => void) | undefined;
  if (options.journeys)
    load?.("journeys")
      .then(({ runJourneys }) => {
        lead = runJourneys(options, {
          engine,
          report,
          isWhole: () => history.status().mode === "indexeddb",
          record: (name, parameters, ts) => void history.add(name, { ...parameters }, ts),
        });
        came();
        // What they ask is answered from the journal once.
        history.saveSoon();
      })
      .catch(report);
  return (context) => lead?.(context);
}
