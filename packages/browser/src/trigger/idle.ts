import { isHeld } from "./hold.ts";
import { later, SLEPT } from "./later.ts";
import type { Watch } from "./watch-trigger.ts";
import { ownDocument } from "../dom/own-document.ts";

/** `idle 30s`: nothing done for so long, in sight. Typing, a video or a long sleep make it wait anew. */
export const idle: Watch = ({ amount }, { engagement }, fire) => {
  let from = Date.now();
  return later(
    (late) => {
      if (ownDocument.hidden) return Infinity;
      if (late > SLEPT || isHeld()) from = Date.now();
      return Math.max(from, engagement.last()) + amount - Date.now();
    },
    engagement,
    fire,
  );
};
