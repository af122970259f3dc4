import { setAttribute } from "../render/set-attribute.ts";
import { listen } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/** The element that has the focus, in whatever shadow roots it is. */
export function focusedElement(): Element | null {
  let focused = ownDocument.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/**
 * Remembers where the focus is now.
 *
 * @returns Takes the host out. If the focus is in it, it goes back to where it was, or as near to that as there still is
 * something: the shop may have drawn its page anew meanwhile.
 */
export function rememberFocus(host: HTMLElement, isModal: boolean): Undo {
  const way: Element[] = [];
  for (let node: Node | null = focusedElement(); node && node !== ownDocument.body;)
    if (node instanceof ShadowRoot) node = node.host;
    else {
      way.push(node as Element);
      node = node.parentNode;
    }
  return () => {
    const { activeElement } = document;
    // A modal dialog that the browser has closed has left the focus nowhere if it could not give it back.
    const inside = host.contains(activeElement) || (isModal && activeElement === ownDocument.body);
    host.remove();
    if (!inside) return;
    const nearest = way.find((element) => element.isConnected && element.checkVisibility?.() !== false);
    if (nearest instanceof HTMLElement) focusOn(nearest);
  };
}

/** Gives an element the focus, if need be for once: reading and Tab go on from there. */
function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (element.matches(":focus,:focus-within")) return;
  const undo = setAttribute(element, "tabindex", "-1");
  const off = listen(element, "blur", () => {
    off();
    undo();
  });
  element.focus({ preventScroll: true });
}
