import type { ShopEvent } from "../event.ts";
import { type Entry, entryOf, touch } from "./entry.ts";
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
  /** When it was last clicked, if ever. */
  click?: number;
  /** When the last dismissals were, in order; absent without one, and in what was saved before they were kept. */
  dismissals?: number[];
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

/** Counts `experience_view`, `_click`, `_dismiss` and `_convert`, by `experience_id`. */
export function takeExposure({ exposures }: Profile, event: ShopEvent): void {
  const { name, ts, visit, experience_kind: kind } = event;
  const act = /^experience_(view|click|dismiss|convert)$/.exec(name)?.[1] as
    | "view"
    | "click"
    | "dismiss"
    | "convert"
    | undefined;
  if (!act) return;
  const id = clip(event.experience_id);
  if (act === "click") {
    // Of what was never shown, as of the card of a rail that stands in the page, nothing is kept.
    const shown = entryOf(exposures, id);
    if (shown) shown.click = Math.max(shown.click ?? 0, ts);
    return;
  }
  const exposure = touch(exposures, newExposure(id));
  exposure.kind ??= kind;
  if (act !== "view") {
    exposure[act] = Math.max(exposure[act], ts);
    // A goal is reached elsewhere: what stands in the page stays there.
    if (event.goal === undefined) exposure.over = Math.max(exposure.over, visit);
    if (act === "dismiss")
      exposure.dismissals = [...(exposure.dismissals ?? []), ts].sort((a, b) => a - b).slice(-RECENT);
    return;
  }
  exposure.total++;
  exposure.recent = [...exposure.recent, [ts, visit] as [number, number]]
    .sort(([a], [b]) => a - b)
    .slice(-RECENT);
}

/** How often it was shown in a visit. */
export const timesIn = ({ recent }: Exposure, visit: number): number =>
  recent.filter((show) => show[1] === visit).length;
