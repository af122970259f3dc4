import type { ShopEvent } from "../event.ts";
import { type Entry, entryOf, touch } from "../profile/entry.ts";
import { clip } from "../profile/item.ts";
import type { Profile } from "../profile/profile.ts";

/** An experiment that the visitor has been exposed to. */
export interface Enrolled extends Entry {
  /** What they saw first, and go on seeing. */
  variation: string;
  /** When that was. */
  first: number;
  /** How the experiment was split then, in short; 0 where that was not told. */
  split: number;
  /** The last visit in which they were exposed. */
  visit: number;
}

/**
 * Learns the id that experiments draw by (`experiment_unit`, `unit`), and exposures (`experiment_view`, `experiment_id`,
 * `variation`, `split`). Of two ids, as two tabs of a first visit make them, the older one counts.
 *
 * @returns False where the event tells nothing new: an exposure counts once a visit and experiment.
 */
export function takeEnrolled(profile: Profile, event: ShopEvent): boolean {
  const { name, ts, visit, unit, experiment_id: id, variation, split } = event;
  if (name === "experiment_unit") {
    if (typeof unit !== "string" || !unit) return false;
    const isOlder = ts === profile.since ? unit < profile.unit : ts < profile.since;
    if (profile.unit && !isOlder) return false;
    profile.unit = clip(unit);
    profile.since = ts;
  }
  if (name !== "experiment_view") return true;
  if (typeof id !== "string" || typeof variation !== "string") return false;
  const before = entryOf(profile.enrolled, clip(id));
  const fresh = { id: clip(id), variation: clip(variation), first: ts, split: Number(split) || 0, visit };
  const entry = touch(profile.enrolled, fresh);
  // Another tab may tell late what was seen before.
  if (ts < entry.first) Object.assign(entry, fresh, { visit: entry.visit });
  if (before && visit <= entry.visit) return false;
  entry.visit = visit;
  return true;
}
