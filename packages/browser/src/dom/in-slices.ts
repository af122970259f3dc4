import { outsideZone } from "./outside-zone.ts";
import type { Undo } from "./undo.ts";

/** Work that may be interrupted between its steps: a generator that yields where it can pause. */
export type Steps<Result> = Iterator<unknown, Result>;

/** Milliseconds in one go. On a processor four times slower nothing of it is a long task, which begins at 50 ms. */
const SLICE = 8;

const pause = (): Promise<unknown> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: unknown } };
  // After what the page has waiting for input, yet before its own next timers: https://wicg.github.io/scheduling-apis/
  return typeof scheduler?.yield == "function"
    ? scheduler.yield()
    : new Promise((done) => outsideZone(() => setTimeout(done)));
};

/** Does all steps at once. */
export function drain<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does steps until they have taken a while, lets the page go on, and continues. What is short is done when this returns.
 *
 * @param done Hears the result; what it throws at once reaches the caller.
 * @returns Gives up what is not done yet.
 */
export function inSlices<Result>(steps: Steps<Result>, done: (result: Result) => void): Undo {
  let stopped = false;
  const go = (): void => {
    if (stopped) return;
    const until = performance.now() + SLICE;
    for (;;) {
      const step = steps.next();
      if (step.done) return done(step.value);
      if (performance.now() > until) return void pause().then(go);
    }
  };
  go();
  return () => {
    stopped = true;
  };
}
