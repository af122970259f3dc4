import {
  parseExperience,
  type Decision,
  type Engine,
  type Experience,
  type ExperienceConfiguration,
  type Item,
  type Situation,
} from "@shopkeeper/engine";
import { listen, selectAll } from "./dom/elements.ts";
import { guardedBy } from "./guard.ts";
import { isParsed } from "./render/is-parsed.ts";
import { showBar, showInline } from "./render/message.ts";
import type { Told } from "./render/overlay.ts";
import { place } from "./render/place.ts";
import { showPopup } from "./render/popup.ts";
import { createRail, showRail } from "./render/rail.ts";
import type { Report } from "./dom/report.ts";
import { showAlternative } from "./render/slot.ts";
import type { Fact } from "./render/text.ts";
import { undoAll, type Undo } from "./dom/undo.ts";
import { watchElements, type Watched } from "./render/watch-elements.ts";
import { whenSeen } from "./render/when-seen.ts";
import { isUnseen } from "./render/is-unseen.ts";
import { isHeld, whenFree } from "./trigger/hold.ts";
import { watchTrigger } from "./trigger/watch-trigger.ts";
import type { World } from "./trigger/world.ts";

/** What experiences need to know of the page and of the visitor. */
export interface ExperienceWorld extends World {
  engine: Engine;
  situation(): Omit<Situation, "fired" | "showing">;
  fact: Fact;
  recommend(strategy: string, limit: number): Item[];
  record(name: string, parameters: Record<string, unknown>): void;
  /** Whether nothing may interrupt, whatever the rules say. */
  silent(): boolean;
  report: Report;
}

export interface Experiences {
  /** Decides again, shows what may be shown and takes back what may not any more. */
  refresh(): void;
  /** One more experience, found in the page; the template is what it shows. */
  add(configuration: ExperienceConfiguration, template?: HTMLTemplateElement): Undo;
  /** The last decisions. */
  decisions(): Decision[];
  stop: Undo;
}

/** An experience with what became of it on this page. */
interface Entry {
  experience: Experience;
  template?: HTMLTemplateElement | undefined;
  /** Where it goes, once that is there; `fresh` as long as that has not been painted. */
  target?: Element | undefined;
  fresh?: boolean;
  fired?: boolean;
  /** Takes back what is shown. */
  undo?: Undo | undefined;
  watching: Undo[];
}

/** Sets the experiences of a shop off, decides among them, and shows them. */
export function runExperiences(
  configurations: ExperienceConfiguration[],
  world: ExperienceWorld,
): Experiences {
  const entries = new Map<string, Entry>();
  const guarded = guardedBy(world.report);
  let decisions: Decision[] = [];

  const record = (act: string, { id, configuration }: Experience): void =>
    // Pop-ups of other pages count against the quiet of this visit too: the kind tells them.
    world.record(`experience_${act}`, { experience_id: id, experience_kind: configuration.kind });

  /** An experience in the page counts as viewed when it comes into view. */
  const seenOnce = (undo: Undo | undefined, element: Element, experience: Experience): Undo | undefined =>
    undo && undoAll([undo, whenSeen(element, () => record("view", experience))]);

  const showRailOf = ({ experience, fresh }: Entry, target: Element): Undo | undefined => {
    const { id, configuration } = experience;
    const { strategy = "recently-viewed", limit = 8, min, position = "append", content } = configuration;
    const items = world.recommend(strategy, limit);
    const options = { title: content?.title, min };
    const clicked = (item: Item): void => {
      record("click", experience);
      world.record("select_item", { item_list_id: id, items: [item] });
    };
    if (target.querySelector(":scope > template"))
      return fresh || isUnseen(target) ? showRail(target, items, options, clicked) : undefined;
    const rail = createRail(items, options, clicked);
    return rail && seenOnce(place(rail, target, position, fresh), rail, experience);
  };

  const isBar = ({ experience: { configuration } }: Entry): boolean =>
    configuration.kind === "message" && !configuration.target;

  /** Takes an experience away until its trigger goes off anew. */
  const end = (entry: Entry): void => {
    entry.fired = false;
    entry.undo = void entry.undo?.();
  };

  /** Shows an experience; `undefined` where that has to wait. */
  const show = (entry: Entry): Undo | undefined => {
    const { experience, target, template, fresh } = entry;
    const { configuration, interrupts } = experience;
    const { kind, content, position = "append" } = configuration;
    const filling = { content, template, fact: world.fact };
    const told: Told = (act) => {
      if (act === "dismiss" || act === "convert") end(entry);
      record(act, experience);
    };
    if (interrupts) {
      if (world.silent()) return undefined;
      if (isHeld()) {
        entry.watching.push(whenFree(refresh));
        return undefined;
      }
    }
    if (kind === "popup" || (kind === "message" && !configuration.target)) {
      // It takes the look of the page's body, which has to be there.
      if (document.readyState === "loading") return undefined;
      if (kind === "message") return showBar(filling, told);
      // A bar steps aside: it would lie under the pop-up.
      for (const other of entries.values()) if (isBar(other)) end(other);
      return showPopup(filling, told, configuration.place);
    }
    if (!target) return undefined;
    if (kind === "message") return showInline(filling, told, target, position, fresh);
    if (kind === "rail") return showRailOf(entry, target);
    const alternative = selectAll(configuration.template ?? "")[0];
    if (!(alternative instanceof HTMLTemplateElement) || !(fresh || isUnseen(target))) return undefined;
    return seenOnce(showAlternative(target, alternative), target, experience);
  };

  const refresh = (): void => {
    decisions = world.engine.decide(
      [...entries.values()].map(({ experience }) => experience),
      {
        ...world.situation(),
        fired: (id) => !!entries.get(id)?.fired,
        showing: (id) => !!entries.get(id)?.undo,
      },
    );
    for (const decision of decisions) {
      const entry = entries.get(decision.id);
      guarded(() => {
        if (!entry) return;
        if (decision.show) entry.undo ??= show(entry);
        else entry.undo = void entry.undo?.();
      })();
    }
  };

  const remove = (id: string): void => {
    const entry = entries.get(id);
    entries.delete(id);
    if (entry) undoAll([...entry.watching, () => entry.undo?.()])();
  };

  const add = (configuration: ExperienceConfiguration, template?: HTMLTemplateElement): Undo => {
    const { id } = configuration;
    try {
      if (entries.has(id)) throw new Error("is there twice: give one of them another id");
      const experience = parseExperience(configuration);
      const entry: Entry = { experience, template, watching: [] };
      entries.set(id, entry);
      for (const trigger of experience.triggers)
        entry.watching.push(
          watchTrigger(trigger, world, () => {
            entry.fired = true;
            refresh();
          }),
        );
    } catch (error) {
      world.report(new Error(`experience "${id}": ${(error as Error).message}`));
      return () => {};
    }
    return () => remove(id);
  };

  /** Where an experience of the configuration goes: known when the parser has brought it. */
  const targetOf = ({ id, target, kind, position = "append" }: ExperienceConfiguration): Watched => ({
    selector: target!,
    met(element, fresh) {
      const entry = entries.get(id);
      if (!entry || entry.target) return () => {};
      // At the end of what is still being parsed, everything that comes would push it on, in sight of the shopper.
      const complete = isParsed(element);
      if (!complete && kind !== "swap" && position !== "prepend") return undefined;
      entry.target = element;
      entry.fresh = fresh;
      refresh();
      // A template of the page may stand below the place that it is for.
      if (kind === "swap" && !entry.undo && !complete) return void (entry.target = undefined);
      entry.fresh = false;
      return () => {
        entry.undo?.();
        entry.undo = entry.target = undefined;
      };
    },
  });

  for (const configuration of configurations) add(configuration);
  const stop = undoAll([
    () => [...entries.keys()].forEach(remove),
    watchElements(configurations.filter(({ target }) => target).map(targetOf), world.report),
    // What had no place before may have one now.
    listen(window, "load", guarded(refresh)),
  ]);
  return { refresh, add, decisions: () => decisions, stop };
}
