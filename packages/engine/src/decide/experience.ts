import type { ExperienceConfiguration, Kind } from "../configuration.ts";
import { expected } from "./expected.ts";
import { type Cap, parseCaps } from "./cap.ts";
import { type Moment, parseMoment } from "./schedule.ts";
import { parseTriggers, type Trigger } from "./trigger.ts";
import { inStepOf } from "../journey/in-step.ts";

/** An experience whose texts have been read, ready to be decided on. */
export interface Experience {
  id: string;
  /** As it was written. */
  configuration: ExperienceConfiguration;
  /** Whichever comes first sets it off. */
  triggers: Trigger[];
  /** All of them hold. */
  caps: Cap[];
  from?: Moment | undefined;
  until?: Moment | undefined;
  /** Holds while the visitor is in its step of its journey. */
  inStep?: string | undefined;
  /** Whether it interrupts the shopper: one at a time, and never against the quiet rules. */
  interrupts: boolean;
}

const kinds: readonly Kind[] = ["swap", "message", "rail", "popup", "tour", "attributes", "move", "redirect"];

/** How often, where that is not said. */
const usualCaps: Partial<Record<Kind, string>> = {
  popup: "1 per visit",
  redirect: "1 per visit",
  tour: "1 ever",
};

/**
 * Reads an experience. A pop-up that does not say when comes after 30 seconds of nothing; one that does not say how
 * often, once a visit.
 *
 * @throws Where a text cannot be read; the message tells the mend.
 */
export function parseExperience(configuration: ExperienceConfiguration): Experience {
  const { id, kind, when, pages, from, until, about, purpose, journey, step } = configuration;
  const interrupts = kind === "popup" || kind === "tour";
  const { trigger = kind === "popup" ? "idle 30s" : "load", cap = usualCaps[kind] } = configuration;
  if (!kinds.includes(kind)) throw expected("kind", kinds.join(", "), kind);
  const lists = [pages, about, purpose].flatMap((list) => list);
  for (const text of [id, when, trigger, cap, from, until, journey, step, ...lists])
    if (text !== undefined && typeof text !== "string") throw expected("experience", "a text", text);
  return {
    id,
    configuration,
    triggers: parseTriggers(trigger),
    caps: cap ? parseCaps(cap) : [],
    from: parseMoment(from),
    until: parseMoment(until),
    inStep: inStepOf(journey, step),
    interrupts,
  };
}
