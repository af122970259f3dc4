import { listen } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";
import { ownDocument } from "../dom/own-document.ts";

/**
 * Tells when the shopper comes back to this tab, and how long they were elsewhere, in milliseconds.
 *
 * Somebody who opens the tab for the first time, having loaded it in the background, does not come back; nor does who
 * went on to another page in this tab and is brought back by the browser's back button.
 */
export function onReturn(heard: (away: number) => void): Undo {
  let left: number | undefined;
  let gone = false;
  return listen(window, "visibilitychange pagehide pageshow", ({ type }) => {
    if (type !== "visibilitychange") {
      gone = type === "pagehide";
      left = undefined;
    } else if (!gone) {
      const since = left;
      left = ownDocument.hidden ? Date.now() : undefined;
      if (!ownDocument.hidden && since) heard(Date.now() - since);
    }
  });
}
