import { watchElements } from "../render/watch-elements.ts";
import type { Watch } from "./watch-trigger.ts";
import { whenViewable } from "./when-viewable.ts";

/** `visible SELECTOR`: such an element is half in sight for a second, whenever it comes into the page. */
export const visible: Watch = ({ text }, { report }, fire) =>
  watchElements([{ selector: text, met: (element) => whenViewable(element, fire) }], report);
