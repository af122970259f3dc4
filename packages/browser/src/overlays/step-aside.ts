import { listen } from "../dom/elements.ts";
import { focusedElement } from "./focus.ts";
import type { Undo } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/**
 * Moves a box to the opposite edge where it would lie over what has the focus (WCAG 2.4.11, Focus Not Obscured). Nothing of the
 * page is moved: neither a footer nor a bar of the shop could be scrolled out from under it.
 */
export function stepAside(host: Element, box: HTMLElement): Undo {
  const covers = (focused: Element): boolean => {
    const [a, b] = [focused, box].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
    return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
  };
  const look = () => {
    const focused = focusedElement();
    if (
      !focused ||
      focused === ownDocument.body ||
      host.contains(ownDocument.activeElement) ||
      !covers(focused)
    )
      return;
    box.part.toggle("away");
    // What is as large as the page cannot be hidden altogether.
    if (covers(focused)) box.part.toggle("away");
  };
  look();
  return listen(document, "focusin", look);
}
