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
  let shown = 0;
  let welcome = 0;
  const dismissals: number[] = [];
  for (const exposure of exposures) {
    const { id, kind, click = 0, convert } = exposure;
    if (kind !== "popup" && kind !== "tour" && !here.has(id)) continue;
    shown += timesIn(exposure, visit);
    welcome = Math.max(welcome, click, convert);
    if (exposure.dismissals) dismissals.push(...exposure.dismissals);
  }
  const row = dismissals.filter((ts) => ts > welcome);
  return { shown, dismissed: row.length, last: Math.max(0, ...row) };
}
