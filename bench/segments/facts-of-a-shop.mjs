// Segments that ask for facts alone: what a merchant writes about the visitor, the cart, the page, the moment.
import {
  among,
  and,
  compare,
  duration,
  fact,
  known,
  not,
  notAmong,
  or,
  percent,
  day,
  hour,
  minute,
} from "./expressions.mjs";
import { brands, categories, pathOf } from "./assortment.mjs";

const countries = ["AE", "SA", "DE", "FR", "US", "GB", "IT", "ES", "NL", "SE", "DK", "AT"];
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The value of a fact that may be unknown, held against a limit: engines differ in what an unknown is less than. */
const knownAnd = (name, operator, value) => and(known(fact(name)), compare(fact(name), operator, value));

/**
 * By what they are about: how many of a hundred segments are so, and what one is like. What they make has facts,
 * literals and nothing of which a rival has another idea.
 */
export const factKinds = {
  "returning-empty-cart": [
    2,
    ({ whole }) =>
      and(
        fact("visitor.returning"),
        compare(fact("cart.quantity"), "=", 0),
        compare(fact("visit.pages"), ">=", whole(2, 12)),
      ),
  ],
  "source-and-device": [
    3,
    ({ oneOf }) =>
      and(
        compare(fact("source.medium"), "=", oneOf(["social", "search", "email", "referral", "ai"])),
        compare(fact("device.type"), "=", oneOf(["mobile", "desktop", "tablet"])),
      ),
  ],
  campaign: [
    2,
    ({ oneOf }) =>
      knownAnd(
        "source.campaign",
        "contains",
        oneOf(["sale", "friday", "brand", "win-back", "spring", "newsletter"]),
      ),
  ],
  "cart-worth": [
    3,
    ({ whole }) =>
      and(
        compare(fact("cart.value"), ">=", whole(2, 40) * 25),
        notAmong(fact("page.type"), ["checkout", "order"]),
      ),
  ],
  "left-in-cart": [
    2,
    ({ whole }) =>
      and(
        compare(fact("cart.quantity"), ">", 0),
        known(fact("cart.age")),
        compare(fact("cart.age"), ">", duration(whole(1, 24) * hour)),
        compare(fact("cart.age"), "<", duration(whole(2, 14) * day)),
      ),
  ],
  place: [
    3,
    ({ whole, someOf }) =>
      and(
        among(fact("geo.country"), someOf(countries, whole(1, 4))),
        compare(fact("visitor.visits"), ">=", whole(1, 6)),
      ),
  ],
  stage: [
    2,
    ({ oneOf }) =>
      and(
        compare(
          fact("visitor.stage"),
          "=",
          oneOf(["new", "browsing", "considering", "customer", "repeat", "loyal", "lapsed"]),
        ),
        compare(fact("device.type"), "=", oneOf(["mobile", "desktop", "tablet"])),
      ),
  ],
  regular: [
    2,
    ({ whole }) =>
      and(
        compare(fact("orders.count"), ">=", whole(2, 8)),
        known(fact("orders.last")),
        compare(fact("orders.last"), "<", duration(whole(2, 12) * 10 * day)),
      ),
  ],
  "order-value": [
    2,
    ({ whole, oneOf }) => knownAnd(oneOf(["orders.average", "orders.value"]), ">=", whole(2, 40) * 50),
  ],
  rfm: [
    2,
    ({ oneOf }) =>
      or(
        compare(fact("rfm.group"), "=", oneOf(["champions", "loyal", "active", "promising", "at risk"])),
        knownAnd("rfm.monetary", ">=", oneOf([3, 4, 5])),
      ),
  ],
  moment: [
    2,
    ({ oneOf, whole }) =>
      and(compare(fact("now.weekday"), "=", oneOf(weekdays)), compare(fact("now.hour"), ">=", whole(8, 20))),
  ],
  birthday: [1, ({ whole }) => knownAnd("profile.birthday_in", "<", duration(whole(1, 30) * day))],
  "on-product": [
    3,
    ({ whole, someOf }) =>
      and(
        compare(fact("page.type"), "=", "product"),
        among(fact("product.brand"), someOf(brands, whole(1, 3))),
        compare(fact("product.price"), ">", whole(1, 12) * 50),
      ),
  ],
  "seen-before": [
    1,
    ({ whole, oneOf }) =>
      and(
        knownAnd("product.viewed", ">=", whole(2, 6)),
        compare(fact(oneOf(["product.bought", "product.in_cart"])), "=", false),
      ),
  ],
  "on-path": [
    2,
    ({ oneOf }) =>
      compare(fact("page.path"), "contains", oneOf([...categories.map(pathOf), "/sale", "/new", "/gifts"])),
  ],
  season: [
    1,
    ({ oneOf }) =>
      and(
        compare(fact("geo.season"), "=", oneOf(["winter", "spring", "summer", "autumn"])),
        compare(fact("page.category"), "=", oneOf(categories)),
      ),
  ],
  "taking-time": [
    1,
    ({ whole }) =>
      and(
        compare(fact("visit.time"), ">", duration(whole(1, 10) * minute)),
        compare(fact("visit.pages"), "<", whole(3, 9)),
        not(or(compare(fact("cart.value"), ">", 0), compare(fact("orders.count"), ">", 0))),
      ),
  ],
  reduced: [
    1,
    ({ whole }) =>
      and(
        knownAnd("product.price_drop", ">=", percent(whole(1, 6) * 5)),
        compare(fact("consent.personalization"), "=", "granted"),
      ),
  ],
};
