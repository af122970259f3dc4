import type { Undo } from "../dom/undo.ts";

/**
 * Fires when nothing is left to wait for. There is one timer, set to the time when that may be, not a tick.
 *
 * @param left Milliseconds that are left; it is told how much later than planned it is asked.
 */
export function later(left: (late: number) => number, fire: () => void): Undo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Date.now();
  const look = () => {
    const wait = left(Date.now() - due);
    if (wait <= 0) return fire();
    // Longer than 24 days is more than a timer can hold.
    due = Date.now() + Math.min(Math.max(wait, 200), 1e9);
    timer = setTimeout(look, due - Date.now());
  };
  look();
  return () => clearTimeout(timer);
}
