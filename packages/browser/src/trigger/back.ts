import { listen } from "../dom/elements.ts";
import type { Watch } from "./watch-trigger.ts";

/** `return 60s`: back in the tab after having been away for so long. */
export const back: Watch = ({ amount }, _world, fire) => {
  let left = document.hidden ? Date.now() : undefined;
  return listen(document, "visibilitychange", () => {
    if (document.hidden) left = Date.now();
    else if (left !== undefined && Date.now() - left >= amount) fire();
  });
};
