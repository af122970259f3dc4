import { listen, targetOf } from "../dom/elements.ts";
import { undoAll, type Undo } from "../dom/undo.ts";

/** Milliseconds. So long the next page of a slow shop may take to come. */
const SOON = 20_000;

/** Whether a page that is being left leads on within the shop, as far as that can be seen: by a link or a form of it. */
export function watchGoingOn(clock: () => number = Date.now): { isLikely(): boolean; stop: Undo } {
  let followed = -Infinity;
  const follow = (): void => void (followed = clock());
  const stop = undoAll([
    listen(document, "click", (event) => {
      const link = targetOf(event, "a[href]") as HTMLAnchorElement | undefined;
      if (link && link.origin === location.origin && (link.target || "_self") === "_self") follow();
    }),
    listen(document, "submit", follow),
  ]);
  return { isLikely: () => clock() - followed < SOON, stop };
}
