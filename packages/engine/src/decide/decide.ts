import type { Context } from "../engine.ts";
import { newExposure } from "../profile/exposures.ts";
import { clip } from "../profile/item.ts";
import type { Experience } from "./experience.ts";
import { countInterruptions, type Interruptions } from "./quiet.ts";
import { askRules, type At, type Reason, type Scene } from "./rules.ts";

export type { Reason };

/** The circumstances of a decision. */
export interface Situation extends Context {
  /** Whether a trigger of this experience has gone off on this page. */
  fired(id: string): boolean;
  /** Whether this experience is on the page now. */
  showing(id: string): boolean;
}

/** What a decision may look at besides. */
export type Knowledge = Pick<
  Scene,
  "profile" | "asking" | "condition" | "quiet" | "zone" | "researchOf" | "heldOut"
>;

/** Of what was never shown. */
const NEVER = newExposure("");

/** Whether an experience is shown. */
export interface Decision {
  id: string;
  show: boolean;
  /** Which rules stood against it; empty when shown. */
  reasons: Reason[];
  /** What is wrong with it, where `error` is one of them. */
  error?: string;
  /** Nothing stands against it but that the visitor has another variation of its experiment. */
  isOther?: boolean;
}

/**
 * Chooses what to show. What is on the page goes first and stays while who, where and when hold; then by priority,
 * then as configured. Of a group one is shown, and of what interrupts one.
 *
 * @param look Is shown each as it is decided, with what was known then.
 */
export function decide(
  experiences: Experience[],
  situation: Situation,
  knowledge: Knowledge,
  look?: (decision: Decision, at: At, scene: Scene) => void,
): Decision[] {
  const { profile, asking } = knowledge;
  const exposures = new Map(profile.exposures.map((exposure) => [exposure.id, exposure]));
  let counted: Interruptions | undefined;
  const scene: Scene = {
    ...knowledge,
    now: situation.now,
    timezoneOffset: situation.timezoneOffset,
    page: situation.page,
    interruptions: () => (counted ??= countInterruptions(profile.exposures, experiences, asking.visit)),
    groups: new Map(),
    turn: undefined,
  };

  const rank = ({ experience: { configuration }, showing }: At): number =>
    showing ? Infinity : (configuration.priority ?? 0);
  const all = experiences.map((experience): At => {
    const { id } = experience;
    return {
      experience,
      exposure: exposures.get(clip(id)) ?? NEVER,
      showing: situation.showing(id),
      fired: situation.fired(id),
    };
  });
  let reasons: Reason[];
  const note = (rule: Reason, holds: boolean): void => {
    if (!holds && reasons.at(-1) !== rule) reasons.push(rule);
  };
  return all
    .sort((a, b) => rank(b) - rank(a))
    .map((at) => {
      const { id, configuration, interrupts } = at.experience;
      reasons = [];
      const error = askRules(at, scene, note);
      const decision: Decision = { id, show: !reasons[0], reasons };
      if (error) decision.error = error;
      if (reasons[0] === "experiment" && !reasons[1] && asking.experiment?.(configuration.experiment!))
        decision.isOther = true;
      look?.(decision, at, scene);
      if (decision.show) {
        scene.groups.set(configuration.group, id);
        if (interrupts) scene.turn = id;
      }
      return decision;
    });
}
