import { check, nearest } from "@shopkeeper/engine";
import { readCondition, truthOf } from "./condition.ts";
import type { Spot } from "./finding.ts";
import { own } from "./markup.ts";
import type { RuleName } from "./rule-names.ts";
import { PROFILE } from "./vocabulary.ts";
import { isFilledIn, mendWord, type World } from "./world.ts";

/** Which rule a sentence of the engine's `check` belongs to, and what mends it where it knows no nearer word. */
const SENTENCES: [pattern: RegExp, rule: RuleName, mend: string][] = [
  [/^There is no fact /, "unknown-fact", "Write one of the facts in docs/segments.md."],
  [/^There is no segment /, "unknown-segment", "Define it in `segments` of the configuration."],
  [
    /^There is no dimension /,
    "unknown-dimension",
    "Define it in `affinity.dimensions` of the configuration.",
  ],
  [/ leads back to this segment/, "circular-segment", "Take one of the two out of the other."],
  [/^/, "broken-expression", "docs/segments.md tells the whole language."],
];

/** Tells what the engine's `check` has to say of an expression. */
function tell(world: World, message: string, spot: Spot): void {
  const [line = "", ...excerpt] = message.split("\n");
  const [, sentence = line, question] = /^(.*?)(?: (Did you mean .*\?))?$/.exec(line) ?? [];
  const [, rule, mend] = SENTENCES.find(([pattern]) => pattern.test(sentence))!;
  world.report(rule, spot, sentence, question ?? mend, excerpt.join("\n") || undefined);
}

/** How many characters into a text a line and a column are. */
export const offsetOf = (text: string, line: number, column: number): number =>
  text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length + 1, column - 1);

/** The names under `profile.` that the page itself has controls for, and those that shops commonly use. */
const profileNames = ({ elements }: World): string[] => [
  ...PROFILE,
  ...elements.flatMap((element) => own(element, "profile") ?? []),
];

/** Reports a name under `profile.` that looks like a slip: all of them are allowed. */
function checkProfile(world: World, name: string, spot: Spot): void {
  const known = profileNames(world);
  const meant = known.includes(name) ? undefined : nearest(name, known);
  if (meant)
    world.report(
      "unlikely-fact",
      spot,
      `Nothing here states profile.${name}.`,
      `Did you mean profile.${meant}?`,
    );
}

function checkNames(world: World, text: string, spot: (offset: number) => Spot): void {
  for (const { 1: name, index } of text.matchAll(/\bprofile\.(\w+)/g))
    checkProfile(world, name!, spot(index));
  const { experiments } = world;
  if (!experiments) return;
  const asked = /\bexperiment\s*\(\s*(["'])(.*?)\1\s*\)(?:\s*!?=\s*(["'])(.*?)\3)?/g;
  for (const { 2: id, 4: variation, index } of text.matchAll(asked)) {
    const variations = experiments.get(id!);
    if (!variations)
      world.report(
        "unknown-experiment",
        spot(index),
        `There is no experiment "${id}".`,
        mendWord(id!, [...experiments.keys()]),
      );
    else if (variation !== undefined && !variations.includes(variation))
      world.report(
        "unknown-variation",
        spot(index),
        `The experiment "${id}" has no variation "${variation}".`,
        mendWord(variation, variations),
      );
  }
}

/**
 * Checks an expression, also whether it can hold at all.
 *
 * @param spot Where an offset of it is.
 * @param whose What never shows if it never holds: `"This alternative"`.
 * @returns Whether it is right and may hold.
 */
export function checkExpression(
  world: World,
  text: string,
  spot: (offset: number) => Spot,
  whose: string,
): boolean {
  if (isFilledIn(text)) return true;
  const errors = check(text, { segments: world.segments, affinity: world.affinity });
  for (const { line, column, message } of errors) tell(world, message, spot(offsetOf(text, line, column)));
  checkNames(world, text, spot);
  if (errors.length) return false;
  const condition = readCondition(text);
  if (!condition || truthOf(condition) !== false) return true;
  world.report(
    "never-shown",
    spot(0),
    `${whose} can never be shown: its condition never holds.`,
    "Change the condition, or take it out.",
  );
  return false;
}

/** Facts that are known of every visitor, so that nothing has to stand for them. */
const KNOWN =
  /^(visitor\.(visits|stage)|visit\.pages|cart\.(quantity|lines|value)|orders\.(count|value)|now\.\w+|page\.(type|path|title))$/;

/**
 * Checks the facts in a text.
 *
 * @returns The names of those that may be unknown and have nothing to stand for them.
 */
export function checkText(world: World, text: string, spot: (offset: number) => Spot): string[] {
  if (isFilledIn(text)) return [];
  const bare: string[] = [];
  let rest = text;
  for (const { 0: whole, 1: name, 2: instead, index } of text.matchAll(
    /\{\s*([\w.]+)\s*(?:\|([^{}]*))?\}/g,
  )) {
    rest = rest.replace(whole, " ".repeat(whole.length));
    const place = spot(index + whole.indexOf(name!));
    if (name!.startsWith("profile.")) checkProfile(world, name!.slice(8), place);
    const [error] = check(`known(${name})`);
    if (error) tell(world, error.message.split("\n")[0]!, place);
    else if (instead === undefined && !KNOWN.test(name!)) bare.push(name!);
  }
  const brace = rest.search(/[{}]/);
  if (brace >= 0)
    world.report(
      "broken-expression",
      spot(brace),
      `${rest[brace]} stands alone and would be shown as it is.`,
      "Write a fact in braces: {profile.name|friend}.",
    );
  return bare;
}
