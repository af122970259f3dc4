import { listen, matches, targetOf } from "../dom/elements.ts";
import type { Watch } from "./watch-trigger.ts";
import { ownDocument } from "../dom/own-document.ts";

/** `click SELECTOR`: a click on or in such an element. */
export const click: Watch = ({ text }, _world, fire) => {
  // Throws now, not at each click, where it is no selector.
  matches(ownDocument.documentElement, text);
  return listen(document, "click", (event) => {
    if (targetOf(event, text)) fire();
  });
};
