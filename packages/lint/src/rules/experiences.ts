import { checkExpression, checkText } from "../expression.ts";
import type { Spot } from "../finding.ts";
import type { Path } from "../json.ts";
import { own } from "../markup.ts";
import {
  ACTION,
  CONTENT,
  EXPERIENCE,
  KINDS,
  PAGE_TYPES,
  PLACES,
  POSITIONS,
  OPTIONS,
  READY_MADE,
  STEP,
  TYPES,
} from "../vocabulary.ts";
import { at, checkStrategies, checkWord, isFilledIn, mendWord, type World, type Written } from "../world.ts";
import { checkKeys } from "./keys.ts";
import { checkCap, checkSchedule, checkTrigger } from "./popups.ts";
import { checkSelector } from "./selectors.ts";
import { checkGoal } from "./outcomes.ts";
import { isProgram } from "./templates.ts";

const isObject = TYPES.object[0] as (value: unknown) => value is Written;

/** What an experience of each kind cannot do without. */
const NEEDS: Record<string, string[]> = {
  swap: ["target"],
  message: ["content"],
  popup: ["content"],
  rail: ["target"],
  attributes: ["target"],
  move: ["target", "to"],
  redirect: ["url"],
  tour: ["steps"],
};

/** Page types, or paths. */
export function checkPages({ report }: World, pages: unknown, spot: (index: number) => Spot): void {
  [pages].flat().forEach((page, index) => {
    if (typeof page !== "string" || PAGE_TYPES.includes(page) || /^[/*]/.test(page) || isFilledIn(page))
      return;
    report(
      "unknown-page",
      spot(index),
      `"${page}" is neither a type of page nor a path.`,
      mendWord(page, PAGE_TYPES).replace(/\.$/, "; a path begins with /."),
    );
  });
}

/** An address that a shopper is sent to. */
function checkAddress({ report }: World, url: unknown, spot: Spot): void {
  if (typeof url === "string" && (isProgram(url) || /^\s*(data|blob|vbscript):/i.test(url)))
    report(
      "unsafe-address",
      spot,
      "This address is a program, or none that a link may have: it is left out.",
      "Write one that begins with https:, /, mailto: or tel:.",
    );
}

function checkContent(world: World, content: unknown, path: Path): void {
  if (!isObject(content)) return;
  const spot = (...rest: Path) => world.configuration!.spot([...path, ...rest]);
  checkKeys(world, content, CONTENT, path);
  for (const key of ["title", "body"]) {
    const text = content[key];
    if (typeof text === "string")
      checkText(world, text, (offset) => world.configuration!.spot([...path, key], offset));
  }
  const { action } = content;
  if (!isObject(action)) return;
  checkKeys(world, action, ACTION, [...path, "action"]);
  checkAddress(world, action.url, spot("action", "url"));
}

/** What an experience needs one of. */
const ONE_OF: Record<string, [keys: string[], mend: string]> = {
  swap: [["template", "content"], 'Write "template": "#id", the selector of a <template> of the page.'],
  attributes: [
    ["attributes", "classes"],
    'Write "attributes": { "href": "/sale" } or "classes": { "on": true }.',
  ],
};

function checkWhat({ report }: Pick<World, "report">, experience: Written, spot: Spot): void {
  const [keys, mend] = (Object.hasOwn(ONE_OF, `${experience.kind}`) && ONE_OF[`${experience.kind}`]) || [];
  if (keys?.every((key) => experience[key] === undefined))
    report(
      "missing-key",
      spot,
      `This experience changes nothing: it has neither ${keys.join(" nor ")}.`,
      mend!,
    );
}

function checkNeeds({ report }: World, experience: Written, spot: Spot): void {
  const needs = [
    "id",
    "kind",
    ...((Object.hasOwn(NEEDS, `${experience.kind}`) && NEEDS[`${experience.kind}`]) || []),
  ];
  const missing = needs.filter((key) => experience[key] === undefined);
  if (missing.length)
    report(
      "missing-key",
      spot,
      `This experience has no ${missing.join(", no ")}.`,
      `Every ${missing[0] === "id" || missing[0] === "kind" ? "experience" : `experience of the kind "${experience.kind}"`} needs ${needs.join(", ")}.`,
    );
  else checkWhat({ report }, experience, spot);
}

/** The selectors of an experience. Where it tells its pages, it may well be for others than this one. */
function checkSelectors(world: World, experience: Written, spot: (...rest: Path) => Spot): void {
  const elsewhere = experience.pages !== undefined;
  checkSelector(world, experience.target, spot("target"), "target-not-found", elsewhere);
  checkSelector(world, experience.to, spot("to"), "target-not-found", elsewhere);
  checkSelector(world, experience.template, spot("template"), "template-not-found", elsewhere);
  if (Array.isArray(experience.steps))
    experience.steps.forEach((step: unknown, index) => {
      if (isObject(step))
        checkSelector(world, step.target, spot("steps", index, "target"), "target-not-found", true);
    });
}

function checkSteps(world: World, steps: unknown, path: Path): void {
  if (!Array.isArray(steps)) return;
  steps.forEach((step: unknown, index) => {
    if (!isObject(step)) return;
    checkKeys(world, step, STEP, [...path, index]);
    for (const key of ["title", "body"])
      if (typeof step[key] === "string")
        checkText(world, step[key], (offset) => world.configuration!.spot([...path, index, key], offset));
  });
}

function checkExperiment(
  { report, experiments }: World,
  experience: Written,
  spot: (key: string) => Spot,
): void {
  const { experiment, variation } = experience;
  if (!experiments || typeof experiment !== "string") return;
  const variations = experiments.get(experiment);
  if (!variations)
    report(
      "unknown-experiment",
      spot("experiment"),
      `There is no experiment "${experiment}".`,
      mendWord(experiment, [...experiments.keys()]),
    );
  else if (typeof variation === "string" && !variations.includes(variation))
    report(
      "unknown-variation",
      spot("variation"),
      `The experiment "${experiment}" has no variation "${variation}".`,
      mendWord(variation, variations),
    );
}

function checkExperience(world: World, experience: Written, path: Path): void {
  const spot = (...rest: Path) => world.configuration!.spot([...path, ...rest]);
  checkKeys(world, experience, EXPERIENCE, path);
  checkNeeds(world, experience, spot());
  checkWord(world, "unknown-kind", "kind", experience.kind, KINDS, spot("kind"));
  checkWord(world, "unknown-place", "place", experience.place, PLACES, spot("place"));
  checkWord(world, "unknown-position", "position", experience.position, POSITIONS, spot("position"));
  checkStrategies(world, experience.strategy, spot("strategy"));
  checkPages(world, experience.pages ?? [], (index) => spot("pages", index));
  const triggers = checkTrigger(world, experience.trigger, spot("trigger"), experience.kind === "popup");
  for (const { on, text } of triggers ?? [])
    if (on === "visible" || on === "click")
      checkSelector(world, text, spot("trigger"), "target-not-found", experience.pages !== undefined);
  checkCap(world, experience.cap, spot("cap"));
  checkSchedule(world, experience, spot);
  if (typeof experience.when === "string")
    checkExpression(
      world,
      experience.when,
      (offset) => world.configuration!.spot([...path, "when"], offset),
      `The experience "${experience.id}"`,
    );
  checkContent(world, experience.content, [...path, "content"]);
  checkAddress(world, experience.url, spot("url"));
  checkSteps(world, experience.steps, [...path, "steps"]);
  checkSelectors(world, experience, spot);
  checkExperiment(world, experience, spot);
  checkGoal(world, experience.goal, [...path, "goal"]);
}

/** A ready-made one by its name: `{ "use": "exit-offer", "code": "STAY5" }`. */
function checkUse(world: World, { use, ...options }: Written, path: Path): void {
  const spot = (name: string) => world.configuration!.spot([...path, name]);
  checkWord(world, "unknown-experience", "experience", use, READY_MADE, spot("use"));
  for (const name of Object.keys(options))
    if (!OPTIONS.includes(name))
      world.report("unknown-key", spot(name), `${use} has no option "${name}".`, mendWord(name, OPTIONS));
}

/** The experiences of the configuration, and the pop-ups of the page: no two of one name. */
export function checkExperiences(world: World): void {
  const { configuration, elements, report } = world;
  const ids = new Set<string>();
  const once = (id: unknown, spot: Spot): void => {
    if (typeof id !== "string") return;
    if (ids.has(id))
      report(
        "duplicate-experience",
        spot,
        `There are two experiences "${id}".`,
        "Give one of them another id.",
      );
    ids.add(id);
  };
  const { experiences } = configuration?.value ?? {};
  if (Array.isArray(experiences))
    experiences.forEach((experience: unknown, index) => {
      const path = ["experiences", index];
      if (typeof experience === "string")
        return checkWord(
          world,
          "unknown-experience",
          "experience",
          experience,
          READY_MADE,
          configuration!.spot(path),
        );
      if (!isObject(experience))
        return report(
          "wrong-value",
          configuration!.spot(path),
          "This experience is no object.",
          'Write it as { "id": …, "kind": … }.',
        );
      if ("use" in experience) return checkUse(world, experience, path);
      checkExperience(world, experience, path);
      once(experience.id, configuration!.spot([...path, "id"]));
    });
  for (const element of elements) once(own(element, "popup"), at(element, "popup"));
}
