import type { Item, ShopEvent } from "../event.ts";
import { type Entry, touch } from "./entry.ts";
import { idOf, itemsOf, pick, SHOWN } from "./item.ts";
import type { Profile } from "./profile.ts";

/** A product that the visitor has looked at, wished for or put in the cart, with what a rail shows of it. */
export interface Seen extends Entry {
  item: Item;
  /** When it was last met, in any of these ways. */
  ts: number;
  /** What it cost when it was met on an earlier page, in the same currency. */
  before?: number | undefined;
  /** When its page was last viewed, and how often. */
  viewed: number;
  times: number;
  /** When it was last put on the wish list or taken off it, and whether it is on it. */
  wish: number;
  wished: boolean;
}

/** Learns of products from the events that are about single ones. */
export function takeSeen({ shelf, page }: Profile, event: ShopEvent): void {
  const { name, ts, currency } = event;
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
    const { price, currency: known } = seen.item;
    // What was said with an earlier price may not be so any more.
    const past = { list_price: undefined, on_sale: undefined, availability: undefined };
    seen.item = pick({ ...seen.item, ...past, currency: currency ?? known, ...item }, SHOWN);
    if (seen.ts < page) seen.before = seen.item.currency === known ? price : undefined;
    seen.ts = ts;
  }
}
