import { listen } from "../dom/elements.ts";
import { undoAll } from "../dom/undo.ts";
import type { Watch } from "./watch-trigger.ts";

/**
 * `exit`: the pointer leaves the page upward. On touch there is no pointer: a fast way up after having gone down, or
 * a return to the tab, says the same.
 */
export const exit: Watch = (_trigger, _world, fire) => {
  const undos = [
    listen<MouseEvent>(document, "mouseout mouseleave", ({ clientY, relatedTarget }) => {
      if (clientY <= 0 && !relatedTarget) fire();
    }),
  ];
  if (matchMedia("(hover:none)").matches) {
    let from = 0;
    let since = 0;
    let last = 0;
    undos.push(
      listen(document, "scroll visibilitychange", ({ type }) => {
        const now = Date.now();
        if (scrollY >= last || now - since > 400) {
          from = scrollY;
          since = now;
        }
        last = scrollY;
        if (type === "scroll" ? from - last > innerHeight / 2 : !document.hidden) fire();
      }),
    );
  }
  return undoAll(undos);
};
