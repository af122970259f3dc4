import { listen } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";
import { countEngaged, type EngagedStore } from "./engaged-time.ts";
import { ownDocument } from "../dom/own-document.ts";

/** How the shopper is at this visit: with a page of it in sight, and a hand on it. */
export interface Engagement {
  /** Engaged time of this visit, in milliseconds: of the pages before, of other tabs, and of this page so far. */
  time(): number;
  /** Whether engaged time is passing now, on this page. */
  active(): boolean;
  /** When there was a sign of life on this page last, in milliseconds since 1970. */
  last(): number;
  /** Tells when it passes again after a pause, or after the page was hidden. */
  onResume(heard: () => void): Undo;
  stop: Undo;
}

/**
 * Follows the engagement by time stamps: nothing ticks, a computer that sleeps adds nothing, and of a page that is
 * opened in the background or rendered ahead nothing counts before it is seen.
 */
export function watchEngagement(store: EngagedStore = {}): Engagement {
  const engaged = countEngaged(store, Date.now(), !ownDocument.hidden);
  const listeners = new Set<() => void>();
  const stop = listen(
    window,
    "pointerdown pointermove keydown wheel touchmove scroll visibilitychange blur pagehide",
    ({ type, target }) => {
      const now = Date.now();
      if (type === "blur" || type === "pagehide") {
        // A field that is left is no window that is.
        if (target === window || target === document) engaged.keep(now);
        // A carousel that scrolls by itself is no sign of life.
      } else if ((type !== "scroll" || target === document) && engaged.act(now, !ownDocument.hidden))
        for (const heard of listeners) heard();
    },
  );
  return {
    time: () => engaged.time(Date.now()),
    active: () => engaged.active(Date.now()),
    last: engaged.last,
    onResume(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    stop() {
      engaged.keep(Date.now());
      stop();
    },
  };
}
