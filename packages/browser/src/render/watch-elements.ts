import { listen, matches } from "../dom/elements.ts";
import { guardedBy } from "../guard.ts";
import type { Report } from "../dom/report.ts";
import { type Undo, undoAll } from "../dom/undo.ts";

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
  const nowhere = document.createDocumentFragment();
  const kinds = watched.filter(({ selector }) => guarded(() => !nowhere.querySelector(selector))());
  if (!kinds.length) return () => {};
  const selector = kinds.map((kind) => kind.selector).join();
  /** What to do when an element leaves, by kind; a kind that is missing waits for more of the element. */
  const known = new Map<Element, (Undo | undefined)[]>();
  const waiting = new Set<Element>();

  const meet = (element: Element, fresh: boolean) => {
    if (!matches(element, selector)) return;
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
    for (const element of root.querySelectorAll(selector)) meet(element, fresh);
  };
  const ask = () => {
    const asked = [...waiting];
    waiting.clear();
    for (const element of asked) meet(element, true);
    if (document.readyState !== "loading") waiting.clear();
  };

  const observer = new MutationObserver((records) => {
    for (const element of known.keys()) if (!element.isConnected) leave(element);
    // What has come into a node that has just come itself was found with it.
    const found = new Set<Node>();
    for (const { target, type, addedNodes } of records) {
      if (type === "attributes") {
        leave(target as Element);
        meet(target as Element, false);
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (!found.has(target) && node.isConnected) {
          meet(node, true);
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
    attributeFilter: selector.match(/data-sk-[\w-]+/g) ?? [],
  });
  return undoAll([
    () => known.forEach((_undos, element) => leave(element)),
    () => observer.disconnect(),
    listen(document, "readystatechange", ask),
  ]);
}
