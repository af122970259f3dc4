/** A product in an event, with GA4's names. A shop may declare further fields. */
export interface Item {
  item_id?: string;
  item_name?: string;
  item_brand?: string;
  item_category?: string;
  item_variant?: string;
  price?: number;
  /** The price before a reduction, in the same currency. */
  list_price?: number;
  currency?: string;
  quantity?: number;
  url?: string;
  image?: string;
  /** Whether it can be bought now, as schema.org words it: `"InStock"`, `"OutOfStock"` … */
  availability?: string;
  on_sale?: boolean;
  /** 0 to 5. */
  rating?: number;
  reviews?: number;
  [field: string]: unknown;
}

/**
 * Something that a visitor did: GA4's names and parameters, flat.
 *
 * @example { name: "add_to_cart", ts: 1750000000000, visit: 2, value: 89, currency: "EUR",
 *            items: [{ item_id: "wool-coat", item_brand: "Nordlicht", price: 89, quantity: 1 }] }
 */
export interface ShopEvent {
  name: string;
  /** When, in milliseconds since 1970 (UTC). */
  ts: number;
  /** The number of the visit that it happened in; the first is 1. */
  visit: number;
  items?: Item[];
  [parameter: string]: unknown;
}
