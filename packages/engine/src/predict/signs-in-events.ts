import type { ShopEvent } from "../event.ts";
import { newProfile, takeEvent } from "../profile/profile.ts";
import type { VisitSigns } from "./predictions.ts";
import { signsOf } from "./signs-of.ts";

/** A moment of a visit, and how the visit ended. */
export interface VisitMoment {
  /** Milliseconds since 1970. */
  ts: number;
  signs: VisitSigns;
  bought: boolean;
}

/**
 * What a visitor's browser would have known at each page before an order, in the very words of the fact `visitor.intent`:
 * for who fits the model to it.
 *
 * @param events Of one visitor, in order of time, with the numbers of their visits.
 */
export function signsInEvents(events: ShopEvent[], timezoneOffset = 0): VisitMoment[] {
  const buying = new Map<number, number>();
  for (const { name, visit, ts } of events)
    if (name === "purchase" && !buying.has(visit)) buying.set(visit, ts);
  const profile = newProfile();
  const moments: VisitMoment[] = [];
  for (const event of events) {
    takeEvent(profile, event);
    const { name, ts, visit } = event;
    const bought = buying.get(visit);
    const signs = name === "page_view" && !(bought! <= ts) && signsOf(profile, timezoneOffset);
    if (signs) moments.push({ ts, signs, bought: bought !== undefined });
  }
  return moments;
}
