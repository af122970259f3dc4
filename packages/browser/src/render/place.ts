import type { Position } from "@shopkeeper/engine";
import { isParsed } from "./is-parsed.ts";
import { isUnseen } from "./is-unseen.ts";
import { showInstead } from "./slot.ts";
import type { Undo } from "../dom/undo.ts";

/**
 * Puts an element at a place, if nothing that the shopper sees moves by it.
 *
 * @param fresh The target has just been added and is not painted yet.
 * @returns `undefined` where it was not put: try again when the parser has gone on, or on the next page.
 */
export function place(
  element: Element,
  target: Element,
  position: Position,
  fresh = false,
): Undo | undefined {
  const end = position === "append" || position === "after";
  // The parser goes on behind the last child: what is appended too early would end up in the middle.
  if (position === "append" && !isParsed(target)) return undefined;
  if (!fresh && !isUnseen(target, end ? "bottom" : "top")) return undefined;
  if (position === "replace") return showInstead(target, [element]);
  target[position](element);
  return () => element.remove();
}
