import type { Lift } from "./compare.ts";
import type { BadLine } from "./load.ts";
import type { SampleRatio } from "./statistics/sample-ratio.ts";

/** What `shopkeeper report --json` prints. Rates and lifts are parts of one: 0.12 is 12 %. */
export interface Report {
  version: 1;
  settings: {
    /** How often the intervals of one experiment may ever miss the truth. */
    alpha: number;
    expected: number;
    min: number;
    timeZone: string;
  };
  read: {
    files: string[];
    lines: number;
    /** Outcomes that counted, each once. */
    outcomes: number;
    /** What was sent more than once. */
    doubles: number;
    others: number;
    anonymous: number;
    bad: number;
    /** At most 1,000 of them. */
    badLines: BadLine[];
  };
  experiments: ExperimentReport[];
  experiences: ExperienceReport[];
  /** What the reader should know that belongs to no experiment. */
  notes: string[];
}

export interface ExperimentReport {
  id: string;
  control: string;
  /** `null` where it is not known which goal counts. */
  goal: string | null;
  window: string;
  currency: string | null;
  firstDay: string;
  lastDay: string;
  /** Clients that have seen more than one variation, and are left out. */
  multipleExposure: number;
  /** `null` where there is nothing to compare. `alarm` where `p` is below 0.001. */
  sampleRatio: (SampleRatio & { alarm: boolean }) | null;
  /** The control first. */
  variations: VariationReport[];
  /** Cumulative, as it stood at the end of each day. */
  days: DayReport[];
  notes: string[];
}

export interface VariationReport {
  id: string;
  /** What part of the clients it is to have, `null` where it is not in the configuration. */
  weight: number | null;
  exposures: number;
  conversions: number;
  /** Conversions by exposures. */
  conversionRate: number;
  value: number;
  /** Value by exposures. */
  valuePerClient: number;
  /** `null` of the control. */
  beside: Beside | null;
}

/** A variation beside the control. */
export interface Beside {
  /** `null` where too few have converted. */
  conversion: Lift | null;
  value: Lift | null;
  chanceToConvertMore: number;
  /** `null` where nothing is worth anything. */
  chanceToBeWorthMore: number | null;
}

export interface DayReport {
  /** Such as `2026-11-27`, in the shop's time zone. */
  day: string;
  variations: {
    id: string;
    exposures: number;
    conversions: number;
    value: number;
    conversionLift: Lift | null;
    valueLift: Lift | null;
  }[];
}

export interface ExperienceReport {
  id: string;
  variation: string | null;
  /** Clients that have seen it. */
  clients: number;
  views: number;
  clicks: number;
  dismissals: number;
  conversions: number;
}
