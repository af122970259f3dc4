import { day } from "./expressions.mjs";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const seasons = ["winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer"];

/** Lifetime, as the engine's profile tells it. */
function ordersOf({ orders: { count, value, last }, now }) {
  if (!count) return { "orders.count": 0, "orders.value": 0 };
  return {
    "orders.count": count,
    "orders.value": Math.round(value * 100) / 100,
    "orders.average": Math.round((value / count) * 100) / 100,
    "orders.last": now - last,
    "rfm.recency": now - last < 30 * day ? 5 : now - last < 90 * day ? 3 : 1,
    "rfm.frequency": Math.min(5, count),
    "rfm.monetary": Math.min(5, 1 + Math.floor(value / 400)),
    "rfm.group": count > 8 ? "champions" : count > 2 ? "loyal" : "promising",
  };
}

function stageOf({ orders: { count }, cartChanged, visit }) {
  if (count) return ["customer", "repeat", "loyal"][Math.min(2, count - 1)];
  if (cartChanged) return "considering";
  return visit > 1 ? "browsing" : "new";
}

function cartOf({ cart, cartChanged, now }) {
  let [quantity, value] = [0, 0];
  for (const item of cart.values()) {
    quantity += item.quantity;
    value += item.price * item.quantity;
  }
  return {
    "cart.quantity": quantity,
    "cart.lines": cart.size,
    "cart.value": Math.round(value * 100) / 100,
    ...(cartChanged && { "cart.age": now - cartChanged }),
  };
}

function productOf({ product, viewed, bought, cart }) {
  if (!product) return {};
  const { item_id, item_name, item_brand, item_category, price, on_sale } = product;
  return {
    "product.id": item_id,
    "product.name": item_name,
    "product.brand": item_brand,
    "product.category": item_category,
    "product.price": price,
    "product.on_sale": on_sale,
    "product.viewed": viewed.get(item_id) ?? 0,
    "product.bought": bought.has(item_id),
    "product.in_cart": cart.has(item_id),
    ...(on_sale && viewed.has(item_id) && { "product.price_drop": 0.3 }),
  };
}

/** The facts at this moment by their dotted names; one that is unknown is absent. */
export function factsOf(shopper) {
  const { now, visit, firstSeen, began, pagesSeen, landing, page, source } = shopper;
  const date = new Date(now);
  const month = date.getUTCMonth();
  return {
    "visitor.returning": visit > 1,
    "visitor.visits": visit,
    "visitor.age": now - firstSeen,
    "visitor.stage": stageOf(shopper),
    "visit.pages": pagesSeen,
    "visit.time": now - began,
    "visit.idle": 0,
    "visit.landing": landing ?? page.path,
    "source.medium": source.medium,
    ...(source.campaign && { "source.campaign": source.campaign }),
    "page.type": page.type,
    "page.path": page.path,
    "page.title": page.title,
    ...(page.category && { "page.category": page.category }),
    ...productOf(shopper),
    ...cartOf(shopper),
    ...ordersOf(shopper),
    "geo.country": "DE",
    "geo.season": seasons[month] ?? (month === 11 ? "winter" : "autumn"),
    "device.type": "mobile",
    "device.language": "de-DE",
    "now.hour": date.getUTCHours(),
    "now.weekday": weekdays[date.getUTCDay()],
    "now.date": date.toISOString().slice(0, 10),
    "now.month": month + 1,
    "consent.personalization": "granted",
    "profile.birthday_in": 20 * day - (now % (20 * day)),
  };
}
