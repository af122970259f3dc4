import type { Plain } from "./explanation.ts";

/** What would make a part of an expression as it is wanted, by one act or by waiting. Moments are in milliseconds since 1970 (UTC). */
export type Missing =
  | MissingEvents
  | MissingSteps
  | MissingStrength
  | MissingFact
  | Wait
  /** The next visit, as it begins. */
  | { kind: "visit" }
  /** Another segment has to hold, or must not; it is explained where it is asked for first. */
  | { kind: "segment"; name: string; holds: boolean }
  /** Nothing: two types never compare. */
  | { kind: "types"; left: string; right: string }
  /** Nothing: what has happened stays so, and more of it does not help. */
  | { kind: "never" };

/** Events that have to happen. */
export interface MissingEvents {
  kind: "events";
  event: string;
  times: number;
  /** What they have to be like, as it is written. */
  where?: string;
  /** They must not be like that. */
  unlike?: true;
  /** What a field of them has to be. */
  field?: Requirement;
  /** A field that has to have another value in each of them, and none that counts already. */
  different?: string;
  inVisit?: true;
  /** They count only together with what leaves a window at this moment, so they have to come before. */
  before?: number;
  /** Milliseconds that all of them have to lie within. */
  within?: number;
  /** Events that would make it void. */
  unless?: string[];
  /** Milliseconds that have to pass after that. */
  wait?: number;
}

export interface Requirement {
  name: string;
  operator: string;
  value: Plain;
}

/** The steps of a sequence that are still to come. */
export interface MissingSteps {
  kind: "steps";
  /** How many steps are there. */
  done: number;
  /** The next one and what follows, each within so many milliseconds after the one before. */
  steps: { event: string; where?: string; within?: number }[];
  /** The last moment at which the next one still counts. */
  by?: number;
}

/** How much more a value of a dimension has to weigh, or all of them where no value is named. */
export interface MissingStrength {
  kind: "strength";
  dimension: string;
  value?: string;
  weight: number;
}

/** What a fact, or the variation of an experiment, has to be. */
export interface MissingFact extends Requirement {
  kind: "fact" | "experiment";
  /** How much has to be added, where it is a number; less than 0 where it is too much. */
  by?: number;
}

/** Time alone makes it so. */
export interface Wait {
  kind: "wait";
  until: number;
  /** If none of these events comes in the meantime. */
  unless: string[];
}
