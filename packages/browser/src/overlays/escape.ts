import { listen, selectAll } from "../dom/elements.ts";
import { focusedElement } from "./focus.ts";
import { undoAll, type Undo } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

// A browser that does not know a selector drops the whole list: these are asked for one by one.
const OPEN = ["dialog[open]", "[role*=dialog]", "[aria-modal=true]", ":popover-open"];

/** Whether Escape has something of the shop to close: a dialog, a menu, or the list under a field. */
const isForShop = (): boolean =>
  OPEN.flatMap((selector) => selectAll(selector)).some(
    (element) =>
      element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) !== false &&
      isInView(element),
  ) || !!focusedElement()?.closest("[aria-expanded=true]");

/** Drawers that are shut are often merely pushed out of the viewport. */
function isInView(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}

/**
 * Hears Escape once the shop has had it, and had no use for it. A bar, which is no dialog, closes only for those who are
 * in it.
 */
export function onEscape(host: Element, box: Element, close: () => void): Undo {
  let isTheirs = false;
  return undoAll([
    // On its way down, before what is open has closed itself.
    listen<KeyboardEvent>(document, "keydown", ({ key }) => {
      isTheirs = key === "Escape" && isForShop();
    }),
    listen<KeyboardEvent>(
      document,
      "keydown",
      ({ key, defaultPrevented, isComposing }) => {
        const isOurs = box.getAttribute("role") === "dialog" || host.contains(ownDocument.activeElement);
        if (key === "Escape" && isOurs && !isTheirs && !defaultPrevented && !isComposing) close();
      },
      false,
    ),
  ]);
}
