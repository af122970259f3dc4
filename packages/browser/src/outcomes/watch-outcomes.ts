import type { Part } from "../lazy-parts.ts";
import type { OutcomeWorld, RunningOutcomes } from "./run-outcomes.ts";

/** What of outcomes is in the tag: whether a shop wants them, and the way to the part that has all the rest. */
export interface OutcomesWatch {
  /** The past is known: begins, where it is wanted. */
  begin(): void;
  /** Something happened: an event, a consent, an answer that may have turned, the part has come. */
  changed: RunningOutcomes["changed"];
  stop(): void;
}

export function watchOutcomes(world: OutcomeWorld, part: Part): OutcomesWatch {
  const { sinks, handOver, experiments } = world.options;
  const isWanted = sinks ?? handOver ?? experiments ?? world.configurations.some(({ goal }) => goal);
  let isReady: unknown;
  let running: RunningOutcomes | undefined;
  const changed: OutcomesWatch["changed"] = (kept) => {
    if (isReady) running ??= part("outcomes")?.runOutcomes(world);
    running?.changed(kept);
  };
  return {
    begin() {
      isReady = isWanted;
      changed();
    },
    changed,
    stop() {
      isReady = false;
      running?.stop();
    },
  };
}
