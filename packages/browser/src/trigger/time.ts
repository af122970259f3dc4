import { later } from "./later.ts";
import type { Watch } from "./watch-trigger.ts";

/** `time 20s`: so long engaged with the page. */
export const time: Watch = ({ amount }, { engagement }, fire) =>
  later(() => amount - engagement.time(), fire);
