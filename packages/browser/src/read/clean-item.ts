import type { Item } from "@shopkeeper/engine";
import { cleanNumber } from "./clean-number.ts";
import { cleanText, plainText } from "./clean-text.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- what a page hands over may be anything, and is cleaned
export type Fields = Record<string, any>;

/** An object's fields, or none: what a page hands over may be anything. */
export const fieldsOf = (raw: unknown): Fields => (raw && typeof raw == "object" ? raw : {});

/** One value or an array of them, each as fields; absent is empty. */
export const listOf = (raw: unknown): Fields[] => (Array.isArray(raw) ? raw : raw ? [raw] : []).map(fieldsOf);

/** An absolute `http(s)` address, resolved on the page's base; anything else is absent. */
export function cleanUrl(raw: unknown, base?: string): string | undefined {
  try {
    const { href, protocol } = new URL(plainText(raw) || "x:", base);
    if (protocol.startsWith("http") && href.length < 2000) return href;
  } catch {
    // Not an address.
  }
}

/** @see https://schema.org/ItemAvailability */
const AVAILABILITIES =
  "InStock OutOfStock SoldOut PreOrder PreSale BackOrder Discontinued InStoreOnly OnlineOnly LimitedAvailability MadeToOrder Reserved";

/** schema.org's short name of an availability: `"InStock"` for `http://schema.org/InStock`, `in stock` and `instock`. */
export function cleanAvailability(raw: unknown): string | undefined {
  const word = plainText(raw)
    .replace(/.*\//, "")
    .replace(/[^a-z]/gi, "");
  return (
    (word && new RegExp(`\\b${word}\\b`, "i").exec(AVAILABILITIES)?.[0]) ||
    (/out|sold|unavail/i.test(word) ? "OutOfStock" : /stock|^avail/i.test(word) ? "InStock" : undefined)
  );
}

const flat = (item: Fields): Fields =>
  Object.fromEntries(Object.entries(item).filter(([key]) => key != "items"));

function cleanField(key: string, raw: unknown, from: Fields, base?: string): unknown {
  if (/price$|^(quantity|discount|index|rating|reviews|value|tax|shipping)$/.test(key))
    return cleanNumber(raw, from.currency);
  if (/^(url|image)$/.test(key)) return cleanUrl(raw, base);
  if (key == "availability") return cleanAvailability(raw);
  if (key == "currency") return /^[A-Z]{3}\b/.exec(plainText(raw).toUpperCase())?.[0];
  if (key == "items")
    return (
      listOf(raw)
        .slice(0, 50)
        // An item has none of its own: a page's objects may lead in a circle.
        .map((item) => cleanItem(flat(item), base))
        .filter((item) => item.item_id ?? item.item_name)
    );
  if (typeof raw == "boolean" || (Number.isFinite(raw) && !/^item_|_id$/.test(key))) return raw;
  if (!Array.isArray(raw)) return UNFILLED.test(plainText(raw)) ? undefined : cleanText(raw);
  return raw.slice(0, 20).map(cleanText).filter(Boolean);
}

/** A template's place that nothing was put in. */
const UNFILLED = /^(\$\w+|[{%]{2}.*[}%]{2}|undefined|null|NaN|n\/a|-+)$/i;

/**
 * The parameters of an event, or the fields of an item, as they may be kept: numbers are numbers, ids and
 * other texts are trimmed and bounded, addresses absolute, `items` clean; what is empty or nested is absent.
 *
 * @param base The page's base address, which relative addresses are resolved on.
 */
export function cleanParameters(raw: unknown, base?: string): Fields {
  const from = fieldsOf(raw);
  const clean: Fields = {};
  for (const given of Object.keys(from).slice(0, 40)) {
    // Universal Analytics and hand-written items say `id`, `name`, `list`; a well-known snippet `"item_id "`.
    const key = given
      .trim()
      .replace(/^(id|name|brand|category|variant|list)$/, "item_$1")
      .replace(/^(item_list|list_name)$/, "item_list_name");
    const value = cleanField(key, from[given], from, base);
    // A letter first: `__proto__` is no field. Where a page says both `item_id` and `id`, GA4's word counts.
    if (value !== undefined && /^[a-z]\w{0,39}$/i.test(key) && (key == given || !Object.hasOwn(clean, key)))
      clean[key] = value;
  }
  return clean;
}

/** One item of an event, a list or a page, as it may be kept. A price of 0 is a shop's "ask us": absent. */
export function cleanItem(raw: unknown, base?: string): Item {
  const item = cleanParameters(raw, base);
  if (!(item.price > 0)) delete item.price;
  if (item.list_price && item.price) item.on_sale ??= item.list_price > item.price;
  return item;
}
