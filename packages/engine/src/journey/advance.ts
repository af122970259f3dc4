import { eventOf } from "./in-step.ts";
import type { Journey } from "./read-journeys.ts";

/** A visitor comes to a step: what is recorded then. */
export interface Move {
  /** Name of the event: `journey_win_back`. */
  event: string;
  /** Its parameters. */
  parameters: { journey: string; step: string; from?: string };
}

/**
 * Where a visitor goes from where they are. A closed page runs no timers: it is asked while the visitor is there, and a step
 * begins when they are. So nobody is through with a reminder that they were not there to see.
 *
 * Record the moves, each as an event, before anything is decided. Ask only where the whole history is known (`cold` is
 * false), or who is on the way would set out anew.
 *
 * @param holds Whether an expression holds now.
 */
export const advance = (journeys: Journey[], holds: (expression: string) => boolean): Move[] =>
  journeys.flatMap(({ name, branches, onward }) => {
    const taken = branches.find(({ expression }) => holds(expression));
    if (!taken) return [];
    let { to } = taken;
    // Without a loop that does not wait, this ends.
    for (let next; (next = onward.get(to)?.find(({ expression }) => holds(expression)));) to = next.to;
    const { from } = taken;
    return [
      { event: eventOf(name), parameters: { journey: name, step: to, ...(from !== undefined && { from }) } },
    ];
  });
