import { shop } from "./shop-facts.js";

/** The basket: lines of `{ item, quantity, path, picture }`, kept in this browser. `item` is what GA4 calls one. */

const KEY = "halvo.basket";
let fallback = [];

export function lines() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return fallback;
  }
}

function keep(changed) {
  fallback = changed;
  try {
    localStorage.setItem(KEY, JSON.stringify(changed));
  } catch {
    // Storage is refused: the basket lasts as long as this page.
  }
  showCount();
}

const same = (a, b) => a.item.item_id === b.item.item_id && a.item.item_variant === b.item.item_variant;

/** Puts a line in, or more of one that is there. */
export function add(line) {
  const now = lines();
  const there = now.find((other) => same(other, line));
  if (there) there.quantity += line.quantity;
  else now.push(line);
  keep(now);
}

/** Sets how many there are of a line; none takes it out. */
export const setQuantity = (line, quantity) =>
  keep(
    lines().flatMap((other) =>
      same(other, line) ? (quantity > 0 ? [{ ...other, quantity }] : []) : [other],
    ),
  );

export const empty = () => keep([]);

/** What it comes to: the things, their delivery, both. */
export function sums(of) {
  const items = of.reduce((sum, line) => sum + line.item.price * line.quantity, 0);
  const delivery = items === 0 || items >= shop.freeDeliveryFrom ? 0 : shop.delivery;
  return { items, delivery, total: items + delivery };
}

/** The number beside the basket in the header. */
export function showCount() {
  const count = lines().reduce((sum, line) => sum + line.quantity, 0);
  for (const badge of document.querySelectorAll("[data-basket-count]")) {
    badge.textContent = count;
    badge.hidden = count === 0;
  }
  for (const link of document.querySelectorAll("[data-basket-link]")) {
    link.setAttribute("aria-label", count === 1 ? "Basket, 1 thing" : `Basket, ${count} things`);
  }
}
