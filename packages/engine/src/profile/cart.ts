import type { Item, ShopEvent } from "../event.ts";
import { LONGEST } from "./entry.ts";
import { clip, idOf, itemsOf } from "./item.ts";
import type { Profile } from "./profile.ts";

export interface Line {
  id: string;
  variant?: string | undefined;
  quantity: number;
  price?: number | undefined;
}

export interface Change extends Line {
  ts: number;
}

type Cart = Pick<Profile, "lines" | "changes">;

/** Learns from an event. `view_cart` with items states the whole cart; an order empties it. */
export function takeCart(profile: Profile, event: ShopEvent): void {
  const { name, ts } = event;
  const sign = name === "remove_from_cart" ? -1 : 1;
  const changes = itemsOf(event).map((item) => ({
    ts,
    id: idOf(item),
    variant: item.item_variant && clip(item.item_variant),
    quantity: sign * (item.quantity ?? 1),
    price: item.price,
  }));
  profile.considered ||= /^add_to_(cart|wishlist)$/.test(name);
  if (ts < profile.stated) return;
  if (/^(add_to|remove_from)_cart$/.test(name)) {
    profile.changes = [...profile.changes, ...changes].sort((a, b) => a.ts - b.ts);
    while (profile.changes.length > LONGEST) settle(profile, profile.changes[LONGEST / 2]!.ts);
  }
  if (name === "purchase") settle(profile, ts, []);
  if (name === "view_cart" && event.items) settle(profile, ts, linesOf({ lines: [], changes }));
}

/** The lines of the cart as they were at a time. None falls below nothing. */
export function linesOf({ lines: stated, changes }: Cart, at = Infinity): Line[] {
  const lines = stated.map((line) => ({ ...line }));
  for (const { ts, id, variant, quantity, price } of changes) {
    if (ts > at) break;
    // A shop that takes a line out often does not say of which variant.
    const line = lines.find((line) => line.id === id && (!variant || line.variant === variant));
    if (line) line.quantity = Math.max(0, line.quantity + quantity);
    else if (quantity > 0) lines.push({ id, variant, quantity, price });
  }
  return lines.filter((line) => line.quantity > 0);
}

/** When the cart was last another than before. */
export const changedAt = ({ changes, changed }: Profile): number => changes.at(-1)?.ts ?? changed;

/** What items cost together, to six decimals, so that the order of adding never shows; NaN where one has no price. */
export const valueOf = (items: (Line | Item)[]): number =>
  Math.round(items.reduce((sum, { price, quantity = 1 }) => sum + price! * quantity, 0) * 1e6) / 1e6;

/** Forgets the single changes up to a time. A cart that is stated just as it was known has not changed. */
function settle(profile: Profile, at: number, stated?: Line[]): void {
  const known = linesOf(profile, at);
  const later = profile.changes.filter((change) => change.ts > at);
  profile.changes.length -= later.length;
  profile.changed = stated && content(stated) !== content(known) ? at : changedAt(profile);
  profile.changes = later;
  profile.lines = (stated ?? known).slice(-LONGEST);
  profile.stated = at;
}

const content = (lines: Line[]): string =>
  lines
    .map(({ id, quantity }) => id + quantity)
    .sort()
    .join();
