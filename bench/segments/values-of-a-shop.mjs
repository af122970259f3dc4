// Segments that ask what comes of all that a visitor did: sums, different values, ways, affinities.
import { brands, categories, terms } from "./assortment.mjs";
import {
  affinity,
  and,
  compare,
  day,
  field,
  hour,
  minute,
  not,
  ofField,
  percent,
  query,
  sequence,
  top,
} from "./expressions.mjs";

const windows = [1, 3, 7, 14, 30, 30, 60, 90].map((days) => days * day);
const years = [90, 180, 365].map((days) => days * day);
const is = (name, value) => compare(field(name), "=", value);
const did = (event, clauses) => query("did", event, clauses);

/** By what they are about: how many of a hundred segments are so, and what one is like. */
export const valueKinds = {
  "spent-in-a-year": [
    2,
    ({ oneOf, whole }) =>
      compare(ofField("sum", "purchase", "value", { within: oneOf(years) }), ">=", whole(2, 40) * 50),
  ],
  "average-order": [
    1,
    ({ oneOf, whole }) =>
      compare(ofField("avg", "purchase", "value", { within: oneOf(years) }), ">=", whole(2, 20) * 25),
  ],
  "spent-on-category": [
    2,
    ({ oneOf, whole }) =>
      compare(
        ofField("sum", "purchase", "revenue", {
          where: is("item_category", oneOf(categories)),
          within: oneOf(years),
        }),
        ">=",
        whole(1, 12) * 50,
      ),
  ],
  "dearest-in-cart": [
    1,
    ({ oneOf, whole }) =>
      compare(ofField("max", "add_to_cart", "price", { within: oneOf(windows) }), ">=", whole(2, 16) * 50),
  ],
  "cheapest-of-visit": [
    1,
    ({ whole }) => compare(ofField("min", "view_item", "price", { visit: true }), "<", whole(2, 8) * 25),
  ],
  "many-brands": [
    2,
    ({ oneOf, whole }) =>
      and(
        compare(
          ofField("distinct", "view_item", oneOf(["item_brand", "item_category", "item_id"]), {
            visit: true,
          }),
          ">=",
          whole(3, 8),
        ),
        not(did("add_to_cart", { visit: true })),
      ),
  ],
  "compares-products": [
    1,
    ({ oneOf, whole }) =>
      compare(
        ofField("distinct", "view_item", "item_id", {
          where: is("item_category", oneOf(categories)),
          within: oneOf(windows),
        }),
        ">=",
        whole(3, 6),
      ),
  ],
  "last-search": [
    1,
    ({ oneOf }) => compare(ofField("last", "search", "search_term"), "contains", oneOf(terms)),
  ],
  "began-with": [1, ({ oneOf }) => compare(ofField("first", "purchase", "item_brand"), "=", oneOf(brands))],
  "ended-with": [
    1,
    ({ oneOf }) => compare(ofField("last", "view_item", "item_category"), "=", oneOf(categories)),
  ],
  decided: [
    2,
    ({ oneOf, whole }) =>
      sequence(
        { event: "view_item", where: is("item_category", oneOf(categories)) },
        { event: "add_to_cart", within: whole(2, 20) * minute },
        { event: "begin_checkout", within: hour },
      ),
  ],
  "searched-and-kept": [
    1,
    ({ oneOf, whole }) =>
      sequence(
        { event: "search" },
        { event: "view_item", where: is("item_brand", oneOf(brands)), within: whole(1, 10) * minute },
        { event: "add_to_cart", within: 30 * minute },
      ),
  ],
  "likes-best": [
    2,
    ({ oneOf, chance }) =>
      chance(0.5)
        ? compare(top("category"), "=", oneOf(categories))
        : compare(top("brand"), "=", oneOf(brands)),
  ],
  likes: [
    2,
    ({ oneOf, whole, chance }) =>
      compare(
        chance(0.5) ? affinity("category", oneOf(categories)) : affinity("brand", oneOf(brands)),
        ">=",
        percent(whole(2, 8) * 5),
      ),
  ],
};
