import type { QuietConfiguration } from "../configuration.ts";
import { parseDuration } from "../duration.ts";
import type { Context } from "../engine.ts";
import { entryOf } from "../profile/entry.ts";
import { newExposure, timesIn } from "../profile/exposures.ts";
import { clip } from "../profile/item.ts";
import type { Profile } from "../profile/profile.ts";
import type { Asking } from "../segment/asking.ts";
import type { Condition } from "../segment/segments.ts";
import { isCapped } from "./cap.ts";
import type { Experience } from "./experience.ts";
import { isOneOf } from "./pages.ts";
import { isPast } from "./schedule.ts";

/** The circumstances of a decision. */
export interface Situation extends Context {
  /** Whether a trigger of this experience has gone off on this page. */
  fired(id: string): boolean;
  /** Whether this experience is on the page now. */
  showing(id: string): boolean;
}

/** What a decision may look at besides. */
export interface Knowledge {
  profile: Pick<Profile, "exposures" | "lastOrder">;
  asking: Asking;
  condition(text: string): Condition;
  quiet?: QuietConfiguration | undefined;
  /** The visitor is one of those who are shown nothing. */
  heldOut?: boolean;
}

/** A rule that can stand against an experience. */
export type Reason =
  | "holdout"
  | "experiment"
  | "error"
  | "who"
  | "where"
  | "when"
  | "trigger"
  | "cap"
  | "quiet"
  | "group"
  | "turn";

export interface Decision {
  id: string;
  show: boolean;
  /** Which rules stood against it; empty when shown. */
  reasons: Reason[];
  /** Nothing stands against it but that the visitor has another variation of its experiment. */
  isOther?: boolean;
}

/**
 * Chooses what to show. What is on the page goes first and stays while who, where and when hold; then by priority,
 * then as configured. Of a group one is shown, and of what interrupts one.
 */
export function decide(experiences: Experience[], situation: Situation, knowledge: Knowledge): Decision[] {
  const { profile, asking, condition, quiet = {} } = knowledge;
  const { popupsPerVisit = 1, afterPurchase, pages: quietPages = ["checkout"] } = quiet;
  const { now, timezoneOffset, page } = situation;
  const { exposures, lastOrder } = profile;
  const { visit } = asking;
  const groups = new Set<string | undefined>();
  let turn = false;
  const interrupting = experiences.filter((each) => each.interrupts).map((each) => clip(each.id));
  const interruptions = exposures
    .filter(({ id, kind }) => kind === "popup" || kind === "tour" || interrupting.includes(id))
    .reduce((sum, exposure) => sum + timesIn(exposure, visit), 0);
  const isQuiet =
    interruptions >= popupsPerVisit ||
    (now >= lastOrder && now - lastOrder < parseDuration(afterPurchase, "1d"));

  const decideOne = ({
    id,
    configuration,
    triggers,
    caps,
    from,
    until,
    interrupts,
  }: Experience): Decision => {
    const { kind, when, pages, group } = configuration;
    const disturbs = interrupts || kind === "redirect";
    const showing = situation.showing(id);
    const who = when ? condition(when) : undefined;
    const exposure = entryOf(exposures, clip(id)) ?? newExposure(id);
    const { experiment, variation } = configuration;
    const drawn = experiment ? asking.experiment?.(experiment) : undefined;
    const rules = {
      holdout: knowledge.heldOut,
      experiment: experiment && drawn !== variation,
      error: who?.error,
      who: who && !who.error && !who.holds(asking),
      where: pages && !isOneOf(pages, page),
      when: (from && !isPast(from, now, timezoneOffset)) || (until && isPast(until, now, timezoneOffset)),
      trigger: !showing && !triggers.some(({ on }) => on === "load") && !situation.fired(id),
      cap: !showing && (exposure.over === visit || caps.some((cap) => isCapped(cap, exposure, now, visit))),
      quiet: (disturbs && isOneOf(quietPages, page)) || (interrupts && !showing && isQuiet),
      group: group && groups.has(group),
      turn: interrupts && turn,
    };
    const reasons = (Object.keys(rules) as Reason[]).filter((rule) => rules[rule]);
    const show = !reasons.length;
    if (show) {
      groups.add(group);
      turn ||= interrupts;
    }
    const isOther = drawn !== undefined && reasons.join() === "experiment";
    return isOther ? { id, show, reasons, isOther } : { id, show, reasons };
  };
  const rank = ({ id, configuration }: Experience): number =>
    situation.showing(id) ? Infinity : (configuration.priority ?? 0);
  return [...experiences].sort((a, b) => rank(b) - rank(a)).map(decideOne);
}
