import { parseExperience, type ExperienceConfiguration } from "@shopkeeper/engine";
import { checkExpression } from "../expression.ts";
import type { Spot } from "../finding.ts";
import { has } from "../markup.ts";
import type { RuleName } from "../rule-names.ts";
import { PLACES } from "../vocabulary.ts";
import { at, checkWord, isFilledIn, mendWord, written, type World, type Written } from "../world.ts";

const TRIGGERS = "load idle exit scroll time pages visible click event return".split(" ");
/** Sooner than this nobody has seen anything yet. */
const SOON = 5000;

type Read = Partial<ReturnType<typeof parseExperience>>;

/** Reads one text of an experience as the engine does, and tells what is wrong with it. */
function read(
  { report }: World,
  text: unknown,
  rule: RuleName,
  key: "trigger" | "cap" | "from" | "until",
  spot: Spot,
): Read {
  if (typeof text !== "string" || isFilledIn(text)) return {};
  try {
    return parseExperience({ id: "", kind: "popup", [key]: text } as ExperienceConfiguration);
  } catch (error) {
    const [, expected = "", got = text] = /expected (.*), got (.*)$/.exec((error as Error).message) ?? [];
    const word = /^"?(\w*)/.exec(got)![1]!;
    const meant = key === "trigger" && !TRIGGERS.includes(word) ? mendWord(word, TRIGGERS) : "";
    report(
      rule,
      spot,
      `The ${key} ${got} cannot be read.`,
      meant.startsWith("Did") ? meant : `Write it as ${expected.replaceAll(" …", "")}.`,
    );
    return {};
  }
}

/** Reads when an experience comes. */
export function checkTrigger(world: World, text: unknown, spot: Spot, interrupts: boolean): Read["triggers"] {
  const { triggers } = read(world, text, "unknown-trigger", "trigger", spot);
  if (typeof text !== "string" || !interrupts) return triggers;
  const early = triggers?.find(
    ({ on, amount }) =>
      on === "load" ||
      (/^(time|idle)$/.test(on) && amount < SOON) ||
      (on === "scroll" && !amount) ||
      (on === "pages" && amount < 2),
  );
  if (early)
    world.report(
      "popup-on-load",
      spot,
      "This pop-up comes before anything of the page has been read.",
      'Let something come first, such as "idle 30s", "scroll 50%" or "exit".',
    );
  return triggers;
}

/** Reads how often an experience comes. */
export function checkCap(world: World, text: unknown, spot: Spot): void {
  const { caps = [] } = read(world, text, "unknown-cap", "cap", spot);
  if (caps.some((cap) => "times" in cap && cap.times === 0))
    world.report("never-shown", spot, "A cap of 0 means never.", 'Write how often, such as "1 per visit".');
}

/** Reads from and until when an experience is there. */
export function checkSchedule(world: World, { from, until }: Written, spot: (key: string) => Spot): void {
  const begin = read(world, from, "wrong-value", "from", spot("from")).from;
  const end = read(world, until, "wrong-value", "until", spot("until")).until;
  if (begin && end && begin.local === end.local && begin.at >= end.at)
    world.report(
      "never-shown",
      spot("until"),
      "This experience can never be shown: it ends before it begins.",
      "Let `until` be later than `from`.",
    );
}

/** Pop-ups that are written as templates. */
export function checkPopups(world: World): void {
  for (const element of world.elements) {
    if (!has(element, "popup")) continue;
    checkTrigger(world, written(element, "trigger"), at(element, "trigger"), true);
    checkCap(world, written(element, "cap"), at(element, "cap"));
    checkWord(world, "unknown-place", "place", written(element, "place"), PLACES, at(element, "place"));
    const when = written(element, "when");
    if (when) checkExpression(world, when, (offset) => at(element, "when", offset), "This pop-up");
  }
}
