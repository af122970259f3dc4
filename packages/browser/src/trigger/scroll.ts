import { listen } from "../dom/elements.ts";
import type { Watch } from "./watch-trigger.ts";

/** `scroll 50%`: scrolled by this share of what can be scrolled; never on a page that cannot. */
export const scroll: Watch = ({ amount }, _world, fire) =>
  listen(window, "scroll", () => {
    const room = document.documentElement.scrollHeight - innerHeight;
    if (room > 0 && scrollY >= room * amount) fire();
  });
