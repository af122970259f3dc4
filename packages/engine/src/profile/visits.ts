import type { ShopEvent } from "../event.ts";
import { pick } from "./item.ts";
import type { Profile } from "./profile.ts";

/** As long without activity ends a visit. */
const INACTIVITY = 18e5;

const DAY = 864e5;

/** The page that a visit began on, and where the visitor came from: parameters of its `page_view`. */
export interface Landing {
  ts: number;
  page_path?: unknown;
  medium?: unknown;
  source?: unknown;
  campaign?: unknown;
  page_referrer?: unknown;
}

const LANDING = /^(ts|page_path|medium|source|campaign|page_referrer)$/;

/** Learns from any event: each is an activity of the visit that it bears the number of, but for a step of a journey. */
export function takeVisit(profile: Profile, event: ShopEvent): void {
  const { name, ts, visit } = event;
  // Time alone may have led there.
  if (name.startsWith("journey_")) return;
  // What is told late belongs to a visit before; else, a day and more back, a clock was set back.
  const isLate = visit < profile.visit || profile.first - ts < DAY;
  if (!profile.first || (ts < profile.first && isLate)) profile.first = ts;
  if (visit > profile.visit) Object.assign(profile, { visit, last: ts, pages: 0, landing: null });
  if (visit < profile.visit) return;
  profile.last = Math.max(profile.last, ts);
  if (name !== "page_view") return;
  profile.pages++;
  profile.page = Math.max(profile.page, ts);
  if (!profile.landing || ts < profile.landing.ts)
    profile.landing = pick(event, LANDING) as unknown as Landing;
}

/**
 * Number of the visit that something at `now` belongs to. A clock that was set back ends a visit too: else nothing
 * would end one that happened while the clock was years ahead.
 */
export const visitAt = ({ visit, last }: Profile, now: number): number =>
  Math.abs(now - last) < INACTIVITY ? visit : visit + 1;

/** The moments at which `visitAt` changes by itself: its rule begins to hold in the one and ends in the other. */
export const visitChanges = ({ last }: Profile): number[] => [last - INACTIVITY + 1, last + INACTIVITY];

/** The visitor did something: the visit goes on, if it has not ended. */
export function stayActive(profile: Profile, now: number): void {
  if (visitAt(profile, now) === profile.visit) profile.last = Math.max(profile.last, now);
}
