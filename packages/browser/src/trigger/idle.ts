import { isHeld } from "./hold.ts";
import { later } from "./later.ts";
import type { Watch } from "./watch-trigger.ts";

/** So much later than planned, a timer has slept with its computer. */
const SLEPT = 5000;

/** `idle 30s`: nothing done for so long, in sight. Typing, a video or a long sleep make it wait anew. */
export const idle: Watch = ({ amount }, { engagement }, fire) => {
  let from = Date.now();
  return later((late) => {
    if (late > SLEPT || isHeld()) from = Date.now();
    return Math.max(from, engagement.last()) + amount - Date.now();
  }, fire);
};
