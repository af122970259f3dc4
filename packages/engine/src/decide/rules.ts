import type { Page } from "../page.ts";
import type { Exposure } from "../profile/exposures.ts";
import type { Profile } from "../profile/profile.ts";
import type { Asking } from "../segment/asking.ts";
import type { Condition } from "../segment/segments.ts";
import { isCapped } from "./cap.ts";
import type { Experience } from "./experience.ts";
import { ownedOf } from "./owned.ts";
import { isOneOf } from "./pages.ts";
import { IN_A_ROW, type Interruptions, type Quiet } from "./quiet.ts";
import type { ResearchOf } from "./research.ts";
import { momentAt } from "./schedule.ts";
import type { Zone } from "./zone.ts";

/** What the rules look at, the same for all experiences of one decision. */
export interface Scene {
  now: number;
  timezoneOffset: number;
  page: Page;
  profile: Pick<Profile, "exposures" | "lastOrder" | "bought" | "lines" | "changes">;
  asking: Asking;
  condition(text: string): Condition;
  quiet: Quiet;
  zone?: Zone | undefined;
  researchOf: ResearchOf;
  /** Of all pages; counted when it is first asked for. */
  interruptions(): Interruptions;
  /** Who has taken the place of a group, and the turn to interrupt. */
  groups: Map<string | undefined, string>;
  turn: string | undefined;
}

/** One experience in it. */
export interface At {
  experience: Experience;
  exposure: Exposure;
  /** It is on the page: what is seen stays, and only ends where it does not fit any more. */
  showing: boolean;
  fired: boolean;
}

/** A rule that can stand against an experience. */
export type Reason =
  | "error"
  | "who"
  | "where"
  | "when"
  | "trigger"
  | "cap"
  | "quiet"
  | "consent"
  | "journey"
  | "owned"
  | "research"
  | "group"
  | "turn";

/** Whether consent is still asked for: one dialog is enough. Where nobody has to be asked, it is not known. */
export const awaitsConsent = ({ asking }: Scene): boolean => {
  const consent = asking.fact("consent.personalization");
  return consent !== undefined && consent !== "granted";
};

/** Whether it may be spoken to as if its taste were known. */
export const isResearch = (when: string, { researchOf, condition, asking }: Scene): boolean =>
  researchOf(when).some((text) => condition(text).holds(asking));

/** What is wrong with an experience, in words that tell the mend. */
export function errorOf(
  { experience: { configuration, from, until } }: At,
  { condition, timezoneOffset, zone }: Scene,
): string | undefined {
  const { when } = configuration;
  const error = when ? condition(when).error : undefined;
  if (error) return `when, ${error.line}:${error.column}: ${error.message}`;
  for (const moment of [from, until])
    if (moment && isNaN(momentAt(moment, timezoneOffset, zone)))
      return 'timezone: expected the name of a zone, such as "Europe/Berlin"';
}

/** Whether the whole shop is quiet, for what interrupts. */
const isQuiet = ({ now, quiet, profile, interruptions }: Scene): boolean => {
  const { lastOrder } = profile;
  const { shown, dismissed, last } = interruptions();
  return (
    shown >= quiet.popups ||
    (now >= lastOrder && now - lastOrder < quiet.afterPurchase) ||
    (dismissed >= IN_A_ROW && now >= last && now - last < quiet.afterDismissals)
  );
};

/** All rules, in the order in which they are told: each says whether it stands against an experience. */
export const RULES: readonly [name: Reason, stands: (at: At, scene: Scene) => boolean][] = [
  ["error", (at, scene) => errorOf(at, scene) !== undefined],
  [
    "who",
    ({ experience: { configuration } }, { condition, asking }) => {
      const who = configuration.when ? condition(configuration.when) : undefined;
      return !!who && !who.error && !who.holds(asking);
    },
  ],
  [
    "where",
    ({ experience: { configuration } }, { page }) =>
      !!configuration.pages && !isOneOf(configuration.pages, page),
  ],
  [
    "when",
    ({ experience: { from, until } }, { now, timezoneOffset, zone }) =>
      (!!from && now < momentAt(from, timezoneOffset, zone)) ||
      (!!until && now >= momentAt(until, timezoneOffset, zone)),
  ],
  [
    "trigger",
    ({ experience: { triggers }, showing, fired }) =>
      !showing && !fired && !triggers.some(({ on }) => on === "load"),
  ],
  [
    "cap",
    ({ experience: { caps }, exposure, showing }, { now, asking: { visit } }) =>
      !showing && (exposure.over === visit || caps.some((cap) => isCapped(cap, exposure, now, visit))),
  ],
  [
    "quiet",
    ({ experience: { interrupts, configuration }, showing }, scene) =>
      ((interrupts || configuration.kind === "redirect") && isOneOf(scene.quiet.pages, scene.page)) ||
      (interrupts && !showing && isQuiet(scene)),
  ],
  [
    "consent",
    ({ experience: { interrupts }, showing }, scene) => interrupts && !showing && awaitsConsent(scene),
  ],
  [
    "journey",
    ({ experience: { inStep } }, { condition, asking }) => !!inStep && !condition(inStep).holds(asking),
  ],
  [
    "owned",
    ({ experience: { configuration } }, { page, profile }) =>
      ownedOf(configuration, page, profile) !== undefined,
  ],
  [
    "research",
    ({ experience: { configuration } }, scene) =>
      !!configuration.when && isResearch(configuration.when, scene),
  ],
  [
    "group",
    ({ experience: { configuration } }, { groups }) =>
      !!configuration.group && groups.has(configuration.group),
  ],
  ["turn", ({ experience: { interrupts } }, { turn }) => interrupts && turn !== undefined],
];
