import { parseDuration } from "../duration.ts";
import { type Exposure, RECENT, timesIn } from "../profile/exposures.ts";
import { expected } from "./expected.ts";

/**
 * How often an experience may be shown: at most so many times in a visit, ever, or in so many milliseconds;
 * not for so many milliseconds after a dismissal; not any more once it has done its work.
 */
export type Cap = { times: number; per: "visit" | "ever" | number } | { rest: number } | { until: "convert" };

/**
 * Reads a list of caps.
 *
 * @example parseCaps("1 per visit, rest 30d") // [{ times: 1, per: "visit" }, { rest: 2592000000 }]
 * @throws Where it cannot be read.
 */
export const parseCaps = (list: string): Cap[] => list.split(",").map((part) => parseCap(part.trim()));

function parseCap(text: string): Cap {
  const [, count, per, rest, until] =
    /^(?:(\d+) +(?:per +)?(\S+)|rest +(\S+)|until (convert))$/.exec(text) ?? [];
  const times = +count!;
  const time = parseDuration(per ?? rest);
  if (until) return { until: "convert" };
  if (per === "ever") return { times, per };
  if (time && rest) return { rest: time };
  if ((time || per === "visit") && times <= RECENT) return { times, per: time || "visit" };
  throw expected("cap", `"1 per visit", "2 per 7d" (up to ${RECENT}), "rest 30d" …`, text);
}

/** Whether a cap stands against one more time. What lies in the future of `now` does not count. */
export function isCapped(cap: Cap, exposure: Exposure, now: number, visit: number): boolean {
  const within = (time: number) => (ts: number) => ts <= now && ts > now - time;
  if ("until" in cap) return exposure.convert > 0;
  if ("rest" in cap) return within(cap.rest)(exposure.dismiss);
  const { times, per } = cap;
  if (per === "ever") return exposure.total >= times;
  if (per === "visit") return timesIn(exposure, visit) >= times;
  return exposure.recent.filter(([ts]) => within(per)(ts)).length >= times;
}
