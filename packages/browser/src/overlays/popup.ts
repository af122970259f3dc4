import type { Place } from "@shopkeeper/engine";
import { createBox, type Filling, type Told } from "../render/box.ts";
import { showOverlay } from "./overlay.ts";
import type { Undo } from "../dom/undo.ts";

/**
 * Shows a pop-up. In the `"center"` it is modal: the focus goes in and comes back, Escape and a click beside it close
 * it. In the other places the page stays usable and the focus where it is; Escape closes it too.
 *
 * @returns `undefined` where a fact in it is unknown, so that there is nothing to say.
 */
export function showPopup(filling: Filling, told: Told, place: Place = "corner"): Undo | undefined {
  const made = createBox(place, [place === "center" ? "dialog" : "div", "dialog"], filling);
  return made && showOverlay(made, told);
}
