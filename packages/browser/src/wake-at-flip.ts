import { listen } from "./dom/elements.ts";
import type { Undo } from "./dom/undo.ts";
import { ownDocument } from "./dom/own-document.ts";

/** Nothing has to be shown sooner, and a wish for something every millisecond must not keep the page busy. */
const SHORTEST = 200;

/** Timers cannot wait longer than 2^31 milliseconds: they would go off at once. */
const LONGEST = 2 ** 31 - 1;

export interface Alarm {
  /** Wakes in so many milliseconds, and not when it was told before; `Infinity`: something has to happen first. */
  set(wait: number): void;
  stop: Undo;
}

/**
 * Wakes when time alone may have changed an answer, so that nobody has to look again and again. In a page that nobody
 * sees it sleeps, and makes up for that when the page is seen again.
 */
export function wakeAtFlip(wake: () => void): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (wait: number): void => {
    clearTimeout(timer);
    if (wait < LONGEST && !ownDocument.hidden) timer = setTimeout(wake, Math.max(SHORTEST, wait));
  };
  const stopListening = listen(document, "visibilitychange", () => {
    if (ownDocument.hidden) set(Infinity);
    else wake();
  });
  return {
    set,
    stop() {
      set(Infinity);
      stopListening();
    },
  };
}
