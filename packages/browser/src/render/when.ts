import { keep } from "./keep.ts";
import { awaitsOwner } from "./owner.ts";
import { slotOf } from "./slot-of.ts";
import type { Undo } from "../dom/undo.ts";
import { setAttribute } from "./set-attribute.ts";
import { ownDocument } from "../dom/own-document.ts";

let sheet: CSSStyleSheet | undefined;
let hostSheet: CSSStyleSheet | undefined;

/** Hides an element by an attribute. */
export function hide(element: Element): Undo {
  // `hidden` alone loses against a shop's `display: grid`, and an inline style would leave its traces behind.
  if (!sheet) {
    (sheet = new CSSStyleSheet()).replaceSync(
      "[hidden=shopkeeper],[data-sk-when][hidden]{display:none!important}",
    );
    ownDocument.adoptedStyleSheets = [...ownDocument.adoptedStyleSheets, sheet];
  }
  // What the shop hides itself is left as it is: for somebody new, and a crawler, its page stays the same to the letter.
  return setAttribute(element, "hidden", element.getAttribute("hidden") ?? "shopkeeper");
}

/** Hides an element from within, by a rule in its shadow root: not even its attributes tell. */
function hideWithin(root: ShadowRoot): Undo {
  if (!hostSheet) (hostSheet = new CSSStyleSheet()).replaceSync(":host{display:none!important}");
  root.adoptedStyleSheets = [hostSheet];
  return () => (root.adoptedStyleSheets = []);
}

/** Shows or hides an element, whatever the shop has made it. */
export function showWhen(element: Element, shown: boolean): Undo {
  // React, in development, complains of an attribute that its server has not sent.
  const slot = !shown && awaitsOwner(element) ? slotOf(element) : undefined;
  if (slot) return hideWithin(slot.parentNode as ShadowRoot);
  return keep(
    element,
    () => ({
      undo: shown ? setAttribute(element, "hidden", null) : hide(element),
      isThere: () => element.hasAttribute("hidden") !== shown,
    }),
    { attributeFilter: ["hidden"] },
    element,
  )!;
}
