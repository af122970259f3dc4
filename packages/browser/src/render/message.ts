import type { Position } from "@shopkeeper/engine";
import { createBox, type Filling, type Told, watchBox } from "./box.ts";
import { place } from "./place.ts";
import { type Undo, undoAll } from "../dom/undo.ts";

/**
 * Shows a message in the page. It is a part of the page from before it is seen, and so is not announced.
 *
 * @param fresh The target has just been added and is not painted yet.
 * @param put Puts it there, or what stands for it.
 * @returns `undefined` where something seen would move, or there is nothing to say.
 */
export function showInline(
  filling: Filling,
  told: Told,
  target: Element,
  position: Position,
  fresh?: boolean,
  put = place,
): Undo | undefined {
  const made = createBox("inline", ["div", "group"], filling);
  const remove = made && put(made.host, target, position, fresh);
  if (!remove) return undefined;
  const undo = undoAll([remove, watchBox(made.box, () => undo(), told)]);
  told("view");
  return undo;
}
