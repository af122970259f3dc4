import type { Undo } from "../dom/undo.ts";
import type { Engagement } from "./engagement.ts";

/** So much later than planned, a timer has slept with its computer. Milliseconds. */
export const SLEPT = 5000;

/**
 * Fires when nothing is left to wait for. There is one timer, set to the time when that may be, not a tick; and none
 * while the shopper is not there.
 *
 * @param left Milliseconds that are left, `Infinity` as long as the shopper is not there; it is told how much later
 *   than planned it is asked.
 */
export function later(left: (late: number) => number, { onResume }: Engagement, fire: () => void): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due: number;
  const look = () => {
    clearTimeout(timer);
    const wait = left(Date.now() - due);
    if (wait <= 0) return fire();
    // Longer than 24 days is more than a timer can hold.
    due = Date.now() + Math.min(Math.max(wait, 200), 1e9);
    if (wait < Infinity) timer = setTimeout(look, due - Date.now());
  };
  const again = () => {
    // Not at the time that was planned, but that is no sleep.
    due = Date.now();
    look();
  };
  const off = onResume(again);
  again();
  return () => {
    clearTimeout(timer);
    off();
  };
}
