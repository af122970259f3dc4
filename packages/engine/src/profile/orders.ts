import type { ShopEvent } from "../event.ts";
import { hash } from "../hash.ts";
import { valueOf } from "./cart.ts";
import { LONGEST } from "./entry.ts";
import { idOf, itemsOf } from "./item.ts";
import type { Profile } from "./profile.ts";

/**
 * Counts a purchase. One without a transaction id is known by its visit and value, for its page is reloaded too.
 *
 * @returns Whether there was something to learn: false for an order that is counted already.
 */
export function takeOrder(profile: Profile, event: ShopEvent): boolean {
  if (event.name !== "purchase") return true;
  const items = itemsOf(event);
  const value = Number(event.value ?? valueOf(items)) || 0;
  const transaction = hash(String(event.transaction_id || `${event.visit} ${value}`));
  if (profile.transactions.includes(transaction)) return false;
  profile.transactions = newest([...profile.transactions, transaction]);
  profile.bought = newest([...profile.bought, ...items.map((item) => hash(idOf(item)))]);
  profile.orders++;
  profile.spent = valueOf([{ price: profile.spent }, { price: value }]);
  // Of who ordered before the first was kept, it stays unknown.
  if (profile.orders === 1 || event.ts < profile.firstOrder) profile.firstOrder = event.ts;
  profile.lastOrder = Math.max(profile.lastOrder, event.ts);
  return true;
}

/** Each once, where it stands last, as many as are kept. */
const newest = (ids: number[]): number[] => [...new Set(ids.reverse())].slice(0, LONGEST).reverse();
