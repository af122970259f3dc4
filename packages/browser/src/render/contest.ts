import { listen } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";

/** The mark of an element in which the page keeps taking our changes back, so that we have given up there. */
export const CONTESTED = "data-sk-contested";
const TRIES = 5;
const SPAN = 10_000;

let lastAct = 0;

/** What the shopper does gives a page reason to render anew, which is no quarrel. */
export const hearShopper = (): Undo =>
  listen(document, "pointerdown keydown wheel touchmove", () => (lastAct = performance.now()));

/**
 * Whether a change that the page has taken back may be made once more: five times in all in ten seconds, unless the shopper
 * has done something in between. Two scripts that undo each other's work within microtasks would freeze the page.
 *
 * @param times When it was tried: kept by the caller, written here.
 */
export function mayTryAgain(times: number[]): boolean {
  const now = performance.now();
  const recent = times.filter((time) => time > Math.max(lastAct, now - SPAN));
  times.splice(0, times.length, ...recent, now);
  // The first time was a try as well.
  return recent.length < TRIES - 1;
}
