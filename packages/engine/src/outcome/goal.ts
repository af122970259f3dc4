import type { GoalConfiguration } from "../configuration.ts";
import { expected } from "../decide/expected.ts";
import { parseDuration } from "../duration.ts";

/** A goal that has been read: an event that happens, or an expression that becomes true. */
export interface Goal {
  name: string;
  event?: string;
  when?: string;
  /** Milliseconds after a view: as long it counts. */
  within: number;
  value?: number | undefined;
}

/** A word alone is the name of an event: no expression is one. */
const EVENT = /^[A-Za-z_]\w*$/;

/**
 * Reads a goal.
 *
 * @example parseGoal("purchase") // { name: "purchase", event: "purchase", within: 604800000 }
 * @throws Where it cannot be read; the message tells the mend.
 */
export function parseGoal(given: GoalConfiguration): Goal {
  const { when, within = "7d", name, value } = typeof given === "string" ? { when: given } : Object(given);
  if (typeof when !== "string" || !when.trim())
    throw expected("goal", '"purchase", or { "when": "purchase", "within": "7d" }', given);
  if (name !== undefined && typeof name !== "string") throw expected("name of a goal", "a text", name);
  if (value !== undefined && !Number.isFinite(value)) throw expected("value of a goal", "a number", value);
  const time = parseDuration(typeof within === "string" ? within : undefined);
  if (!(time > 0)) throw expected("within of a goal", '"30m", "7d" …', within);
  const isEvent = EVENT.test(when.trim());
  return {
    // What an expression says of the visitor does not leave the browser, not even as a name.
    name: name ?? (isEvent ? when.trim() : "goal"),
    ...(isEvent ? { event: when.trim() } : { when }),
    within: time,
    value,
  };
}
