import { usedOf } from "./cap.ts";
import { decide, type Decision, type Knowledge, type Situation } from "./decide.ts";
import type { Experience } from "./experience.ts";
import { ownedOf, productsOf } from "./owned.ts";
import { isOneOf } from "./pages.ts";
import { IN_A_ROW } from "./quiet.ts";
import { type At, awaitsConsent, errorOf, isResearch, type Reason, type Scene } from "./rules.ts";
import { momentAt } from "./schedule.ts";

/** A rule, with what it looked at: `value operator wanted`. Plain data: nothing and never are null. */
export interface Rule {
  rule: Reason;
  /** Which one of them, as the shop has written it, or the name of its setting. */
  what: string;
  value: string | number | boolean | null;
  operator: "=" | "!=" | "<" | ">=" | "in" | "not in";
  wanted: string | number | boolean | null | string[];
  /** What a number counts: milliseconds since 1970 (UTC), or milliseconds. */
  unit?: "moment" | "duration";
  /** Whether it lets the experience be shown. Of what is on the page already, how often and how quiet is not asked. */
  holds: boolean;
}

/** Why an experience is shown or not. */
export interface Trace extends Decision {
  /** Every rule that was there to be asked, in their order. */
  rules: Rule[];
}

/** Milliseconds, where there is such a time. */
const known = (ms: number): number | null => (ms < Infinity ? ms : null);

function rulesOf(at: At, scene: Scene): Rule[] {
  const { experience, exposure, showing, fired } = at;
  const { configuration, interrupts, inStep } = experience;
  const { when, pages, group, kind, about } = configuration;
  const { now, page, profile, asking, condition, quiet, timezoneOffset, zone } = scene;
  const rules: Rule[] = [];
  const add = (
    rule: Reason,
    what: string,
    [value, operator, wanted, unit]: [Rule["value"], Rule["operator"], Rule["wanted"], Rule["unit"]?],
    holds: boolean,
  ): void => void rules.push({ rule, what, value, operator, wanted, ...(unit && { unit }), holds });
  /** What is asked only before it is shown. */
  const addOnce: typeof add = (rule, what, compared, holds) => add(rule, what, compared, showing || holds);

  const error = errorOf(at, scene);
  if (error) add("error", error, [true, "=", false], false);
  if (when && !condition(when).error) {
    const holds = condition(when).holds(asking);
    add("who", when, [holds, "=", true], holds);
  }
  if (pages) {
    const holds = isOneOf(pages, page);
    add("where", "pages", [`${page.type} ${page.path}`, "in", [pages].flat()], holds);
  }
  for (const what of ["from", "until"] as const) {
    const moment = experience[what];
    if (!moment) continue;
    const ts = momentAt(moment, timezoneOffset, zone);
    const operator = what === "from" ? ">=" : "<";
    add(
      "when",
      what,
      [now, operator, isNaN(ts) ? null : ts, "moment"],
      what === "from" ? !(now < ts) : !(now >= ts),
    );
  }
  const isReady = fired || experience.triggers.some(({ on }) => on === "load");
  const triggers = configuration.trigger ?? experience.triggers.map(({ on }) => on).join();
  addOnce("trigger", triggers, [isReady, "=", true], isReady);

  const { visit } = asking;
  for (const cap of experience.caps) {
    const used = usedOf(cap, exposure, now, visit);
    if ("until" in cap) addOnce("cap", cap.text, [known(used), "=", null, "duration"], used === Infinity);
    else if ("rest" in cap)
      addOnce("cap", cap.text, [known(used), ">=", cap.rest, "duration"], used >= cap.rest);
    else {
      const most = "times" in cap ? cap.times : cap.dismissals;
      addOnce("cap", cap.text, [used, "<", most], used < most);
    }
  }
  const isOver = exposure.over === visit;
  addOnce("cap", "dismissed or converted in this visit", [isOver, "=", false], !isOver);

  if (interrupts || kind === "redirect") {
    const { pages } = quiet;
    const holds = !isOneOf(pages, page);
    add("quiet", "quiet.pages", [`${page.type} ${page.path}`, "not in", [pages].flat()], holds);
  }
  if (interrupts) {
    const { shown, dismissed, last } = scene.interruptions();
    const since = (ts: number): number => (ts && now >= ts ? now - ts : Infinity);
    const rest = (what: string, ago: number, wanted: number): void =>
      addOnce("quiet", `quiet.${what}`, [known(ago), ">=", wanted, "duration"], ago >= wanted);
    addOnce("quiet", "quiet.popupsPerVisit", [shown, "<", quiet.popups], shown < quiet.popups);
    rest("afterPurchase", since(profile.lastOrder), quiet.afterPurchase);
    rest("afterDismissals", dismissed < IN_A_ROW ? Infinity : since(last), quiet.afterDismissals);
    const consent = asking.fact("consent.personalization") as string | undefined;
    addOnce("consent", "consent.personalization", [consent ?? null, "=", "granted"], !awaitsConsent(scene));
  }
  if (inStep) {
    const holds = condition(inStep).holds(asking);
    add(
      "journey",
      `${configuration.journey}: ${configuration.step ?? "any step"}`,
      [holds, "=", true],
      holds,
    );
  }
  if (about) {
    const owned = ownedOf(configuration, page, profile);
    const what = `bought or in the cart: ${productsOf(configuration, page).join()}`;
    add("owned", what, [owned ?? null, "=", null], owned === undefined);
  }
  if (when && scene.researchOf(when)[0]) {
    const holds = isResearch(when, scene);
    add("research", "many values in one visit only", [holds, "=", false], !holds);
  }
  if (group) {
    const taken = scene.groups.get(group) ?? null;
    add("group", group, [taken, "=", null], taken === null);
  }
  if (interrupts) add("turn", "one interruption at a time", [scene.turn ?? null, "=", null], !scene.turn);
  return rules;
}

/** Decides once more, and tells of one experience each rule with what it looked at; `undefined` where there is no such one. */
export function why(
  id: string,
  experiences: Experience[],
  situation: Situation,
  knowledge: Knowledge,
): Trace | undefined {
  let trace: Trace | undefined;
  decide(experiences, situation, knowledge, (decision, at, scene) => {
    if (decision.id === id) trace = { ...decision, rules: rulesOf(at, scene) };
  });
  return trace;
}
