import type { Position } from "@shopkeeper/engine";
import { isUnseen } from "./is-unseen.ts";
import { showInstead } from "./slot.ts";
import { slotOf } from "./slot-of.ts";
import type { Undo } from "../dom/undo.ts";

/**
 * Puts an element of ours at a place, if nothing that the shopper sees moves by it: into the shadow root of the target
 * if it can have one, else, and before or after it, among the shop's own elements.
 *
 * @param fresh The target has just been added and is not painted yet.
 * @returns `undefined` where it was not put: try again when the page is loaded, or on the next page.
 */
export function place(
  element: Element,
  target: Element,
  position: Position,
  fresh = false,
): Undo | undefined {
  const end = position === "append" || position === "after";
  const beside = position === "before" || position === "after";
  if (!fresh && !isUnseen(target, end ? "bottom" : "top")) return undefined;
  const slot = beside ? undefined : slotOf(target);
  // A framework that is about to take over what its server has sent would stumble over a child that it does not know.
  if (!slot && document.readyState !== "complete") return undefined;
  if (position === "replace") {
    if (!slot) return showInstead(target, [element]);
    const children = slot.firstElementChild as HTMLElement;
    slot.append(element);
    children.hidden = true;
    return () => {
      element.remove();
      children.hidden = slot.childElementCount > 1;
    };
  }
  ((slot?.parentNode ?? target) as Element)[position](element);
  return () => element.remove();
}
