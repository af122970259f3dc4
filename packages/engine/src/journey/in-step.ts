import { expected } from "../decide/expected.ts";

/** What a journey and a step may be called. */
export const NAME = /^[a-z][\w-]*$/i;

/** The step of those who have reached the goal. */
export const GOAL = "goal";

/**
 * The event that is recorded when a visitor comes to a step: so the segment language can ask for it.
 *
 * @example eventOf("win-back") // "journey_win_back": last(journey_win_back.step) = "reminded"
 */
export const eventOf = (journey: string): string => `journey_${journey.replaceAll("-", "_")}`;

/**
 * An expression that holds while a visitor is in a step of a journey, or on the way in any.
 *
 * @example inStepOf("win-back", "reminded") // 'last(journey_win_back.step) = "reminded"'
 */
export function inStepOf(journey: string | undefined, step: string | undefined): string | undefined {
  if (journey === undefined && step === undefined) return undefined;
  for (const name of [journey, step ?? GOAL])
    if (!NAME.test(name ?? "")) throw expected("journey, step", "a name of letters, digits, _ and -", name);
  return `last(${eventOf(journey!)}.step) ${step ? `= "${step}"` : `!= "${GOAL}"`}`;
}
