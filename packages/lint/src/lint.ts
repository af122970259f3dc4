import type { AffinityConfiguration } from "@shopkeeper/engine";
import type { Finding, Spot } from "./finding.ts";
import { jsonOf, parseJson, type Json, type Path } from "./json.ts";
import { below, has, type Markup, type Page } from "./markup.ts";
import { RULES, type Severities } from "./rule-names.ts";
import { checkAlternatives } from "./rules/alternatives.ts";
import { checkAttributes } from "./rules/attributes.ts";
import { checkConfiguration } from "./rules/configuration.ts";
import { checkExperiences } from "./rules/experiences.ts";
import { checkExperiments } from "./rules/experiments.ts";
import { checkIds } from "./rules/ids.ts";
import { checkItems } from "./rules/items.ts";
import { checkPictures } from "./rules/pictures.ts";
import { checkPopups } from "./rules/popups.ts";
import { checkTag } from "./rules/tag.ts";
import { checkTemplates } from "./rules/templates.ts";
import { checkTexts } from "./rules/texts.ts";
import { isSilenced, silencedByComments } from "./silence.ts";
import { isFilledIn, tagsOf, type Given, type Report, type World, type Written } from "./world.ts";

/** What is to be checked: a page, a configuration, or a page with its configuration. */
export interface LintOptions<Origin = unknown> {
  page?: Page<Origin> | undefined;
  /** The configuration of the page, where that does not stand in it: the text of its file, or what was read from it. */
  configuration?: string | object | undefined;
  /** Whether other pages of the shop have what a selector means; as {@link Page.has}. */
  elsewhere?: ((selector: string) => boolean | undefined) | undefined;
  /** The page's configuration is a file that could not be read: which segments there are cannot be told. */
  isIncomplete?: boolean | undefined;
  severities?: Severities | undefined;
}

const RULES_IN_ORDER = [
  checkTag,
  checkConfiguration,
  checkExperiences,
  checkAttributes,
  checkAlternatives,
  checkTexts,
  checkPopups,
  checkExperiments,
  checkItems,
  checkTemplates,
  checkPictures,
  checkIds,
];

const isObject = (value: unknown): value is Written =>
  !!value && typeof value === "object" && !Array.isArray(value);

/** The text of the configuration that stands in the page; the first is the one that is read. */
const inlineConfiguration = (elements: Markup[]): Markup | undefined =>
  elements.find((each) => each.name === "script" && has(each, "config"));

const scriptText = ({ nodes }: Markup): string => nodes.filter((node) => typeof node === "string").join("");

/** Reads the configuration that counts. */
function readGiven(json: Json, report: Report, element?: Markup): Given | undefined {
  const place = (offset: number): Spot => ({ element, offset });
  const { value, error } = json;
  if (error)
    report(
      "bad-json",
      place(error.offset),
      `The configuration is not JSON: ${error.message}.`,
      "Texts and keys stand in double quotes, with a comma between two entries and none after the last.",
    );
  else if (!isObject(value))
    report("bad-json", place(0), "The configuration is no object.", 'Write it as { "version": 1, … }.');
  else
    return {
      value,
      json,
      spot: (path: Path, within?: number) => place(json.offset(path, within)),
    };
  return undefined;
}

const namesOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : []);

/** Which experiments there are, with the names of their variations. */
function experimentsOf(value: unknown): Map<string, string[]> {
  if (!isObject(value)) return new Map();
  return new Map(
    Object.entries(value).map(([id, experiment]) => [
      id,
      isObject(experiment)
        ? Array.isArray(experiment.variations)
          ? experiment.variations.map(String)
          : namesOf(experiment.variations)
        : [],
    ]),
  );
}

/** Whether a page has anything to do with us. */
const concernsUs = (elements: Markup[]): boolean =>
  tagsOf({ elements }).length > 0 ||
  elements.some(({ attributes }) => [...attributes.keys()].some((name) => name.startsWith("data-sk-")));

function worldOf<Origin>(options: LintOptions<Origin>, elements: Markup[], report: Report): World {
  const page = options.page as Page | undefined;
  const { configuration: given } = options;
  const inline = given === undefined ? inlineConfiguration(elements) : undefined;
  const text = inline ? scriptText(inline) : given;
  const json =
    text === undefined || (inline && isFilledIn(scriptText(inline)))
      ? undefined
      : typeof text === "string"
        ? parseJson(text)
        : jsonOf(text);
  const configuration = json && readGiven(json, report, inline);
  // Without a tag the page is a part of one, or an app hands over what it says by a script.
  const isKnown =
    configuration ?? (!options.isIncomplete && !json && !inline && tagsOf({ elements }).length > 0);
  const { segments, experiments, affinity } = configuration?.value ?? {};
  return {
    page,
    elements,
    configuration,
    segments: isKnown ? namesOf(segments) : undefined,
    experiments: isKnown ? experimentsOf(experiments) : undefined,
    affinity: isObject(affinity) ? (affinity as AffinityConfiguration) : undefined,
    isFound(selector) {
      const { elsewhere = () => false } = options;
      const found = page?.has(selector) || elsewhere(selector);
      // Without a page nothing can be missing from it.
      return page ? found : undefined;
    },
    report,
  };
}

/**
 * Checks what a merchant has written for us.
 *
 * @returns What was found, in the order of the page. Of a page that has nothing to do with us, nothing.
 * @example lint({ configuration: '{ "version": 1, "segments": { "big": "cart.vallue > 50" } }' })[0].rule // "unknown-fact"
 */
export function lint<Origin>(options: LintOptions<Origin>): Finding<Origin>[] {
  const { page, severities = {} } = options;
  const elements = page ? [page.root as Markup, ...below(page.root as Markup)] : [];
  if (page && options.configuration === undefined && !concernsUs(elements)) return [];
  const silenced = silencedByComments(page?.comments ?? []);
  const findings: Finding[] = [];
  const report: Report = (rule, spot, message, mend, excerpt) => {
    const severity = severities[rule] ?? RULES[rule];
    if (severity === "off" || silenced.includes("*") || silenced.includes(rule)) return;
    if (isSilenced(spot.element, rule)) return;
    findings.push({ rule, severity, message, mend, excerpt, spot });
  };
  const world = worldOf(options, elements, report);
  for (const check of RULES_IN_ORDER) check(world);
  const order = new Map(elements.map((element, index) => [element, index]));
  const rank = ({ spot }: Finding) => (spot.element ? order.get(spot.element)! : -1);
  return findings.sort(
    (a, b) => rank(a) - rank(b) || (a.spot.offset ?? 0) - (b.spot.offset ?? 0),
  ) as Finding<Origin>[];
}
