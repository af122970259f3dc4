import type { Position } from "@shopkeeper/engine";
import { isUnseen } from "./is-unseen.ts";
import { keep } from "./keep.ts";
import { awaitsOwner } from "./owner.ts";
import { showInstead } from "./slot.ts";
import { fillSlot, slotOf } from "./slot-of.ts";
import type { Undo } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

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
  if (slot) {
    if (position === "replace") return fillSlot(slot, element);
    (slot.parentNode as ShadowRoot)[position as "append"](element);
    return () => element.remove();
  }
  const parent = beside ? target.parentElement : target;
  // A framework that is about to take over what its server has sent would stumble over a child that it does not know.
  if (!parent || ownDocument.readyState !== "complete" || awaitsOwner(parent)) return undefined;
  if (position === "replace") return showInstead(target, [element]);
  return keep(
    target,
    () => {
      target[position](element);
      return { isThere: () => element.parentNode === parent, undo: () => element.remove() };
    },
    { childList: true },
    parent,
  );
}
