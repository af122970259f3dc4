const and = (...parts) => ["and", ...parts];
const or = (...parts) => ["or", ...parts];
const not = (part) => ["not", part];
const known = (fact) => ["known", fact];
const is = (fact, operator, value) => [operator, fact, value];

const day = 86_400_000;

/**
 * Twenty rules of a shop, in no one's language: `["and", …]`, `["or", …]`, `["not", part]`, `["known", fact]` and
 * `[operator, fact, value]`. Where a fact may be unknown, the rule asks for it first: engines differ in what an
 * unknown is less than.
 */
export const rulesOfAShop = [
  is("visitor.visits", "=", 1),
  and(is("visitor.returning", "=", true), is("cart.quantity", "=", 0)),
  and(known("orders.last"), is("orders.last", ">", 90 * day), is("orders.count", ">=", 2)),
  and(is("cart.value", ">", 150), not(is("cart.lines", "=", 0)), is("page.type", "!=", "checkout")),
  and(is("cart.quantity", "=", 0), is("visit.pages", ">=", 12)),
  or(is("orders.value", ">", 1000), and(is("orders.count", ">=", 4), is("profile.club", "=", "gold"))),
  and(is("geo.country", "in", ["de", "fr", "es", "it"]), is("device.type", "=", "mobile")),
  and(
    known("source.campaign"),
    is("source.campaign", "contains", "sale"),
    is("source.medium", "!=", "direct"),
  ),
  or(is("source.medium", "=", "search"), is("source.medium", "=", "cpc")),
  is("profile.sizes", "has", "m"),
  and(is("product.brand", "in", ["prada", "chanel"]), is("product.price", ">", 400)),
  and(is("product.on_sale", "=", true), not(is("profile.club", "=", "gold"))),
  and(or(is("now.hour", ">=", 22), is("now.hour", "<", 5)), is("device.type", "=", "desktop")),
  and(
    is("page.type", "=", "product"),
    is("visit.time", ">", 120_000),
    is("visit.pages", "<", 8),
    not(or(is("cart.value", ">", 0), is("orders.count", ">", 0))),
  ),
  and(known("profile.club"), is("orders.count", ">=", 2), is("consent.personalization", "=", "granted")),
  not(is("consent.personalization", "=", "granted")),
  and(
    is("visitor.visits", ">=", 4),
    or(is("visit.pages", ">", 20), is("cart.value", ">=", 300), is("page.path", "contains", "sale")),
  ),
  and(
    or(
      and(is("geo.country", "=", "ae"), is("now.weekday", "in", ["friday", "saturday"])),
      and(is("geo.country", "in", ["de", "gb", "us"]), is("now.weekday", "in", ["saturday", "sunday"])),
    ),
    not(and(is("visitor.returning", "=", false), is("visit.pages", "<", 2))),
  ),
  and(
    or(is("page.path", "contains", "sale"), is("product.on_sale", "=", true)),
    is("orders.value", "<", 200),
  ),
  and(
    is("visitor.visits", ">", 2),
    or(not(known("orders.last")), is("orders.last", ">", 60 * day)),
    is("page.type", "not in", ["cart", "checkout"]),
    or(is("cart.value", ">", 50), is("product.price", ">", 300), is("profile.sizes", "has", "xs")),
    not(is("device.touch", "=", false)),
    is("visitor.age", "<=", 300 * day),
  ),
];
