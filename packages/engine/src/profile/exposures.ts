import type { ShopEvent } from "../event.ts";
import { type Entry, touch } from "./entry.ts";
import { clip } from "./item.ts";
import type { Profile } from "./profile.ts";

/** So many shows are kept with their time: a cap, but for "ever", cannot allow more. */
export const RECENT = 10;

/** What became of an experience so far. */
export interface Exposure extends Entry {
  /** What kind of experience it is, if that was told. */
  kind?: unknown;
  /** How often it was shown. */
  total: number;
  /** When the last times were and in which visits, in order. */
  recent: [ts: number, visit: number][];
  /** When it was last dismissed and converted; 0: never. */
  dismiss: number;
  convert: number;
  /** The last visit in which it was. */
  over: number;
}

export const newExposure = (id: string): Exposure => ({
  id,
  total: 0,
  recent: [],
  dismiss: 0,
  convert: 0,
  over: 0,
});

/** Counts `experience_view`, `experience_dismiss` and `experience_convert`, by `experience_id`. */
export function takeExposure({ exposures }: Profile, event: ShopEvent): void {
  const { name, ts, visit, experience_kind: kind } = event;
  const act = /^experience_(view|dismiss|convert)$/.exec(name)?.[1] as
    | "view"
    | "dismiss"
    | "convert"
    | undefined;
  if (!act) return;
  const exposure = touch(exposures, newExposure(clip(event.experience_id)));
  if (act !== "view") {
    exposure[act] = Math.max(exposure[act], ts);
    // A goal is reached elsewhere: what stands in the page stays there.
    if (event.goal === undefined) exposure.over = Math.max(exposure.over, visit);
    return;
  }
  exposure.kind ??= kind;
  exposure.total++;
  exposure.recent = [...exposure.recent, [ts, visit] as [number, number]]
    .sort(([a], [b]) => a - b)
    .slice(-RECENT);
}

/** How often it was shown in a visit. */
export const timesIn = ({ recent }: Exposure, visit: number): number =>
  recent.filter((show) => show[1] === visit).length;
