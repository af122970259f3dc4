import {
  parseExperience,
  type Decision,
  type Engine,
  type Experience,
  type ExperienceConfiguration,
  type Situation,
  type Trace,
} from "@shopkeeper/engine";
import { listen } from "./dom/elements.ts";
import { inSlices, type Steps } from "./dom/in-slices.ts";
import { undoAll, type Undo } from "./dom/undo.ts";
import { guardedBy } from "./guard.ts";
import { lazyParts } from "./lazy-parts.ts";
import { isParsed } from "./render/is-parsed.ts";
import { watchElements, type Watched } from "./render/watch-elements.ts";
import { isBar, isOver, show, type Act, type Own, type Place, type ShowWorld } from "./show-experience.ts";
import { atOnce } from "./trigger/at-once.ts";
import { watchTrigger } from "./trigger/watch-trigger.ts";
import type { World } from "./trigger/world.ts";
import { ownDocument } from "./dom/own-document.ts";

/** What experiences need to know of the page and of the visitor. */
export interface ExperienceWorld
  extends World, Pick<ShowWorld, "fact" | "recommend" | "record" | "load" | "words" | "exposed"> {
  engine: Engine;
  situation(): Omit<Situation, "fired" | "showing">;
  /** Somebody of the shop looks at a variation: it shows although it would come too late for others. */
  isPreview(): boolean;
}

export interface Experiences {
  /** Decides again, shows what may be shown and takes back what may not any more. */
  refresh(): void;
  /** One more experience, found in the page; the template is what it shows. */
  add(configuration: ExperienceConfiguration, template?: HTMLTemplateElement, own?: Own): Undo;
  /** Another page of a single-page app: triggers begin anew, and what interrupts belonged to the page before. */
  newPage(): void;
  /** The last decisions. */
  decisions(): Decision[];
  /** Each rule of one experience, as it stands now. */
  why(id: string): Trace | undefined;
  /** What may be decided on, whatever comes of it. */
  all(): Experience[];
  stop: Undo;
}

/** An experience with what became of it on this page. */
interface Entry extends Place {
  fired?: boolean;
  /** What is wrong with it was told. */
  complained?: boolean;
  /** Takes back what is shown. */
  undo?: Undo | undefined;
  /** Stops waiting for somebody to see where it would be, who has another variation. */
  mark?: Undo | undefined;
  watching: Undo[];
  /** Waits until the shopper is free. */
  waiting?: Undo | undefined;
}

/** Sets the experiences of a shop off, decides among them, and shows them. */
export function runExperiences(
  configurations: ExperienceConfiguration[],
  world: ExperienceWorld,
): Experiences {
  const entries = new Map<string, Entry>();
  const guarded = guardedBy(world.report);
  let decisions: Decision[] = [];

  /** Takes an experience away until its trigger goes off anew. */
  const end = (entry: Entry): void => {
    entry.fired = false;
    entry.undo = void entry.undo?.();
    entry.mark = void entry.mark?.();
  };

  const told = (experience: Experience, act: Act): void => {
    const { id, configuration } = experience;
    const { kind, experiment, variation } = configuration;
    const entry = entries.get(id);
    // What lies over the page, or leads away from it, is seen the moment that it is there.
    if (experiment && act === "view" && (isOver(experience) || kind === "redirect"))
      world.exposed(experiment);
    if (entry?.isOther) return;
    if (entry && (act === "dismiss" || act === "convert")) end(entry);
    // Pop-ups of other pages count against the quiet of this visit too: the kind tells them.
    world.record(`experience_${act}`, {
      experience_id: id,
      experience_kind: kind,
      ...(experiment && { experiment_id: experiment, variation }),
    });
  };

  let isComing = false;
  /** Something that was missing has come; once for all that comes in a task. */
  const came = (): void => {
    if (isComing) return;
    isComing = true;
    queueMicrotask(
      guarded(() => {
        isComing = false;
        for (const entry of entries.values()) arm(entry);
        refresh();
      }),
    );
  };
  const part = lazyParts(world.load, came, world.report);
  const showWorld: ShowWorld = { ...world, part, came, told };

  /** Shows an experience, unless it would interrupt at the wrong moment. */
  const showNow = (entry: Entry): Undo | undefined => {
    if (entry.experience.interrupts) {
      const triggers = part("triggers");
      if (!triggers) return undefined;
      if (triggers.isHeld()) {
        entry.waiting ??= triggers.whenFree(() => {
          entry.waiting = undefined;
          refresh();
        });
        return undefined;
      }
    }
    const undo = show(entry, showWorld);
    // A bar steps aside: it would lie under the pop-up.
    if (undo && entry.experience.interrupts && !entry.isOther)
      for (const other of entries.values()) if (isBar(other.experience)) end(other);
    return undo;
  };

  const all = (): Experience[] => [...entries.values()].map(({ experience }) => experience);
  const situation = (): Situation => ({
    ...world.situation(),
    fired: (id) => !!entries.get(id)?.fired,
    showing: (id) => !!entries.get(id)?.undo,
  });
  const follow = guarded(({ show, isOther }: Decision, entry: Entry) => {
    entry.isOther = isOther;
    if (show) entry.undo ??= showNow(entry);
    else entry.undo = void entry.undo?.();
    if (isOther) entry.mark ??= showNow(entry);
    else entry.mark = void entry.mark?.();
  });
  const isNew = ({ show, isOther }: Decision, { undo, mark }: Entry): boolean =>
    (show && !undo) || (!!isOther && !mark);
  /** It comes into a page that the shopper sees already: a moment later is as good, if the page can go on meanwhile. */
  const canWait = ({ experience, target, fresh }: Entry): boolean =>
    isOver(experience) || (!!target && !fresh);
  /** Does as was decided, in steps. */
  function* followAll(): Steps<void> {
    const later: [Decision, Entry][] = [];
    for (const decision of decisions) {
      const entry = entries.get(decision.id);
      if (!entry) continue;
      if (decision.error && !entry.complained) {
        entry.complained = true;
        world.report(new Error(`experience "${decision.id}": ${decision.error}`));
      }
      if (isNew(decision, entry) && canWait(entry)) later.push([decision, entry]);
      else follow(decision, entry);
    }
    for (const [decision, entry] of later)
      if (entries.get(decision.id) === entry) yield follow(decision, entry);
  }
  let following: Undo | undefined;
  const refresh = (): void => {
    decisions = world.engine.decide(all(), situation());
    following?.();
    following = inSlices(followAll(), () => {});
  };

  const remove = (id: string): void => {
    const entry = entries.get(id);
    entries.delete(id);
    if (entry)
      undoAll([
        ...entry.watching.filter(Boolean),
        () => entry.waiting?.(),
        () => entry.mark?.(),
        () => entry.undo?.(),
      ])();
  };

  /** Waits for the triggers of an experience; for most of them, from when the page is parsed on. */
  const arm = (entry: Entry): void => {
    const { triggers } = entry.experience;
    if (entry.fired || triggers.some(({ on }) => on === "load")) return;
    triggers.forEach((trigger, index) => {
      const { on } = trigger;
      const watch = atOnce[on] ?? (ownDocument.readyState !== "loading" && part("triggers")?.later[on]);
      if (watch)
        entry.watching[index] ??= watchTrigger(watch, trigger, world, () => {
          entry.fired = true;
          refresh();
        });
    });
  };

  const add = (configuration: ExperienceConfiguration, template?: HTMLTemplateElement, own?: Own): Undo => {
    const { id } = configuration;
    try {
      if (entries.has(id)) throw new Error("is there twice: give one of them another id");
      const experience = parseExperience(configuration);
      const { experiment, variation } = configuration;
      if (experiment !== undefined || variation !== undefined) {
        const known = world.engine.experiments.variationsOf(experiment!);
        if (!known?.includes(variation!))
          throw new Error(`experiment "${experiment}" has no variation "${variation}", only ${known}`);
      }
      const entry: Entry = { experience, template, own, watching: [] };
      entries.set(id, entry);
      arm(entry);
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
      entry.fresh = fresh || world.isPreview();
      refresh();
      // A template of the page may stand below the place that it is for.
      if (kind === "swap" && !entry.undo && !entry.mark && !complete) return void (entry.target = undefined);
      entry.fresh = world.isPreview();
      return () => {
        entry.undo?.();
        entry.mark?.();
        entry.undo = entry.mark = entry.target = undefined;
      };
    },
  });

  for (const configuration of configurations) add(configuration);
  const placed = ({ target, kind }: ExperienceConfiguration): unknown => target && kind !== "attributes";
  const stop = undoAll([
    () => following?.(),
    // The last first: what one has moved, another may stand beside.
    () => [...entries.keys()].reverse().forEach(remove),
    watchElements(configurations.filter(placed).map(targetOf), world.report),
    // What had no place before may have one now.
    listen(document, "readystatechange", came),
    listen(window, "load", came),
  ]);
  return {
    refresh,
    add(configuration, template, own) {
      const undo = add(configuration, template, own);
      if (placed(configuration))
        return undoAll([undo, watchElements([targetOf(configuration)], world.report)]);
      came();
      return undo;
    },
    newPage() {
      for (const entry of entries.values()) {
        undoAll(entry.watching.filter(Boolean))();
        entry.watching = [];
        if (entry.experience.interrupts) end(entry);
        entry.fired = false;
        arm(entry);
      }
    },
    decisions: () => decisions,
    why: (id) => world.engine.why(id, all(), situation()),
    all,
    stop,
  };
}
