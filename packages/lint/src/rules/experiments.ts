import { has, own } from "../markup.ts";
import { at, mendWord, templatesIn, written, type World } from "../world.ts";

/** The experiments of slots, and the variations that their templates are for. */
export function checkExperiments({ elements, experiments, report }: World): void {
  for (const slot of elements) {
    if (!has(slot, "slot")) continue;
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
