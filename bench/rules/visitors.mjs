import { numbersFrom } from "../kit/numbers.mjs";

const day = 86_400_000;

/**
 * Visitors of a shop, by the dotted names of their facts. Texts are lower-case, for we compare without regard to case
 * and others do not; a fact that is not known is absent.
 */
export function makeVisitors(count = 1000, seed = 2) {
  const next = numbersFrom(seed);
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  const oneOf = (...values) => values[whole(0, values.length - 1)];
  const maybe = (chance, value) => (next() < chance ? value : undefined);

  return Array.from({ length: count }, () => {
    const visits = whole(1, 20);
    const orders = visits > 1 && next() < 0.5 ? whole(1, 6) : 0;
    const lines = next() < 0.5 ? whole(1, 5) : 0;
    const onProduct = next() < 0.4;
    const facts = {
      "visitor.returning": visits > 1,
      "visitor.visits": visits,
      "visitor.age": visits > 1 ? whole(1, 400) * day : 0,
      "visit.pages": whole(1, 30),
      "visit.time": whole(0, 900) * 1000,
      "source.medium": oneOf("direct", "search", "social", "email", "referral", "cpc"),
      "source.campaign": maybe(
        0.4,
        oneOf("summer-sale", "black-friday", "brand", "spring-sale-2", "win-back"),
      ),
      "page.type": onProduct ? "product" : oneOf("home", "category", "search", "cart", "checkout"),
      "page.path": oneOf("/", "/sale/bags", "/shoes", "/sale", "/new", "/gifts/sale"),
      "product.brand": onProduct ? oneOf("prada", "chanel", "nordlicht", "marant") : undefined,
      "product.price": onProduct ? whole(10, 900) : undefined,
      "product.on_sale": onProduct ? next() < 0.3 : undefined,
      "cart.lines": lines,
      "cart.quantity": lines * whole(1, 3),
      "cart.value": lines * whole(10, 200),
      "orders.count": orders,
      "orders.value": orders * whole(20, 400),
      "orders.last": orders ? whole(0, 500) * day : undefined,
      "geo.country": maybe(0.9, oneOf("ae", "sa", "de", "fr", "us", "gb", "it", "es")),
      "device.type": oneOf("mobile", "mobile", "desktop", "tablet"),
      "device.touch": next() < 0.7,
      "now.hour": whole(0, 23),
      "now.weekday": oneOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
      "consent.personalization": oneOf("granted", "granted", "granted", "pending"),
      "profile.sizes": maybe(
        0.3,
        ["xs", "s", "m", "l"].filter(() => next() < 0.5),
      ),
      "profile.club": maybe(0.2, oneOf("silver", "gold")),
    };
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  });
}

/** The same facts as rivals want them. @example nest({ "cart.value": 3 }) // { cart: { value: 3 } } */
export function nest(facts) {
  const nested = {};
  for (const [name, value] of Object.entries(facts)) {
    const [family, key] = name.split(".");
    (nested[family] ??= {})[key] = value;
  }
  return nested;
}
