import type { Scoring } from "@shopkeeper/engine";
import { distanceWeights, type TableSettings } from "../settings.ts";

/** What is looked for. */
export interface Scalars {
  recency: number;
  /** How far a distance says something, how much the way back does, and how much more what follows at once. */
  reach: number;
  back: number;
  adjacent: number;
  rowPower: number;
  columnPower: number;
  shrink: number;
  hop: number;
  epsilon: number;
  /** The view before the last counts 1 / 2^fall, the one before it 1 / 3^fall. */
  fall: number;
  repeatLast: number;
  repeat: number;
  fade: number;
  again: number;
}

/** Where a scalar may be, and how far the first try goes: a factor where it is above 0 by nature, else an addend. */
interface Range {
  min: number;
  max: number;
  step: number;
  isFactor: boolean;
  /** Whether the table has to be made anew. */
  isTable: boolean;
}

const range = (min: number, max: number, step: number, isFactor: boolean, isTable: boolean): Range => ({
  min,
  max,
  step,
  isFactor,
  isTable,
});

export const RANGES: Record<keyof Scalars, Range> = {
  recency: range(0.02, 20, 2, true, true),
  reach: range(0.2, 20, 1.6, true, true),
  back: range(0, 1.5, 0.2, false, true),
  adjacent: range(0.3, 5, 1.4, true, true),
  rowPower: range(0.2, 1.2, 0.1, false, true),
  columnPower: range(0, 0.8, 0.08, false, true),
  shrink: range(0.5, 300, 2, true, true),
  hop: range(0, 3, 0.3, false, true),
  epsilon: range(1e-4, 1, 1.6, true, false),
  fall: range(0.1, 5, 1.4, true, false),
  repeatLast: range(-5, 10, 0.8, false, false),
  repeat: range(-5, 10, 0.8, false, false),
  fade: range(0.3, 50, 1.7, true, false),
  again: range(-1, 4, 0.4, false, false),
};

/** As many views as one remembers. */
const VIEWS = 8;

export const tableSettings = ({ reach, back, adjacent, ...scalars }: Scalars): TableSettings => {
  const { forward, backward } = distanceWeights(reach, back);
  forward[0]! *= adjacent;
  backward[0]! *= adjacent;
  const { recency, rowPower, columnPower, shrink, hop, epsilon } = scalars;
  return { recency, forward, backward, rowPower, columnPower, shrink, hop, epsilon };
};

/** @param views How many of the last views count. */
export function scoring({ fall, repeatLast, repeat, fade, again }: Scalars, views = VIEWS): Scoring {
  const tidy = (value: number): number => Number(value.toPrecision(5));
  return {
    decay: Array.from({ length: views }, (_, since) => tidy((since + 1) ** -fall)),
    repeatLast: tidy(repeatLast),
    repeat: tidy(repeat),
    fade: tidy(fade),
    again: tidy(again),
  };
}

/** The untuned setting: `DEFAULTS` and the encoder's `SCORING`. */
export const UNTUNED: Scalars = {
  recency: 0.7,
  reach: 2,
  back: 0.6,
  adjacent: 1,
  rowPower: 0.85,
  columnPower: 0.1,
  shrink: 20,
  hop: 0.6,
  epsilon: 0.03,
  fall: 1,
  repeatLast: 3,
  repeat: 3,
  fade: 5,
  again: 1,
};
