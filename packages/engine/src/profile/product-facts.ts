import type { Item } from "../event.ts";
import { hash } from "../hash.ts";
import type { Line } from "./cart.ts";
import { entryOf } from "./entry.ts";
import { idOf, isSoldOut } from "./item.ts";
import { lastOffer } from "./shelf.ts";
import type { Profile } from "./profile.ts";

/** What is known of the page's product. What happens on this page itself is not yet "before". */
export function productFacts({ shelf, bought, page }: Profile, product: Item, cart: Line[]): object {
  const id = idOf(product);
  const seen = entryOf(shelf, id);
  const last: Item = seen ? lastOffer(seen) : {};
  const before = seen && (seen.ts < page ? last.price : seen.before);
  return {
    ...product,
    id,
    name: product.item_name,
    brand: product.item_brand,
    category: product.item_category,
    available: product.availability && !isSoldOut(product),
    viewed: seen ? seen.times - +(seen.viewed >= page) : 0,
    bought: bought.includes(hash(id)),
    in_cart: !!entryOf(cart, id),
    price_drop:
      seen && last.currency === product.currency ? Math.max(0, before! - product.price!) : undefined,
  };
}
