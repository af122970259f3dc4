import type { Item } from "../event.ts";
import type { HandOver } from "./hand-over.ts";

const DAY = 864e5;

/** What of the visitor is looked at. */
export interface OccasionWorld {
  now: number;
  /** A fact by its dotted name. */
  fact(name: string): unknown;
  /** The products of the cart, as far as they were met with more than an id. */
  cards: Item[];
  /** The product of this page. */
  product: Item | undefined;
  /** The page is being left. */
  isLeaving: boolean;
}

/** A fact that is to be handed over, as the event that is recorded of it. */
export interface Occasion {
  /** The same for the same occasion, whoever finds it. */
  id: string;
  name: string;
  parameters: Record<string, unknown>;
}

interface Line {
  id: string;
  variant?: string;
  quantity: number;
  price?: number;
}

type Find = (time: number, world: OccasionWorld) => [occasion: unknown, Record<string, unknown>] | undefined;

/** A closed page runs no timers: that the cart may be left is told as the page is left, with when it will be so. */
const cartAbandoned: Find = (time, { now, fact, cards, isLeaving }) => {
  const age = fact("cart.age");
  const lines = (fact("cart.items") ?? []) as Line[];
  if (!isLeaving || !lines[0] || typeof age !== "number") return undefined;
  const items = lines.map(({ id, variant, quantity, price }) => ({
    ...cards.find(({ item_id, item_name }) => (item_id ?? item_name) === id),
    item_id: id,
    item_variant: variant,
    quantity,
    price,
  }));
  const currency = cards.find((card) => card.currency)?.currency;
  const changed = now - age;
  return [changed, { due: changed + time, value: fact("cart.value"), currency, items }];
};

const lapsedReturned: Find = (_, { now, fact }) => {
  const since = fact("orders.last");
  if (fact("visitor.stage") !== "lapsed" || typeof since !== "number") return undefined;
  return [now - since, { days: Math.floor(since / DAY) }];
};

const birthdaySoon: Find = (time, { now, fact }) => {
  const left = fact("profile.birthday_in");
  if (typeof left !== "number" || left > time) return undefined;
  // One a year: what the clock says of the day may differ by some hours.
  return [new Date(now + left).getUTCFullYear(), { days: Math.ceil(left / DAY) }];
};

const priceDropped: Find = (_, { fact, product }) => {
  const drop = fact("product.price_drop");
  if (!product || typeof drop !== "number" || !(drop > 0) || typeof product.price !== "number")
    return undefined;
  const { price, currency } = product;
  const price_before = Math.round((price + drop) * 1e6) / 1e6;
  const item = { ...product, price_before };
  return [`${product.item_id ?? product.item_name} ${price}`, { value: price, currency, items: [item] }];
};

const FINDS: Record<HandOver["name"], Find> = {
  cart_abandoned: cartAbandoned,
  lapsed_returned: lapsedReturned,
  birthday_soon: birthdaySoon,
  price_dropped: priceDropped,
};

/**
 * The facts that are to be handed over now. Each occasion has an id of its own: a cart as it was changed last, a lapse by
 * its last order, a birthday by its year, a price by the product. Whoever has told one does not tell it again.
 */
export const occasionsOf = (handOver: HandOver[], world: OccasionWorld): Occasion[] =>
  handOver.flatMap(({ name, time }) => {
    const [occasion, parameters] = FINDS[name](time, world) ?? [];
    return parameters ? [{ id: `${name} ${occasion}`, name, parameters }] : [];
  });
