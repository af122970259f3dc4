import type { Position } from "@shopkeeper/engine";
import { type Filling, showOverlay, type Told } from "./overlay.ts";
import { place } from "./place.ts";
import type { Undo } from "../dom/undo.ts";

/**
 * Shows a message as a bar at the bottom of the viewport, where it neither moves the page nor covers its header.
 *
 * @returns `undefined` where a fact in it is unknown, so that there is nothing to say.
 */
export const showBar = (filling: Filling, told: Told): Undo | undefined =>
  showOverlay("bar", false, filling, told);

/**
 * Shows a message in the page.
 *
 * @param fresh The target has just been added and is not painted yet.
 * @returns `undefined` where something seen would move, or there is nothing to say.
 */
export const showInline = (
  filling: Filling,
  told: Told,
  target: Element,
  position: Position,
  fresh?: boolean,
): Undo | undefined =>
  showOverlay("inline", false, filling, told, (host) => place(host, target, position, fresh));
