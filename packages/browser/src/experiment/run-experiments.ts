import { HOLDOUT, type Context, type Engine } from "@shopkeeper/engine";
import { nanoid } from "nanoid";
import type { Report } from "../dom/report.ts";

/** What experiments need of a page. */
export interface ExperimentWorld {
  engine: Engine;
  situation(): Context;
  /** Records an event, and lets the shop know of it. */
  record(name: string, parameters: Record<string, unknown>): void;
  /** Keeps an event that is nobody's business: whoever listens to events may hand them on. */
  keep(name: string, parameters: Record<string, unknown>): void;
  /** Whether the shopper has agreed to be remembered. */
  isGranted(): boolean;
  /** Whether this page is a preview. */
  isPreview(): boolean;
  report: Report;
}

/** The experiments of one page. */
export interface RunningExperiments {
  /** Makes the id that they draw by, where one is missing and may be made; whether it was. */
  enrol(): boolean;
  /** The visitor's variation, `undefined` where not enrolled. */
  variation(id: string): string | undefined;
  /** The place of an experiment has been seen, with what this visitor has there. */
  exposed(id: string, variation?: string): void;
  /** A page has been seen: whether this visitor is held out becomes a figure. */
  pageSeen(): void;
  heldOut(): boolean;
  /** Only somebody of the shop looks: everything shows at once, and nothing counts. */
  isPreview(): boolean;
}

/** Draws the variations of this visitor and records what of them was seen. */
export function runExperiments(world: ExperimentWorld): RunningExperiments {
  const { engine, isPreview, record, report } = world;
  const { experiments } = engine;
  /** What is wrong, until it is told. */
  const errors = [...experiments.errors];
  let isWarned = false;
  const complained = new Set<string>();

  const variation = (id: string): string | undefined => {
    if (!experiments.variationsOf(id) && !complained.has(id)) {
      complained.add(id);
      report(new Error(`there is no experiment "${id}" in the configuration`));
    }
    return engine.variation(id, world.situation());
  };
  const exposed = (id: string, seen = variation(id)): void => {
    if (seen !== undefined)
      record("experiment_view", { experiment_id: id, variation: seen, split: experiments.splitOf(id) });
  };

  return {
    isPreview,
    variation,
    exposed,
    heldOut: () => experiments.heldOut,
    enrol() {
      for (const error of errors.splice(0)) report(error);
      const { changed } = experiments;
      if (changed[0] && !isWarned) {
        isWarned = true;
        report(
          new Error(
            `experiment ${changed}: its weights were changed while it runs, which mixes two tests: begin anew under another name`,
          ),
        );
      }
      const isMissing = experiments.awaitsUnit && world.isGranted();
      if (isMissing) world.keep("experiment_unit", { unit: nanoid(12) });
      return isMissing;
    },
    pageSeen() {
      if (experiments.holdout && !experiments.awaitsUnit)
        exposed(HOLDOUT, experiments.heldOut ? "held-out" : "served");
    },
  };
}
