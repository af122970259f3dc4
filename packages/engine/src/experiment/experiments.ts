import type { Configuration } from "../configuration.ts";
import { expected } from "../decide/expected.ts";
import { entryOf } from "../profile/entry.ts";
import { clip } from "../profile/item.ts";
import type { Profile } from "../profile/profile.ts";
import { bucketsOf } from "./bucket.ts";
import { type Experiment, parseExperiment } from "./experiment.ts";

/** The name by which the hold-out is drawn and recorded: no experiment should be called so. */
export const HOLDOUT = "holdout";

/** What it takes to tell who has which variation. */
export interface Drawing {
  fact(name: string): unknown;
  holds(expression: string): boolean;
}

/** The experiments of a shop, and what this visitor has to do with them. */
export interface Experiments {
  /** What is wrong with them: that experiment is as if it were not there. */
  readonly errors: Error[];
  /** An id has to be made to draw by: tell it by an event, `{ name: "experiment_unit", unit: "…" }`. */
  readonly awaitsUnit: boolean;
  /** Whether this visitor is one of those who see nothing of ours. */
  readonly heldOut: boolean;
  /** The part of all visitors who do; 0 where there is no hold-out. */
  readonly holdout: number;
  /** The experiments whose split is not what it was when this visitor was first exposed. */
  readonly changed: string[];
  /** The variations of an experiment; `undefined` where there is none of that id. */
  variationsOf(id: string): readonly string[] | undefined;
  /** How an experiment is split, in short: to be recorded as `split` of its `experiment_view`. */
  splitOf(id: string): number | undefined;
  /** Whoever this is has these variations from now on, by experiment, and is not held out. Not saved. */
  force(variations: Record<string, string>): void;
}

/** The same for the engine, which hands over what it knows. */
export interface Draw extends Experiments {
  /** The variation of an experiment, as it was drawn last. */
  drawn(id: string): string | undefined;
  /** Draws anew. @returns Whether any variation is another than before. */
  renew(drawing: Drawing): boolean;
}

/**
 * Reads the experiments of a configuration.
 *
 * @param flaw What is wrong with an expression.
 */
export function createExperiments(
  { experiments, holdout = 0 }: Partial<Configuration>,
  profile: () => Profile,
  flaw: (when: string) => string | undefined,
): Draw {
  const errors: Error[] = [];
  const known = new Map<string, Experiment>();
  let forced: Record<string, string> | undefined;

  for (const [id, configuration] of Object.entries(experiments ?? {}))
    try {
      const problem = configuration.when === undefined ? undefined : flaw(configuration.when);
      if (problem) throw Error(`when: ${problem} in: ${configuration.when}`);
      known.set(id, parseExperiment(id, configuration));
    } catch (error) {
      errors.push(Error(`experiment "${id}": ${(error as Error).message}`));
    }
  if (!(holdout >= 0 && holdout < 1)) {
    errors.push(expected(HOLDOUT, "a part of all visitors, such as 0.05", holdout));
    holdout = 0;
  }

  const holdoutOf = bucketsOf(HOLDOUT, 2);
  const isHeldOut = (): boolean => {
    const { unit } = profile();
    return !forced && !!unit && holdoutOf(unit) < holdout;
  };

  const drawOne = (
    id: string,
    { draw, variations, when, hashAttribute }: Experiment,
    { fact, holds }: Drawing,
  ) => {
    const { enrolled, unit } = profile();
    // What was seen once is seen again, whatever has become of weights and targeting.
    const before = entryOf(enrolled, clip(id));
    if (before) return variations.find((key) => clip(key) === before.variation);
    const own = hashAttribute ? fact(hashAttribute) : unit;
    const variation = own == null || own === "" ? undefined : draw(String(own));
    return variation !== undefined && when !== undefined && !holds(when) ? undefined : variation;
  };

  return {
    errors,
    holdout,
    drawn: (id) => known.get(id)?.drawn,
    get heldOut() {
      return isHeldOut();
    },
    get awaitsUnit() {
      return !profile().unit && (holdout > 0 || known.size > 0);
    },
    get changed() {
      return profile()
        .enrolled.filter(({ id, split }) => split && known.has(id) && known.get(id)!.split !== split)
        .map(({ id }) => id);
    },
    variationsOf: (id) => known.get(id)?.variations,
    splitOf: (id) => known.get(id)?.split,
    force(variations) {
      forced = variations;
    },
    renew(drawing) {
      const nobody = isHeldOut();
      let isNew = false;
      for (const [id, experiment] of known) {
        const drawn = forced?.[id] ?? (nobody ? undefined : drawOne(id, experiment, drawing));
        if (drawn === experiment.drawn) continue;
        experiment.drawn = drawn;
        isNew = true;
      }
      return isNew;
    },
  };
}
