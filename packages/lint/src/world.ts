import type { AffinityConfiguration } from "@shopkeeper/engine";
import { nearest } from "@shopkeeper/engine";
import type { Spot } from "./finding.ts";
import type { Json, Path } from "./json.ts";
import { childrenOf, closest, has, own, type Markup, type Page } from "./markup.ts";
import type { RuleName } from "./rule-names.ts";
import { STRATEGIES } from "./vocabulary.ts";

/** A configuration as it was written: anything may stand anywhere. */
export type Written = Record<string, unknown>;

/** The configuration that counts on a page. */
export interface Given {
  value: Written;
  /** Where a value of it stands; `within` counts the characters of a text. */
  spot(path: Path, within?: number): Spot;
  json: Json;
}

export type Report = (rule: RuleName, spot: Spot, message: string, mend: string, excerpt?: string) => void;

/** What the rules look at, and whom they tell. */
export interface World {
  page?: Page | undefined;
  /** All elements of the page, those in templates included. */
  elements: Markup[];
  configuration?: Given | undefined;
  /** The names of the segments and of the experiments; absent where nobody can tell which there are. */
  segments?: string[] | undefined;
  experiments?: Map<string, string[]> | undefined;
  affinity?: AffinityConfiguration | undefined;
  /** Whether a selector means something in one of the pages; `undefined` where that cannot be told. @throws as `has` */
  isFound(selector: string): boolean | undefined;
  report: Report;
}

/** Whether a program of the shop's server fills this in: what will stand there is not known. */
export const isFilledIn = (value: string): boolean => /\{\{|\{%|<[?%]|\$\{/.test(value);

/** An attribute of ours that is there and is not filled in by a server's program. */
export function written(element: Markup, name: string): string | undefined {
  const value = own(element, name);
  return value === undefined || isFilledIn(value) ? undefined : value;
}

/** Where an attribute of ours stands. */
export const at = (element: Markup, name: string, offset?: number): Spot => ({
  element,
  attribute: `data-sk-${name}`,
  offset,
});

/** "Did you mean …?" where a word is near, else the words that there are. */
export function mendWord(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  return meant ? `Did you mean ${meant}?` : `There are: ${words.join(", ")}.`;
}

/** Reports a word that is none of those that there are. */
export function checkWord(
  { report }: World,
  rule: RuleName,
  what: string,
  word: unknown,
  words: readonly string[],
  spot: Spot,
): void {
  if (typeof word !== "string" || words.includes(word)) return;
  report(rule, spot, `There is no ${what} "${word}".`, mendWord(word, words));
}

/** Strategies of a rail: one, or several of which the first that finds something counts. */
export function checkStrategies(world: World, written: unknown, spot: Spot): void {
  if (typeof written !== "string") return;
  for (const strategy of written.trim().split(/[\s,]+/))
    checkWord(world, "unknown-strategy", "strategy", strategy, STRATEGIES, spot);
}

/** The templates among an element's children. */
export const templatesIn = (element: Markup): Markup[] =>
  childrenOf(element).filter(({ name }) => name === "template");

export const isCard = (template: Markup): boolean =>
  template.name === "template" && !!template.parent && has(template.parent, "rail");

/** The templates that are ours to show: alternatives, cards, pop-ups and those that the configuration names. */
export function ourTemplates({ elements, configuration }: World): Markup[] {
  const named = [configuration?.value.experiences].flat().map((each) => (each as Written | null)?.template);
  return elements.filter((element) => {
    if (element.name !== "template") return false;
    const { parent, attributes } = element;
    if (has(element, "popup") || has(element, "when") || has(element, "variation")) return true;
    return (
      (!!parent && (has(parent, "slot") || has(parent, "rail"))) || named.includes(`#${attributes.get("id")}`)
    );
  });
}

/** What stands in the templates of ours, each with the nearest template around it. */
export function inTemplates(world: World): { element: Markup; template: Markup }[] {
  const templates = new Set(ourTemplates(world));
  return world.elements.flatMap((element) => {
    const template = closest(element.parent, (each) => templates.has(each));
    return template ? [{ element, template }] : [];
  });
}

/** Whether an element is in a template, of whoever. */
export const isAsleep = (element: Markup): boolean =>
  !!closest(element.parent, ({ name }) => name === "template");

const TAG = /(^|\/)shopkeeper[\w.-]*\.js(\?|#|$)/;

/** The script tags of ours. */
export const tagsOf = ({ elements }: Pick<World, "elements">): Markup[] =>
  elements.filter(
    ({ name, attributes }) =>
      name === "script" && (attributes.has("data-experiences") || TAG.test(attributes.get("src") ?? "")),
  );
