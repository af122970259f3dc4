import type { Asking } from "./asking.ts";

/** One asking, and what is found out on the way. */
export interface Run {
  now: number;
  visit: number;
  _asking: Asking;
  /** The earliest moment after `now` at which time alone could change what was looked at. */
  _next: number;
}

/** Notes a moment at which something that was looked at may change. */
export function wakeAt(run: Run, moment: number): void {
  if (moment > run.now && moment < run._next) run._next = moment;
}
