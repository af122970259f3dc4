import { watchElements } from "../render/watch-elements.ts";
import { whenSeen } from "../render/when-seen.ts";
import type { Watch } from "./watch-trigger.ts";

/** `visible SELECTOR`: such an element comes into sight, whenever it comes into the page. */
export const visible: Watch = ({ text }, { report }, fire) =>
  watchElements([{ selector: text, met: (element) => whenSeen(element, fire, 0) }], report);
