import type { ExperienceConfiguration, Item, Place } from "@shopkeeper/engine";
import { itemOfCard } from "./render/card.ts";
import { chooserOf, whenPlaceSeen } from "./experiment/choose-alternative.ts";
import type { RunningExperiments } from "./experiment/run-experiments.ts";
import { isGapUnseen, isUnseen } from "./render/is-unseen.ts";
import { watchProfileField } from "./render/profile-field.ts";
import { hasRoom, railOf, showRail } from "./render/rail.ts";
import type { Report } from "./dom/report.ts";
import { guardedBy } from "./guard.ts";
import { alternativesOf, isSlotUnseen, showAlternative } from "./render/slot.ts";
import { fillText, showText, type Fact } from "./render/text.ts";
import type { Undo } from "./dom/undo.ts";
import { watchElements, type Watched } from "./render/watch-elements.ts";
import { showWhen } from "./render/when.ts";
import { watchWish } from "./render/wish.ts";

/** What the elements that a merchant marked in the page ask for. */
export interface ElementWorld extends Omit<RunningExperiments, "enrol" | "pageSeen"> {
  holds(expression: string): boolean;
  fact: Fact;
  recommend(strategy: string, limit: number): Item[];
  /** The product that an element of the shop's own is about. */
  itemOf(element: Element): Item | undefined;
  isWished(item: Item): boolean;
  record(name: string, parameters: Record<string, unknown>): void;
  /** Slots that the inline snippet has filled, with how to take that back. */
  adopted: Map<Element, Undo>;
  /** Whether the snippet knew what an experiment of a slot comes to, so that a default is its choice too. */
  foreseen(experiment: string): boolean;
  /** The shopper's own panel. */
  panel: Watched;
  addExperience(configuration: ExperienceConfiguration, template: HTMLTemplateElement): Undo;
  report: Report;
}

/** Why an element is looked at again. */
interface Look {
  /** It has just come and is not painted yet: anything may change. */
  fresh: boolean;
  /** The shopper has just done something, so that a change is an answer and not a surprise. */
  live: boolean;
}

/** An element with what is shown in it now. */
interface Kept {
  look(look: Look): void;
  undo: Undo;
}

export interface Elements {
  /** Looks at every marked element again; `live` when the shopper has just done something. */
  refresh(live: boolean): void;
  stop: Undo;
}

/** Shows in the marked elements of the page what is known: slots, conditions, texts, rails, wishes, preferences. */
export function runElements(world: ElementWorld): Elements {
  const kept = new Map<Element, Set<Kept>>();

  /** Keeps an element until it leaves, and looks at it for the first time. */
  const keep = (element: Element, fresh: boolean, made: Kept): Undo => {
    const all = kept.get(element) ?? new Set();
    kept.set(element, all.add(made));
    made.look({ fresh, live: false });
    return () => {
      made.undo();
      all.delete(made);
      if (!all.size) kept.delete(element);
    };
  };

  const attribute = (element: Element, name: string): string => element.getAttribute(`data-sk-${name}`) ?? "";

  /** A change that is made again when its key changes: `undefined` takes it back. */
  const changing = (make: (key: string) => Undo | undefined) => {
    let current: string | undefined;
    let undo: Undo | undefined;
    return (key: string | undefined): void => {
      if (key === current) return;
      undo?.();
      undo = key === undefined ? undefined : make(key);
      current = undo && key;
    };
  };

  /** Those who are held out see the page as the shop made it. */
  const unlessHeldOut =
    (look: Kept["look"]): Kept["look"] =>
    (why) =>
      world.heldOut() || look(why);

  const slot: Watched = {
    selector: "[data-sk-slot]",
    met(host, fresh) {
      const alternatives = alternativesOf(host);
      if (!alternatives) return undefined;
      let undo = world.adopted.get(host);
      const chooser = chooserOf(host, world);
      // What the snippet has decided counts like what is decided here.
      if ((undo || world.foreseen(attribute(host, "experiment"))) && !world.heldOut())
        chooser.choose(alternatives);
      return keep(host, fresh, {
        look: unlessHeldOut(({ fresh }) => {
          // Decided once: what the shopper has seen in a slot stays until the next page.
          if (undo || !(world.isPreview() || isSlotUnseen(host, fresh))) return;
          const chosen = chooser.choose(alternatives);
          if (chosen) undo = showAlternative(host, chosen);
        }),
        undo() {
          chooser.stop();
          undo?.();
        },
      });
    },
  };

  /** What the shop's own code shows of an experiment. */
  const place: Watched = {
    selector: "[data-sk-experiment]:not([data-sk-slot])",
    met: (element) => whenPlaceSeen(element, () => world.exposed(attribute(element, "experiment"))),
  };

  const when: Watched = {
    selector: "[data-sk-when]:not(template)",
    met(element, fresh) {
      const show = changing((key) => showWhen(element, key === "shown"));
      return keep(element, fresh, {
        look: unlessHeldOut(({ fresh, live }) => {
          const shown = world.holds(attribute(element, "when"));
          if (fresh || live || (shown ? isGapUnseen(element) : isUnseen(element)))
            show(shown ? "shown" : "hidden");
        }),
        undo: () => show(undefined),
      });
    },
  };

  const text: Watched = {
    selector: "[data-sk-text]",
    met(element, fresh) {
      const show = changing((filled) => showText(element, filled, world.fact));
      return keep(element, fresh, {
        look: unlessHeldOut(() => show(fillText(attribute(element, "text"), world.fact))),
        undo: () => show(undefined),
      });
    },
  };

  const rail: Watched = {
    selector: "[data-sk-rail]",
    met(container, fresh) {
      const request = railOf(container);
      if (!request) return undefined;
      let items: Item[] = [];
      const show = changing(() => showRail(container, items, request));
      return keep(container, fresh, {
        look({ fresh, live }) {
          items = world.recommend(request.strategy, request.limit);
          const key =
            items.length < request.min ? undefined : JSON.stringify(items.map(({ item_id }) => item_id));
          if (fresh || live || isUnseen(container)) show(key);
          else if (key && hasRoom(container)) {
            const { clientHeight } = container;
            show(key);
            // Nothing has been painted: it is as if it had never been there.
            if (container.clientHeight > clientHeight) show(undefined);
          }
        },
        undo: () => show(undefined),
      });
    },
  };

  const popup: Watched = {
    selector: "template[data-sk-popup]",
    met(template) {
      const written = (name: string): string | undefined => attribute(template, name) || undefined;
      return world.addExperience(
        {
          id: attribute(template, "popup"),
          kind: "popup",
          when: written("when"),
          trigger: written("trigger"),
          cap: written("cap"),
          place: written("place") as Place | undefined,
        },
        template as HTMLTemplateElement,
      );
    },
  };

  const wish: Watched = {
    selector: "[data-sk-wish]",
    met(button, fresh) {
      const item = (): Item | undefined => itemOfCard(button) ?? world.itemOf(button);
      const show = changing((key) =>
        watchWish(button, key === "wished", (wished) => {
          const wanted = item();
          if (wanted) world.record(wished ? "add_to_wishlist" : "remove_from_wishlist", { items: [wanted] });
        }),
      );
      return keep(button, fresh, {
        look() {
          const wanted = item();
          show(wanted && world.isWished(wanted) ? "wished" : "open");
        },
        undo: () => show(undefined),
      });
    },
  };

  const preference: Watched = {
    selector: "[data-sk-profile]",
    met(control) {
      return watchProfileField(
        control,
        world.fact(`profile.${attribute(control, "profile")}`),
        (name, value) => world.record("identify", { profile: { [name]: value } }),
      );
    },
  };

  const stop = watchElements(
    [when, slot, place, text, rail, popup, wish, preference, world.panel],
    world.report,
  );
  return {
    refresh(live) {
      const look = guardedBy(world.report)((each: Kept) => each.look({ fresh: false, live }));
      for (const all of kept.values()) for (const each of all) look(each);
    },
    stop,
  };
}
