import { listen } from "../dom/elements.ts";
import type { Watch } from "./watch-trigger.ts";
import { ownDocument } from "../dom/own-document.ts";

/**
 * `scroll 50%`: scrolled by this share of what can be scrolled; never on a page that cannot. Of a list that grows, what is
 * there now counts.
 *
 * The browser scrolls by itself where a page is loaded anew or by a link with a `#`: that is nobody's doing, and while
 * the page is parsed the share is one of a part.
 */
export const scroll: Watch = ({ amount }, _world, fire) => {
  let byHand = false;
  return listen(window, "wheel touchmove keydown pointerdown scroll", ({ type }) => {
    if (type !== "scroll") byHand = true;
    else if (byHand && !ownDocument.hidden && ownDocument.readyState !== "loading") {
      const room = ownDocument.documentElement.scrollHeight - innerHeight;
      if (room > 0 && scrollY >= room * amount) fire();
    }
  });
};
