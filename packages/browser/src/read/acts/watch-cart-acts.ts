import type { Item } from "@shopkeeper/engine";
import { listen } from "../../dom/elements.ts";
import { undoAll, type Undo } from "../../dom/undo.ts";
import { cleanItem, fieldsOf } from "../clean-item.ts";
import { guarded } from "../guarded.ts";
import type { ActWorld, Platform, Words } from "../platform/platform.ts";
import { query } from "../query.ts";
import { isRefused } from "../watch-attributes.ts";
import { cartCount } from "./cart-count.ts";
import { cartEvent } from "./cart-event.ts";
import { gestureOf, type Gesture } from "./control.ts";
import { itemsOf } from "./items-of.ts";
import { leaveNote, takeNote, type Note } from "./note.ts";
import { watchChoices } from "./watch-choices.ts";
import { watchRequests } from "./watch-requests.ts";

/** How long the shop may take to answer, in ms. */
const PATIENCE = 10_000;

/** A click or a submission, and where it went: kept from before this part was there. */
export type Early = [event: Event, path: EventTarget[]];

/** Requests that change a cart, where the platform is not known. */
const REQUESTS = /^[^?#]*(cart|basket|warenkorb|panier|carrito|carrello)/i;

/** Events of custom elements that tell an add by themselves, as Polymer's shop has it. */
const EVENTS = "add-cart-item add-to-cart cart:item-added product:added-to-cart";

/** What a message on the next page says: what was posted has been refused. */
const REFUSED = "[role=alert][class*=error i],.alert-danger,.error-message:not(:empty)";

/** An act that waits for the shop's answer. */
interface Pending extends Note {
  control: HTMLElement;
  /** On the page's own clock. */
  start: number;
}

/**
 * Hears what is put into the cart and taken out, in whichever way a shop does it: a control is clicked or a form submitted, and
 * then the shop accepts. That it did shows in a request that is answered well, in the cart's counter, in an event, or, where
 * a form leads to another page, there. A click that nothing follows is no act.
 */
export function watchCartActs(world: ActWorld, platforms: Platform[], early: Early[] = []): Undo {
  const { document, window } = world;
  const words: Words[] = platforms.flatMap((platform) => platform.words ?? []);
  const requests = words[0] ? (words.find((each) => each.requests)?.requests ?? false) : REQUESTS;
  const refused = words.find((each) => each.refused)?.refused ?? REFUSED;
  let waiting: Pending[] = [];
  let looking: Undo | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  const drop = (pending: Pending): void => {
    waiting = waiting.filter((each) => each !== pending);
    if (waiting[0]) return;
    looking?.();
    looking = undefined;
  };
  const accept = (pending: Pending): void => {
    drop(pending);
    world.tell(pending.name, cartEvent(pending.items), "click", pending.at);
  };
  /** A counter that has gone up speaks for an add, one that has gone down for a removal. */
  const count = guarded(() => {
    soon = undefined;
    const now = cartCount(document);
    for (const pending of waiting) {
      const { name, count: before } = pending;
      if (now === undefined || before === undefined || now === before) continue;
      pending.count = now;
      if (now > before == (name == "add_to_cart")) accept(pending);
    }
  });
  /** Looks narrowly: only while an act waits. */
  const lookOut = (): Undo => {
    const observer = new MutationObserver(() => (soon ??= setTimeout(count, 100)));
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ["aria-label", "data-cart-count"],
    });
    const unwatch = requests
      ? watchRequests(({ url, start, isWell }) => {
          const pending = waiting.find((each) => start >= each.start - 5);
          if (!pending || isWell === undefined || !requests.test(url)) return;
          if (isWell) accept(pending);
          else drop(pending);
        })
      : () => {};
    return () => {
      observer.disconnect();
      clearTimeout(soon);
      soon = undefined;
      unwatch();
    };
  };
  const wait = ({ name, control }: Gesture, event: Event): Pending | undefined => {
    const items = itemsOf(control, words, world);
    if (!items[0]) return;
    const pending: Pending = {
      name,
      items,
      control,
      start: event.timeStamp,
      at: Date.now() - Math.max(0, performance.now() - event.timeStamp),
      count: cartCount(document),
      sure: false,
    };
    waiting.push(pending);
    looking ??= lookOut();
    setTimeout(() => drop(pending), PATIENCE);
    return pending;
  };
  /** What leads to another page is told there. */
  const pass = (pending: Pending, sure: boolean): void => {
    drop(pending);
    const { name, items, at, count: before } = pending;
    const isLeft = world.keeps() && leaveNote({ name, items, at, count: before, sure });
    if (!isLeft && sure) world.tell(name, cartEvent(items), "click", at);
  };

  const hear = guarded((event: Event, path: EventTarget[]) => {
    const isSubmit = event.type == "submit";
    const { submitter } = event as SubmitEvent;
    const gesture = gestureOf(isSubmit && submitter ? [submitter, ...path] : path, words);
    if (!gesture || (!isSubmit && isRefused(gesture.control as HTMLButtonElement))) return;
    const form = isSubmit ? path.find((node) => node instanceof HTMLFormElement) : undefined;
    // The click on its button was heard before the form's submission.
    const pending =
      waiting.find(
        (each) =>
          event.timeStamp - each.start < 1000 &&
          (each.control === gesture.control || form?.contains(each.control)),
      ) ?? wait(gesture, event);
    if (!pending) return;
    const leads = isSubmit
      ? form?.method != "dialog"
      : gesture.control instanceof HTMLAnchorElement &&
        !/^(#|javascript:|$)/.test(gesture.control.getAttribute("href") ?? "");
    // When everybody has heard it, it shows whether the page is left.
    if (leads) setTimeout(guarded(() => event.defaultPrevented || pass(pending, true)));
  });
  const hearOwn = guarded((event: Event) => {
    const detail = fieldsOf((event as CustomEvent).detail);
    const item = cleanItem(detail.item ?? detail.product ?? detail, document.baseURI);
    item.item_name ??= item.title as string | undefined;
    const items: Item[] = [{ ...item, quantity: Number(detail.quantity) || item.quantity || 1 }];
    if (item.item_id ?? item.item_name) world.tell("add_to_cart", cartEvent(items), "page-event");
  });

  const note = takeNote();
  if (note && !query(document, refused)?.textContent?.trim()) {
    const more = cartCount(document)! - note.count!;
    if (note.sure || (note.name == "add_to_cart" ? more > 0 : more < 0))
      world.tell(note.name, cartEvent(note.items), "click", note.at);
  }
  for (const [event, path] of early) hear(event, path);
  return undoAll([
    listen(document, "click submit", (event) => hear(event, event.composedPath())),
    listen(window, EVENTS, hearOwn),
    watchChoices(world),
    listen(window, "pagehide", () => {
      for (const pending of waiting) pass(pending, false);
    }),
    () => waiting.forEach(drop),
    ...platforms.flatMap(({ watch }) => guarded(() => watch?.(world))() ?? []),
  ]);
}
