import { createBox, type Filling, type Told } from "../render/box.ts";
import { showOverlay } from "./overlay.ts";
import type { Undo } from "../dom/undo.ts";

/**
 * Shows a message as a bar at the bottom of the viewport, where it neither moves the page nor covers its header. It is
 * a region, so that those who hear the page find it among the landmarks.
 *
 * @returns `undefined` where a fact in it is unknown, so that there is nothing to say.
 */
export function showBar(filling: Filling, told: Told): Undo | undefined {
  const made = createBox("bar", ["div", "region"], filling);
  return made && showOverlay(made, told);
}
