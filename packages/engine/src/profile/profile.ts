import type { ShopEvent } from "../event.ts";
import { type Enrolled, takeEnrolled } from "../experiment/enrolled.ts";
import { type Change, type Line, takeCart } from "./cart.ts";
import { type Declared, takeDeclared } from "./declared.ts";
import { type Exposure, takeExposure } from "./exposures.ts";
import { takeOrder } from "./orders.ts";
import { type Seen, takeSeen } from "./shelf.ts";
import { type Landing, takeVisit } from "./visits.ts";

/**
 * All that is known about a visitor, as plain data. Times are milliseconds since 1970, 0 where there is none.
 * Each list begins with what was longest untouched and is forgotten first.
 */
export interface Profile {
  /** When the visitor was first seen, and last active. */
  first: number;
  last: number;
  /** The present visit; the first is 1. */
  visit: number;
  /** Page views in this visit, and when the last page was opened. */
  pages: number;
  page: number;
  /** The first page of this visit. */
  landing: Landing | null;

  /** The cart as it was stated last, when that was, and when it became so. */
  lines: Line[];
  stated: number;
  changed: number;
  /** What has changed in the cart since, in order of time: so an event that comes late still finds its place. */
  changes: Change[];
  /** Whether anything was ever put in the cart or on the wish list. */
  considered: boolean;

  orders: number;
  spent: number;
  /** When the first and the last order were; the first is not known of who ordered before it was kept. */
  firstOrder: number;
  lastOrder: number;
  /** Hashes of the ids of the orders that are counted, and of what was bought. */
  transactions: number[];
  bought: number[];

  shelf: Seen[];
  declared: Declared[];
  exposures: Exposure[];

  /** The id that experiments draw by, and since when it is there; empty while none was made. */
  unit: string;
  since: number;
  enrolled: Enrolled[];
}

export const newProfile = (): Profile => ({
  first: 0,
  last: 0,
  visit: 0,
  pages: 0,
  page: 0,
  landing: null,
  lines: [],
  stated: 0,
  changed: 0,
  changes: [],
  considered: false,
  orders: 0,
  spent: 0,
  firstOrder: 0,
  lastOrder: 0,
  transactions: [],
  bought: [],
  shelf: [],
  declared: [],
  exposures: [],
  unit: "",
  since: 0,
  enrolled: [],
});

/** @returns False where the event tells nothing new: an order or an exposure that is counted already. */
export function takeEvent(profile: Profile, event: ShopEvent): boolean {
  if (!takeOrder(profile, event) || !takeEnrolled(profile, event)) return false;
  takeVisit(profile, event);
  takeCart(profile, event);
  takeSeen(profile, event);
  takeDeclared(profile, event);
  takeExposure(profile, event);
  return true;
}
