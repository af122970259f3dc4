import { parseDuration } from "../duration.ts";
import { type Exposure, RECENT, timesIn } from "../profile/exposures.ts";
import { expected } from "./expected.ts";

/**
 * How often an experience may be shown: at most so many times in a visit, ever, or in so many milliseconds, or until so
 * many dismissals; not for so many milliseconds after a dismissal; not any more once it has done its work. `text` is as it
 * was written.
 */
export type Cap = { text: string } & (
  | { times: number; per: "visit" | "ever" | number }
  | { dismissals: number; per: number }
  | { rest: number }
  | { until: "convert" }
);

/**
 * Reads a list of caps.
 *
 * @example parseCaps("1 per visit, rest 30d") // [{ text: "1 per visit", times: 1, per: "visit" }, …]
 * @throws Where it cannot be read.
 */
export const parseCaps = (list: string): Cap[] => list.split(",").map((part) => parseCap(part.trim()));

function parseCap(text: string): Cap {
  const [, count, dismissals, per, rest, until] =
    /^(?:(\d+) +(dismissals? +)?(?:per +)?(\S+)|rest +(\S+)|until (convert))$/.exec(text) ?? [];
  const times = +count!;
  const time = per === "ever" ? Infinity : parseDuration(per ?? rest);
  if (until) return { text, until: "convert" };
  if (time && rest) return { text, rest: time };
  if (dismissals) {
    if (time && times && times <= RECENT) return { text, dismissals: times, per: time };
  } else if (per === "ever") return { text, times, per };
  else if ((time || per === "visit") && times <= RECENT) return { text, times, per: time || "visit" };
  throw expected(
    "cap",
    `"1 per visit", "2 per 7d" (up to ${RECENT}), "rest 30d", "2 dismissals ever" …`,
    text,
  );
}

/** How much of a cap is used up: times, or milliseconds since a dismissal or a conversion (`Infinity` without one). */
export function usedOf(cap: Cap, exposure: Exposure, now: number, visit: number): number {
  // What lies in the future of now does not count.
  const since = (ts: number): number => (ts && ts <= now ? now - ts : Infinity);
  const within = (list: number[], time: number): number =>
    list.filter((ts) => ts <= now && ts > now - time).length;
  if ("until" in cap) return exposure.convert ? Math.max(0, now - exposure.convert) : Infinity;
  if ("rest" in cap) return since(exposure.dismiss);
  if ("dismissals" in cap) return within(exposure.dismissals ?? [], cap.per);
  const { per } = cap;
  if (per === "ever") return exposure.total;
  return per === "visit"
    ? timesIn(exposure, visit)
    : within(
        exposure.recent.map(([ts]) => ts),
        per,
      );
}

/** Less than what may be used, or at least how long it has to rest: `Infinity` for ever. */
export const limitOf = (cap: Cap): [most: number] | [most: undefined, rest: number] =>
  "times" in cap
    ? [cap.times]
    : "dismissals" in cap
      ? [cap.dismissals]
      : [undefined, "rest" in cap ? cap.rest : Infinity];
