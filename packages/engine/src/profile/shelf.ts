import type { Item, ShopEvent } from "../event.ts";
import { type Entry, entryOf, touch } from "./entry.ts";
import { idOf, itemsOf, OFFERED, pick, SHOWN } from "./item.ts";
import type { Profile } from "./profile.ts";

/** A product that the visitor has looked at, wished for or put in the cart, with what a rail shows of it. */
export interface Seen extends Entry {
  item: Item;
  /** When it was last met, in any of these ways. */
  ts: number;
  /** What was offered when it was met, where a list has said otherwise since. */
  met?: Item | undefined;
  /** What it cost when it was met on an earlier page, in the same currency. */
  before?: number | undefined;
  /** When its page was last viewed, and how often. */
  viewed: number;
  times: number;
  /** When it was last put on the wish list or taken off it, and whether it is on it. */
  wish: number;
  wished: boolean;
}

/** What was said with an earlier price may not be so any more. */
const PAST = { list_price: undefined, on_sale: undefined, availability: undefined };

/** What was offered when the visitor last met a product. */
export const lastOffer = ({ met, item }: Seen): Item => met ?? item;

/** What a list says of a product that was met before: what is shown of it is as fresh as that, and nothing else changes. */
function freshen(seen: Seen | undefined, { price, ...item }: Item, ts: number): void {
  if (!seen || ts < seen.ts || !(price || item.availability)) return;
  seen.met ??= pick(seen.item, OFFERED);
  seen.item = pick({ ...seen.item, ...(price && { ...PAST, price }), ...pick(item, OFFERED) }, SHOWN);
}

/** Learns of products from the events that are about single ones. */
export function takeSeen({ shelf, page }: Profile, event: ShopEvent): void {
  const { name, ts, currency } = event;
  if (/^(view_item_list|item_gone)$/.test(name))
    for (const item of itemsOf(event))
      freshen(entryOf(shelf, idOf(item)), { currency: currency as string, ...item }, ts);
  if (!/^(view_item|(add_to|view)_cart|(add_to|remove_from)_wishlist)$/.test(name)) return;
  for (const item of itemsOf(event)) {
    const fresh = { id: idOf(item), item: {}, ts: 0, viewed: 0, times: 0, wish: 0, wished: false };
    const seen: Seen = touch(shelf, fresh);
    if (name === "view_item") {
      seen.times++;
      seen.viewed = Math.max(seen.viewed, ts);
    }
    if (name.endsWith("wishlist") && ts >= seen.wish) {
      seen.wish = ts;
      seen.wished = name < "b";
    }
    if (ts < seen.ts) continue;
    const { price, currency: known } = lastOffer(seen);
    seen.item = pick({ ...seen.item, ...PAST, currency: currency ?? known, ...item }, SHOWN);
    seen.met = undefined;
    if (seen.ts < page) seen.before = seen.item.currency === known ? price : undefined;
    seen.ts = ts;
  }
}
