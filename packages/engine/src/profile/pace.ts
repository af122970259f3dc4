import type { Context } from "../engine.ts";
import { nextHour } from "./local-time.ts";
import type { Profile } from "./profile.ts";
import type { FactSettings } from "./settings.ts";
import { visitChanges } from "./visits.ts";

const GROWING = /^(visitor|visit|cart|orders)\.(age|time|idle|last)$/;

type Moments = (profile: Profile, context: Context, settings: FactSettings) => number[];

/** Which facts jump though nothing happens, and at which moments, those that are over included. */
const JUMPS: [names: RegExp, moments: Moments][] = [
  [/^now\.|^geo\.season$|^profile\.birthday_in$|^value|lapsing$/, (_, context) => [nextHour(context)]],
  [/^(visit|source)\.|^visitor\.(returning|visits|stage|intent)$/, visitChanges],
  [/^visitor\.stage$/, ({ lastOrder }, _, { lapsedAfter }) => [lastOrder + lapsedAfter + 1]],
  [
    /^rfm\.(recency|group)$/,
    ({ lastOrder }, _, { rfm }) => rfm.recency.map((limit) => lastOrder + limit + 1),
  ],
];

/**
 * How a fact moves with nothing but time passing: 1 grows with the clock and -1 shrinks with it, but never below 0;
 * 0 jumps at a moment that `changesAt` tells; `undefined` waits for something to happen.
 *
 * @example pace("orders.last") // 1
 */
export const pace = (name: string): 1 | -1 | 0 | undefined =>
  GROWING.test(name)
    ? 1
    : name === "profile.birthday_in"
      ? -1
      : JUMPS.some(([names]) => names.test(name))
        ? 0
        : undefined;

/**
 * The earliest moment after now at which a fact may jump though nothing happens, `Infinity` for one that does not. May
 * be early, and is never late. Growing and shrinking are no jumps.
 *
 * @example changesAt("now.hour", profile, context, settings) // the next full hour
 */
export const changesAt = (name: string, ...known: Parameters<Moments>): number =>
  Math.min(
    ...JUMPS.flatMap(([names, moments]) => (names.test(name) ? moments(...known) : [])).filter(
      (moment) => moment > known[1].now,
    ),
  );
