import type { Page } from "../page.ts";
import type { Exposure } from "../profile/exposures.ts";
import type { Profile } from "../profile/profile.ts";
import type { Asking } from "../segment/asking.ts";
import type { Condition } from "../segment/segments.ts";
import { limitOf, usedOf } from "./cap.ts";
import type { Experience } from "./experience.ts";
import { ownedOf } from "./owned.ts";
import { isOneOf } from "./pages.ts";
import { IN_A_ROW, type Interruptions, type Quiet } from "./quiet.ts";
import type { ResearchOf } from "./research.ts";
import { momentAt } from "./schedule.ts";
import type { Zone } from "./zone.ts";

const GRANTED = "granted";

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
  /** The visitor is one of those who are shown nothing. */
  heldOut?: boolean;
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
  | "holdout"
  | "experiment"
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

/** A rule, with what it looked at: `value operator wanted`. Plain data: nothing and never are null. */
export interface Rule {
  rule: Reason;
  /** Whether it lets the experience be shown. Of what is on the page already, how often and how quiet is not asked. */
  holds: boolean;
  /** Which one of them, as the shop has written it, or the name of its setting. */
  what: string;
  value: string | number | boolean | null;
  operator: "=" | "<" | ">=" | "in" | "not in";
  wanted: string | number | boolean | null | string[];
  /** What a number counts: milliseconds since 1970 (UTC), or milliseconds. */
  unit?: "moment" | "duration" | undefined;
}

/** Is told each rule as it is asked. */
export type Ask = (
  rule: Reason,
  holds: boolean,
  what: string,
  value: Rule["value"] | undefined,
  operator: Rule["operator"],
  wanted: Rule["wanted"],
  unit?: Rule["unit"],
) => void;

/**
 * Asks all rules of one experience, in the order in which they are told. The same says what is decided and why, so that the two
 * never differ; what is there only to be told costs no more than a call.
 *
 * @returns What is wrong with the experience, in words that tell the mend.
 */
export function askRules(at: At, scene: Scene, ask: Ask): string | undefined {
  const { experience, exposure, showing, fired } = at;
  const { configuration, interrupts, inStep, triggers, caps } = experience;
  const { when, pages, group, kind, about, trigger, experiment, variation } = configuration;
  const { now, page, profile, asking, condition, quiet, timezoneOffset, zone, groups, turn } = scene;
  const { visit } = asking;

  if (scene.heldOut) ask("holdout", false, "holdout", true, "=", false);
  if (experiment) {
    const drawn = asking.experiment?.(experiment);
    ask("experiment", drawn === variation, experiment, drawn, "=", variation ?? null);
  }

  let error: string | undefined;
  const fail = (message: string): void => ask("error", false, (error = message), true, "=", false);
  if (when) {
    const who = condition(when);
    const flaw = who.error;
    if (flaw) fail(`when, ${flaw.line}:${flaw.column}: ${flaw.message}`);
    else {
      const does = who.holds(asking);
      ask("who", does, when, does, "=", true);
    }
  }
  if (pages) ask("where", isOneOf(pages, page), "pages", page.path, "in", pages as string[]);
  for (const what of ["from", "until"] as const) {
    const moment = experience[what];
    if (!moment) continue;
    const ts = momentAt(moment, timezoneOffset, zone);
    if (isNaN(ts)) fail('timezone: expected the name of a zone, such as "Europe/Berlin"');
    else if (what === "from") ask("when", now >= ts, what, now, ">=", ts, "moment");
    else ask("when", now < ts, what, now, "<", ts, "moment");
  }

  const isReady = fired || triggers.some(({ on }) => on === "load");
  ask("trigger", showing || isReady, trigger ?? triggers[0]!.on, isReady, "=", true);
  for (const cap of caps) {
    const used = usedOf(cap, exposure, now, visit);
    const [most, rest] = limitOf(cap);
    if (most === undefined) ask("cap", showing || used >= rest, cap.text, used, ">=", rest, "duration");
    else ask("cap", showing || used < most, cap.text, used, "<", most);
  }
  const isOver = exposure.over === visit;
  ask("cap", showing || !isOver, "dismissed or converted in this visit", isOver, "=", false);

  if (interrupts || kind === "redirect")
    ask("quiet", !isOneOf(quiet.pages, page), "quiet.pages", page.path, "not in", quiet.pages);
  if (interrupts) {
    const { shown, dismissed, last } = scene.interruptions();
    const rest = (what: string, ts: number, wanted: number): void => {
      const ago = ts && now >= ts ? now - ts : Infinity;
      ask("quiet", showing || ago >= wanted, `quiet.${what}`, ago, ">=", wanted, "duration");
    };
    const { popups } = quiet;
    ask("quiet", showing || shown < popups, "quiet.popupsPerVisit", shown, "<", popups);
    rest("afterPurchase", profile.lastOrder, quiet.afterPurchase);
    rest("afterDismissals", dismissed < IN_A_ROW ? 0 : last, quiet.afterDismissals);
    // One dialog is enough. Where nobody has to be asked, it is not known.
    const name = "consent.personalization";
    const consent = asking.fact(name) as string | undefined;
    ask("consent", showing || (consent ?? GRANTED) === GRANTED, name, consent, "=", GRANTED);
  }
  if (inStep) {
    const does = condition(inStep).holds(asking);
    ask("journey", does, inStep, does, "=", true);
  }
  if (about) {
    const owned = ownedOf(configuration, page, profile);
    ask("owned", owned === undefined, "bought or in the cart", owned, "=", null);
  }
  if (when)
    for (const research of scene.researchOf(when)) {
      const does = condition(research).holds(asking);
      ask("research", !does, research, does, "=", false);
    }
  if (group) ask("group", !groups.has(group), group, groups.get(group), "=", null);
  if (interrupts) ask("turn", turn === undefined, "one interruption at a time", turn, "=", null);
  return error;
}
