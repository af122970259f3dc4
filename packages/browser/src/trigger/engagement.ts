import { listen } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";

/** After so long without a sign of life nobody is reading any more. */
const PAUSE = 30_000;

/** How the shopper is at this page: visible, and with a hand on it. */
export interface Engagement {
  /** Engaged time on this page, in milliseconds. */
  time(): number;
  /** When there was a sign of life last, in milliseconds since 1970. */
  last(): number;
  stop: Undo;
}

/** Follows the engagement by time stamps: nothing ticks, and a computer that sleeps adds nothing. */
export function watchEngagement(): Engagement {
  let total = 0;
  let last = Date.now();
  let visible = !document.hidden;
  const time = () => total + (visible ? Math.max(0, Math.min(Date.now() - last, PAUSE)) : 0);
  const stop = listen(
    window,
    "pointerdown pointermove keydown wheel touchmove scroll visibilitychange",
    ({ type, target }) => {
      // A carousel that scrolls by itself is no sign of life.
      if (type === "scroll" && target !== document) return;
      total = time();
      last = Date.now();
      visible = !document.hidden;
    },
  );
  return { time, last: () => last, stop };
}
