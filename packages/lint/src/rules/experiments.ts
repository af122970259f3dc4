import { checkExpression } from "../expression.ts";
import { has, own } from "../markup.ts";
import { EXPERIMENT, TYPES } from "../vocabulary.ts";
import { at, mendWord, templatesIn, written, type World, type Written } from "../world.ts";
import { checkKeys } from "./keys.ts";

const isObject = TYPES.object[0] as (value: unknown) => value is Written;
const isWeight = (value: unknown): value is number => typeof value === "number" && value >= 0;

/** One experiment of the configuration. */
function checkDefinition(world: World, id: string, experiment: unknown): void {
  const { report } = world;
  const spot = (...rest: string[]) => world.configuration!.spot(["experiments", id, ...rest]);
  const wrong = (key: string, mend: string) =>
    report(
      "wrong-value",
      spot(...key.split(".")),
      `"${key.split(".").at(-1)}" of the experiment "${id}" cannot be used.`,
      mend,
    );
  if (!isObject(experiment))
    return report(
      "wrong-value",
      spot(),
      `The experiment "${id}" is no object.`,
      'Write { "variations": { … } }.',
    );
  if (id === "holdout")
    report(
      "wrong-value",
      spot(),
      "The hold-out is recorded by this name.",
      "Give the experiment another name.",
    );
  checkKeys(world, experiment, EXPERIMENT, ["experiments", id]);
  const { variations, when, coverage, hashVersion } = experiment;
  if (isObject(variations)) {
    for (const [name, weight] of Object.entries(variations))
      if (!isWeight(weight)) wrong(`variations.${name}`, "Write a weight: a number from 0 on.");
    if (!Object.values(variations).some(Boolean)) wrong("variations", "Give one of them a weight above 0.");
  } else if (variations === undefined)
    report(
      "missing-key",
      spot(),
      `The experiment "${id}" has no variations.`,
      'Write "variations": { "control": 50, "bold": 50 }.',
    );
  if (typeof coverage === "number" && !(coverage >= 0 && coverage <= 1))
    wrong("coverage", "Write a number from 0 to 1: 0.5.");
  if (typeof hashVersion === "number" && hashVersion !== 1 && hashVersion !== 2)
    wrong("hashVersion", "Write 2.");
  if (typeof when === "string")
    checkExpression(
      world,
      when,
      (offset) => world.configuration!.spot(["experiments", id, "when"], offset),
      `What the experiment "${id}" is for`,
    );
}

/** The experiments of slots, and the variations that their templates are for. */
export function checkExperiments(world: World): void {
  const { elements, experiments, report, configuration } = world;
  const defined = configuration?.value.experiments;
  if (isObject(defined))
    for (const [id, experiment] of Object.entries(defined)) checkDefinition(world, id, experiment);
  for (const slot of elements) {
    if (!has(slot, "experiment") && !has(slot, "slot")) continue;
    const id = written(slot, "experiment");
    const templates = templatesIn(slot).filter((template) => has(template, "variation"));
    if (!has(slot, "experiment")) {
      for (const template of templates)
        report(
          "never-shown",
          at(template, "variation"),
          "This variation can never be shown: its slot belongs to no experiment.",
          'Write data-sk-experiment="…" on the slot.',
        );
      continue;
    }
    if (!experiments || id === undefined) continue;
    const variations = experiments.get(id);
    if (!variations) {
      report(
        "unknown-experiment",
        at(slot, "experiment"),
        `There is no experiment "${id}".`,
        mendWord(id, [...experiments.keys()]),
      );
      continue;
    }
    for (const template of templates) {
      const name = own(template, "variation")!;
      if (!variations.includes(name))
        report(
          "unknown-variation",
          at(template, "variation"),
          `The experiment "${id}" has no variation "${name}".`,
          mendWord(name, variations),
        );
    }
  }
}
