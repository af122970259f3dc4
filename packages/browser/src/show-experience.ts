import type { Experience, ExperienceConfiguration, Item } from "@shopkeeper/engine";
import { create, selectAll } from "./dom/elements.ts";
import type { Report } from "./dom/report.ts";
import { type Undo, undoAll } from "./dom/undo.ts";
import { whenPlaceSeen } from "./experiment/choose-alternative.ts";
import { guardedBy } from "./guard.ts";
import type { Part } from "./lazy-parts.ts";
import type { LoadPart } from "./parts.ts";
import { showAttributes } from "./render/attributes.ts";
import { isUnseen } from "./render/is-unseen.ts";
import { createBox } from "./render/box.ts";
import { showInline } from "./render/message.ts";
import { moveElement } from "./render/move.ts";
import { place } from "./render/place.ts";
import { createRail, showRail } from "./render/rail.ts";
import { redirect } from "./render/redirect.ts";
import { showAlternative } from "./render/slot.ts";
import type { Fact } from "./render/text.ts";
import { watchElements } from "./render/watch-elements.ts";
import { whenSeen } from "./render/when-seen.ts";
import { contentIn } from "./words/content-in.ts";
import type { WordsAt } from "./words/words.ts";
import { ownDocument } from "./dom/own-document.ts";

/** What becomes of an experience that is shown. */
export type Act = "view" | "click" | "dismiss" | "convert";

/** What a ready-made experience makes itself, when it is shown. */
export interface Own {
  /** Stands below the texts of a message or a pop-up; where there is none, nothing is shown. */
  light?(): Element | undefined;
  /** The products of a rail. */
  items?(): Item[];
}

/** An experience that may be shown, and where. */
export interface Place {
  experience: Experience;
  /** What it shows. */
  template?: HTMLTemplateElement | undefined;
  own?: Own | undefined;
  /** HTML of the configuration is being made safe, or could not be. */
  isMaking?: boolean;
  /** Where it goes, once that is there; `fresh` as long as that has not been painted. */
  target?: Element | undefined;
  fresh?: boolean;
  /** It belongs to a variation that this visitor has not: nothing is shown, but who would see it is exposed. */
  isOther?: boolean | undefined;
}

/** What it takes to show an experience. */
export interface ShowWorld {
  fact: Fact;
  recommend(strategy: string, limit: number, experience: ExperienceConfiguration): Item[];
  record(name: string, parameters: Record<string, unknown>): void;
  load: LoadPart | undefined;
  part: Part;
  words: WordsAt;
  report: Report;
  /** Something that was missing has come. */
  came(): void;
  told(experience: Experience, act: Act): void;
  /** The place of an experience of this experiment has been seen. */
  exposed(experiment: string): void;
}

/** A message without a place in the page is a bar. */
export const isBar = ({ configuration: { kind, target } }: Experience): boolean =>
  kind === "message" && !target;

/** Whether it lies over the page, and so needs no place in it. */
export const isOver = (experience: Experience): boolean => experience.interrupts || isBar(experience);

const nothing: Undo = () => {};

/**
 * Shows an experience.
 *
 * @returns `undefined` where it has to wait, for its place, for something that is loaded, or for the next page.
 */
export function show(at: Place, world: ShowWorld): Undo | undefined {
  const { experience, target, fresh, isOther } = at;
  const { kind, to, url = "" } = experience.configuration;
  if (kind === "redirect") {
    // Told before the page is left, so that its cap holds on the next one.
    if (redirect(url, isOther)) world.told(experience, "view");
    return () => {};
  }
  if (kind === "attributes") return showAttributesOf(at, world);
  if (isOver(experience)) return showOver(at, world);
  if (!target) return undefined;
  if (kind === "message") return showMessage(at, world, target);
  if (kind === "rail") return showRailOf(at, world, target);
  if (kind === "move") {
    const [beside] = selectAll(to ?? "", world.report);
    return (
      beside &&
      seenOnce(
        isOther ? nothing : moveElement(target, beside, experience.configuration.position ?? "before"),
        target,
        at,
        world,
      )
    );
  }
  const [alternative] = selectAll(experience.configuration.template ?? "", world.report);
  if (!(alternative instanceof HTMLTemplateElement) || !(fresh || isUnseen(target))) return undefined;
  return seenOnce(isOther ? nothing : showAlternative(target, alternative), target, at, world);
}

/** Whoever sees the place of an experiment is exposed, whichever variation they have. */
const exposedOnce = (
  undo: Undo | undefined,
  place: Element,
  { experience: { configuration } }: Place,
  { exposed, report }: ShowWorld,
): Undo | undefined => {
  const { experiment } = configuration;
  return undo && experiment
    ? undoAll([
        undo,
        whenPlaceSeen(
          place,
          guardedBy(report)(() => exposed(experiment)),
        ),
      ])
    : undo;
};

/** Puts an element at its place; what another variation has there is only marked, by something that takes no room. */
const putAt =
  (at: Place, world: ShowWorld): typeof place =>
  (element, target, position, fresh) => {
    const { isOther } = at;
    const shown = isOther ? create("span") : element;
    if (isOther) (shown as HTMLElement).style.position = "absolute";
    const where = isOther && position === "replace" ? "prepend" : position;
    return exposedOnce(place(shown, target, where, fresh), shown, at, world);
  };

/** What stands in the page counts as viewed when it comes into view. */
const seenOnce = (undo: Undo | undefined, element: Element, at: Place, world: ShowWorld): Undo | undefined =>
  undo && undoAll([exposedOnce(undo, element, at, world)!, viewedOnce(element, at, world)]);

const viewedOnce = (element: Element, { experience }: Place, { told, report }: ShowWorld): Undo =>
  whenSeen(
    element,
    guardedBy(report)(() => told(experience, "view")),
  );

/** Of every element that is meant, those that come later included; what is seen already stays as it is. */
function showAttributesOf(at: Place, world: ShowWorld): Undo {
  const { configuration } = at.experience;
  let isTold = false;
  const watched = {
    selector: configuration.target ?? "",
    met(element: Element, fresh: boolean): Undo {
      if (!fresh && !isUnseen(element)) return () => {};
      const undo = at.isOther ? nothing : showAttributes(element, configuration);
      if (isTold) return undo;
      isTold = true;
      return seenOnce(undo, element, at, world)!;
    },
  };
  return watchElements([watched], world.report);
}

/** What a message says: texts, a merchant's template, or HTML of the configuration once that is made safe. */
function fillingOf(at: Place, world: ShowWorld) {
  const { content } = at.experience.configuration;
  const words = world.words();
  if (!words) return undefined;
  if (content?.html && !at.template) {
    const part = world.part("safe-html");
    if (!part || at.isMaking) return undefined;
    at.isMaking = true;
    const purify = world.load && (() => world.load!("purify").then((purifier) => purifier.purify));
    part.safeHtml(content.html, purify).then((template) => {
      at.template = template;
      world.came();
    }, world.report);
    return undefined;
  }
  return {
    content: content && contentIn(words, content),
    template: at.template,
    light: at.own?.light,
    fact: world.fact,
    words,
  };
}

function showOver(at: Place, world: ShowWorld): Undo | undefined {
  const { experience } = at;
  const { kind, steps = [], place } = experience.configuration;
  // It takes the look of the page's body, which has to be there.
  if (ownDocument.readyState === "loading") return undefined;
  const told = (act: Act): void => world.told(experience, act);
  const toldOnly = (): Undo => {
    told("view");
    return nothing;
  };
  if (kind === "tour") {
    const words = world.words();
    if (at.isOther) return toldOnly();
    return (
      words && world.part("tour")?.showTour(steps, { told, words, fact: world.fact, report: world.report })
    );
  }
  const filling = fillingOf(at, world);
  const overlays = world.part("overlays");
  if (!filling || !overlays) return undefined;
  if (at.isOther) return createBox("inline", ["div", "group"], filling) && toldOnly();
  return isBar(experience) ? overlays.showBar(filling, told) : overlays.showPopup(filling, told, place);
}

function showMessage(at: Place, world: ShowWorld, target: Element): Undo | undefined {
  const { experience, fresh } = at;
  const filling = fillingOf(at, world);
  const told = (act: Act): void => world.told(experience, act);
  const { position = "append" } = experience.configuration;
  return filling && showInline(filling, told, target, position, fresh, putAt(at, world));
}

function showRailOf(at: Place, world: ShowWorld, target: Element): Undo | undefined {
  const { experience, fresh } = at;
  const {
    strategy = "recently-viewed",
    limit = 8,
    min,
    position = "append",
    content,
  } = experience.configuration;
  const words = world.words();
  if (!words) return undefined;
  const items =
    at.own?.items?.().slice(0, limit) ?? world.recommend(strategy, limit, experience.configuration);
  const options = { title: content && contentIn(words, content).title, min, words };
  const clicked = (item: Item): void => {
    world.told(experience, "click");
    world.record("select_item", { item_list_id: experience.id, items: [item] });
  };
  const rail = createRail(items, options, clicked);
  if (target.querySelector(":scope > template")) {
    if (!(fresh || isUnseen(target))) return undefined;
    const shown = at.isOther ? rail && nothing : showRail(target, items, options, clicked);
    return exposedOnce(shown, target, at, world);
  }
  const undo = rail && putAt(at, world)(rail, target, position, fresh);
  return undo && undoAll([undo, viewedOnce(rail, at, world)]);
}
