import { listen } from "../dom/elements.ts";
import { undoAll } from "../dom/undo.ts";
import { onReturn } from "./away.ts";
import { isHeld } from "./hold.ts";
import type { Watch } from "./watch-trigger.ts";
import { ownDocument } from "../dom/own-document.ts";

/** So soon after the page has come into sight nobody has looked at it yet. Milliseconds. */
const ARRIVAL = 3000;
/** So short a look at another tab is none: a sheet to share by, a question of the browser's. Milliseconds. */
const GLANCE = 1000;
/** Pixels a millisecond. Who goes to the tab or to the address is fast; who rests the hand, or aims at a menu, is not. */
const FAST = 0.4;

/**
 * `exit`: the pointer leaves the page upward, and not slowly. On touch there is no pointer: a fast swipe back up from
 * far down, or a return to the tab, says the same.
 *
 * Whoever must not be interrupted then is not interrupted later either: the moment has passed.
 */
export const exit: Watch = (_trigger, _world, fire) => {
  let shown = Date.now();
  const leave = () => {
    if (Date.now() - shown >= ARRIVAL && !isHeld()) fire();
  };
  const undos = [listen(document, "visibilitychange", () => (shown = Date.now()))];
  if (matchMedia("(hover:none)").matches)
    undos.push(
      watchSwipe(leave),
      onReturn((away) => {
        // It came into sight just now, but not for the first time.
        if (away >= GLANCE && !isHeld()) fire();
      }),
    );
  else undos.push(watchPointer(leave));
  return undoAll(undos);
};

function watchPointer(leave: () => void) {
  let y = Infinity;
  let at = 0;
  return listen<MouseEvent>(
    document,
    "mousemove mouseout mouseleave",
    ({ type, clientX, clientY, relatedTarget, timeStamp }) => {
      const isFast = y - clientY >= FAST * (timeStamp - at);
      y = clientY;
      at = timeStamp;
      const isOut = type !== "mousemove" && !relatedTarget && clientY <= 0;
      // At the sides the pointer may go to the scroll bar.
      if (isOut && isFast && clientX >= 0 && clientX < ownDocument.documentElement.clientWidth) leave();
    },
  );
}

function watchSwipe(leave: () => void) {
  /** When a finger moved last: what scrolls without one is a link to the top, the browser or the shop. */
  let swiped = 0;
  let from = 0;
  let since = 0;
  let last = 0;
  return listen(document, "touchmove click scroll", ({ type, target }) => {
    const now = Date.now();
    if (type !== "scroll") swiped = type === "click" ? 0 : now;
    else if (target === document) {
      if (scrollY >= last || now - since > 400) {
        from = scrollY;
        since = now;
      }
      last = scrollY;
      if (now - swiped < 1000 && from > innerHeight && from - last > innerHeight / 2) leave();
    }
  });
}
