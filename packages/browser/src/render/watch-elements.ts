import { listen, matches } from "../dom/elements.ts";
import { CONTESTED, hearShopper, mayTryAgain } from "./contest.ts";
import { guardedBy } from "../guard.ts";
import type { Report } from "../dom/report.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/** What is about to keep the page, as it is now, as markup for later: what we have put into it must not be kept twice. */
const KEEPING = "turbo:before-cache turbolinks:before-cache htmx:beforeHistorySave";
/** Elements whose quarrel has been reported. */
const reported = new WeakSet<Element>();

/** What we ask elements for. A form's field of such a name, `<input name="childNodes">`, takes the place of it. */
const ASKED =
  /^(append|attachShadow|childNodes|children|cloneNode|contains|firstElementChild|getAttribute|getBoundingClientRect|getClientRects|hasAttribute|isConnected|localName|nextSibling|parentNode|previousSibling|removeAttribute|setAttribute|shadowRoot)$/;
/** Such a form is left as it is. */
const isCovered = (element: Element): boolean =>
  element instanceof HTMLFormElement && Object.getOwnPropertyNames(element).some((name) => ASKED.test(name));

/** One kind of element to wait for. */
export interface Watched {
  selector: string;
  /**
   * Meets an element: when it comes into the document, again when it comes back, and again when a `data-sk-…`
   * attribute that a selector names has changed.
   *
   * @param fresh The element has just been added and is not painted yet: it may still look as we like.
   * @returns What to do when it leaves; `undefined` to be asked again with what the parser brings next.
   */
  met(element: Element, fresh: boolean): Undo | undefined;
}

/**
 * Meets elements as the parser adds them, before they are painted, those that are there already and those that come
 * later, and tells when they leave.
 *
 * One observer and one selector for all: what a busy page adds costs one native query, whoever waits for it.
 */
export function watchElements(watched: Watched[], report: Report): Undo {
  const guarded = guardedBy(report);
  const nowhere = ownDocument.createDocumentFragment();
  const kinds = watched.filter(({ selector }) => guarded(() => !nowhere.querySelector(selector))());
  if (!kinds.length) return () => {};
  const selector = kinds.map((kind) => kind.selector).join();
  /** What to do when an element leaves, by kind; a kind that is missing waits for more of the element. */
  const known = new Map<Element, (Undo | undefined)[]>();
  const waiting = new Set<Element>();

  /** How often each place, such as `data-sk-slot="hero"`, has been rendered anew, and those that we have given up. */
  const places = new Map<string, number[]>();
  const contested = new Set<string>();
  /** Places whose elements have left. */
  const left = new Set<string>();
  const placesOf = (element: Element): string[] =>
    kinds.flatMap(({ selector }) => {
      if (!matches(element, selector)) return [];
      const [name] = selector.match(/data-sk-[\w-]+/) ?? [];
      return `${selector} ${(name && Element.prototype.getAttribute.call(element, name)) ?? ""}`;
    });

  const giveUp = (element: Element) => {
    leave(element);
    // It is as the shop made it, and from now on it is not met any more.
    const forget = () => {
      element.removeAttribute(CONTESTED);
      reported.delete(element);
    };
    known.set(element, [...kinds.map(() => () => {}), forget]);
    reported.add(element);
    const { outerHTML } = element.cloneNode() as Element;
    report(new Error(`contested: the page keeps taking back what is shown in ${outerHTML}`));
  };

  /** Whether an element stands where the page has rendered others anew so often that we must be the reason. */
  const isContested = (element: Element): boolean => {
    for (const place of placesOf(element)) {
      if (contested.has(place)) return true;
      if (!left.delete(place)) continue;
      const times = places.get(place) ?? [];
      places.set(place, times);
      if (mayTryAgain(times)) continue;
      contested.add(place);
      element.setAttribute(CONTESTED, "");
      giveUp(element);
      return true;
    }
    return false;
  };

  const meet = (element: Element, fresh: boolean) => {
    if (
      !matches(element, selector) ||
      isCovered(element) ||
      (fresh && !known.has(element) && isContested(element))
    )
      return;
    const undos = known.get(element) ?? [];
    known.set(element, undos);
    kinds.forEach(({ selector, met }, index) => {
      if (undos[index] || !matches(element, selector)) return;
      // What throws is not asked again.
      undos[index] = () => {};
      guarded(() => {
        undos[index] = met(element, fresh);
        if (!undos[index]) waiting.add(element);
      })();
    });
  };
  const leave = (element: Element) => {
    for (const undo of known.get(element) ?? []) if (undo) guarded(undo)();
    known.delete(element);
    waiting.delete(element);
  };
  const search = (root: Document | Element, fresh: boolean) => {
    const found =
      root instanceof Element
        ? Element.prototype.querySelectorAll.call(root, selector)
        : ownDocument.querySelectorAll(selector);
    // One that cannot be asked keeps nobody from the others.
    for (const element of found) guarded(meet)(element, fresh);
  };
  const ask = () => {
    const asked = [...waiting];
    waiting.clear();
    for (const element of asked) meet(element, true);
    if (ownDocument.readyState !== "loading") waiting.clear();
  };

  const observer = new MutationObserver((records) => {
    for (const element of known.keys())
      if (!element.isConnected) {
        for (const place of placesOf(element)) left.add(place);
        leave(element);
      }
    // What has come into a node that has just come itself was found with it.
    const found = new Set<Node>();
    for (const { target, type, attributeName, addedNodes } of records) {
      if (attributeName === CONTESTED) {
        const element = target as Element;
        if (known.has(element) && !reported.has(element) && element.hasAttribute(CONTESTED)) giveUp(element);
      } else if (type === "attributes") {
        leave(target as Element);
        meet(target as Element, false);
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (!found.has(target) && node.isConnected) {
          guarded(meet)(node, true);
          search(node, true);
        }
        found.add(node);
      }
    }
    ask();
  });
  search(document, false);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: [CONTESTED, ...(selector.match(/data-sk-[\w-]+/g) ?? [])],
  });
  const stepAside = () => {
    const aside = [...known.keys()];
    aside.forEach(leave);
    // The copy is made in the next task.
    setTimeout(() =>
      setTimeout(() => aside.forEach((element) => !stopped && element.isConnected && meet(element, true))),
    );
  };
  let stopped = false;
  return undoAll([
    () => known.forEach((_undos, element) => leave(element)),
    () => observer.disconnect(),
    listen(document, "readystatechange", ask),
    listen(document, KEEPING, stepAside),
    hearShopper(),
    () => (stopped = true),
  ]);
}
