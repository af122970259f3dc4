import type { QuietConfiguration } from "../configuration.ts";
import { parseDuration } from "../duration.ts";
import { type Exposure, timesIn } from "../profile/exposures.ts";
import { clip } from "../profile/item.ts";
import type { Experience } from "./experience.ts";

/** The rules of the whole shop, read. Durations are in milliseconds. */
export interface Quiet {
  popups: number;
  afterPurchase: number;
  afterDismissals: number;
  pages: string[];
}

/** So many interruptions in a row that were waved away are a no to the next. */
export const IN_A_ROW = 2;

/** @see QuietConfiguration for the defaults. */
export const readQuiet = ({
  popupsPerVisit = 1,
  afterPurchase,
  afterDismissals,
  pages = ["checkout"],
}: QuietConfiguration = {}): Quiet => ({
  popups: popupsPerVisit,
  afterPurchase: parseDuration(afterPurchase, "1d"),
  afterDismissals: parseDuration(afterDismissals, "7d"),
  pages,
});

/** What became of the interruptions so far. */
export interface Interruptions {
  /** How many this visit has seen. */
  shown: number;
  /** How many were dismissed since one was last clicked or converted, and when the last of them was. */
  dismissed: number;
  last: number;
}

/**
 * Counts the interruptions of all pages, by what was told of their kind or, of those that are configured here, is known.
 * What was neither dismissed nor taken up says nothing.
 */
export function countInterruptions(
  exposures: Exposure[],
  experiences: Experience[],
  visit: number,
): Interruptions {
  const here = new Set<string>();
  for (const { id, interrupts } of experiences) if (interrupts) here.add(clip(id));
  const all = exposures.filter(({ id, kind }) => kind === "popup" || kind === "tour" || here.has(id));
  const welcome = Math.max(0, ...all.map(({ click = 0, convert }) => Math.max(click, convert)));
  const dismissals = all.flatMap(({ dismissals = [] }) => dismissals).filter((ts) => ts > welcome);
  return {
    shown: all.reduce((sum, exposure) => sum + timesIn(exposure, visit), 0),
    dismissed: dismissals.length,
    last: Math.max(0, ...dismissals),
  };
}
