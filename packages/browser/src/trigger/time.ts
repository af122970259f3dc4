import { later, SLEPT } from "./later.ts";
import type { Watch } from "./watch-trigger.ts";
import { ownDocument } from "../dom/own-document.ts";

/** `time 20s`: so long engaged with the shop in this visit, on whatever pages. */
export const time: Watch = ({ amount }, { engagement }, fire) =>
  later(
    (late) => {
      const left = amount - engagement.time();
      // Who wakes a computer up has not looked at it before; nor has time passed for somebody who is away.
      return ownDocument.hidden || late > SLEPT || (left > 0 && !engagement.active()) ? Infinity : left;
    },
    engagement,
    fire,
  );
