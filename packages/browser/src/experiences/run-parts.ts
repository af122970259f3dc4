import type { ExperienceConfiguration } from "@shopkeeper/engine";
import { listen } from "../dom/elements.ts";
import { ownDocument } from "../dom/own-document.ts";
import { undoAll, type Undo } from "../dom/undo.ts";
import { guardedBy } from "../guard.ts";
import { lazyParts } from "../lazy-parts.ts";
import type { LoadPart } from "../parts.ts";
import { fileOf, type PartName } from "./part-names.ts";
import type { PartWorld } from "./part-world.ts";
import type { ReadyMade } from "./ready-made.ts";

/** What parts made of their options on an earlier page, by name and language. */
export type Plans = Record<string, ExperienceConfiguration[]>;

export interface PartsWorld extends Omit<PartWorld, "option" | "plan" | "planned"> {
  load: LoadPart | undefined;
  plans: Plans;
  /** There is something new: a condition that the past has to be shown to, or a plan that the next page should have. */
  changed(): void;
}

/** Begins with the ready-made experiences that are parts of their own, when the page is parsed; with what they planned, at once. */
export function runParts(experiences: ReadyMade[], world: PartsWorld): Undo {
  const { plans, report } = world;
  const { lang } = ownDocument.documentElement;
  const waiting = new Map(experiences.flatMap(({ use, option }) => (use ? [[use, option!]] : [])));
  const undos: Undo[] = [() => waiting.clear()];
  const guarded = guardedBy(report);
  const kept = (undo: Undo): Undo => (undos.push(undo), undo);
  const add: PartWorld["add"] = (configuration, own) => {
    world.changed();
    return kept(world.add(configuration, own));
  };
  const begin = (): void => {
    if (ownDocument.readyState === "loading") return;
    for (const [use, option] of waiting) {
      const found = part(fileOf(use as PartName));
      if (!found) continue;
      waiting.delete(use);
      guarded(found.make)({
        ...world,
        option,
        planned: plans[use + lang],
        add,
        heard: (listener) => kept(world.heard(listener)),
        plan(configurations) {
          const made = plans[use + lang];
          plans[use + lang] = configurations;
          if (JSON.stringify(made) === JSON.stringify(configurations)) return;
          if (!made) configurations.forEach((each) => add(each));
          world.changed();
        },
      });
    }
  };
  const part = lazyParts(world.load, begin, report);
  // What is stored is swaps and moves of the shop's own elements, and rails, whatever else somebody has put there.
  for (const use of waiting.keys())
    for (const each of plans[use + lang] ?? []) if (/^(swap|move|rail)$/.test(each.kind)) add(each);
  undos.push(listen(document, "DOMContentLoaded", begin));
  begin();
  return undoAll(undos);
}
