import type { Undo } from "../dom/undo.ts";
import { whenSeen } from "../render/when-seen.ts";
import type { RunningExperiments } from "./run-experiments.ts";

/** What it takes to choose. */
export interface ChoosingWorld extends Pick<RunningExperiments, "variation" | "exposed"> {
  holds(expression: string): boolean;
}

/** Watches a place from its first pixel on: how much of it is in view would depend on what is in it. */
export const whenPlaceSeen = (place: Element, act: () => void): Undo => whenSeen(place, act, 0);

/**
 * Chooses among the alternatives of a slot. Where the choice comes down to an experiment, whoever then sees the place is
 * exposed, those with the default too: what they see is what their variation has come to.
 */
export function chooserOf(
  host: Element,
  world: ChoosingWorld,
): { choose(alternatives: HTMLTemplateElement[]): HTMLTemplateElement | undefined; stop: Undo } {
  const id = host.getAttribute("data-sk-experiment");
  let stop: Undo | undefined;
  let drawn: string | undefined;
  return {
    choose(alternatives) {
      const variation = id && world.variation(id);
      let isDrawn = false;
      const chosen = alternatives.find(({ dataset: { skWhen, skVariation } }) => {
        const isOfTest = skVariation !== undefined;
        if (skWhen ? !world.holds(skWhen) : !isOfTest) return false;
        isDrawn ||= isOfTest;
        return !isOfTest || skVariation === variation;
      });
      if (isDrawn && variation) {
        drawn = variation;
        stop ??= whenPlaceSeen(host, () => world.exposed(id!, drawn));
      }
      return chosen;
    },
    stop: () => stop?.(),
  };
}
