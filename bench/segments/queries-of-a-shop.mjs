// Segments that ask whether, how often and when a visitor did something.
import { brands, categories, pathOf, terms } from "./assortment.mjs";
import {
  among,
  and,
  compare,
  day,
  duration,
  fact,
  field,
  hour,
  not,
  percent,
  query,
  segment,
} from "./expressions.mjs";

const windows = [1, 3, 7, 14, 30, 30, 60, 90].map((days) => days * day);
const years = [90, 180, 365].map((days) => days * day);
const is = (name, value) => compare(field(name), "=", value);
const did = (event, clauses) => query("did", event, clauses);

/** By what they are about: how many of a hundred segments are so, and what one is like; `names` are those before it. */
export const queryKinds = {
  "brand-viewer": [
    6,
    ({ oneOf, whole }) =>
      compare(
        query("count", "view_item", { where: is("item_brand", oneOf(brands)), within: oneOf(windows) }),
        ">=",
        whole(2, 5),
      ),
  ],
  "category-viewer": [
    5,
    ({ oneOf, whole }) =>
      compare(
        query("count", "view_item", {
          where: is("item_category", oneOf(categories)),
          within: oneOf(windows),
        }),
        ">=",
        whole(2, 8),
      ),
  ],
  "price-bracket": [
    4,
    ({ oneOf, whole }) =>
      compare(
        query("count", "view_item", {
          where: and(
            compare(field("price"), oneOf([">=", "<"]), whole(2, 16) * 50),
            is("item_category", oneOf(categories)),
          ),
          within: oneOf(windows),
        }),
        ">=",
        whole(1, 4),
      ),
  ],
  "kept-but-not-bought": [
    3,
    ({ oneOf }) => {
      const clauses = { where: is("item_brand", oneOf(brands)), within: oneOf(windows) };
      return and(did("add_to_cart", clauses), not(did("purchase", clauses)));
    },
  ],
  "list-and-place": [
    3,
    ({ oneOf, someOf, whole }) =>
      and(
        among(fact("geo.country"), someOf(["AE", "SA", "DE", "FR", "US", "GB"], whole(1, 2))),
        did("view_item_list", { where: is("item_brand", oneOf(brands)) }),
        did("add_to_cart", { where: is("item_brand", oneOf(brands)) }),
      ),
  ],
  "list-name": [
    2,
    ({ oneOf }) =>
      did("view_item_list", {
        where: is("item_list_name", oneOf([...categories, "Sale", "New"])),
        within: oneOf(windows),
      }),
  ],
  "sale-shopper": [
    3,
    ({ oneOf, whole }) => {
      const within = oneOf(windows.slice(2));
      return and(
        compare(query("count", "view_item", { within }), ">=", whole(3, 6)),
        compare(
          query("share", "view_item", { where: is("on_sale", true), within }),
          ">=",
          percent(whole(3, 9) * 10),
        ),
      );
    },
  ],
  "brand-share": [
    1,
    ({ oneOf, whole }) =>
      compare(
        query("share", "view_item", {
          where: among(field("item_brand"), [oneOf(brands), oneOf(brands)]),
          within: oneOf(windows),
        }),
        ">=",
        percent(whole(1, 6) * 10),
      ),
  ],
  "cart-since-order": [
    2,
    ({ oneOf, whole }) =>
      and(
        did("add_to_cart", { where: is("item_category", oneOf(categories)), after: "purchase" }),
        compare(fact("cart.value"), ">", whole(0, 10) * 25),
      ),
  ],
  "checkout-left": [
    1,
    ({ oneOf }) =>
      and(did("begin_checkout", { within: oneOf(windows) }), not(did("purchase", { visit: true }))),
  ],
  lapsed: [
    2,
    ({ whole }) =>
      and(did("purchase"), compare(query("since", "purchase"), ">", duration(whole(1, 20) * 7 * day))),
  ],
  "looked-lately": [
    3,
    ({ oneOf, whole }) =>
      compare(
        query("since", "view_item", { where: is("item_brand", oneOf(brands)) }),
        "<",
        duration(whole(1, 96) * hour),
      ),
  ],
  "buys-often": [
    1,
    ({ oneOf, whole }) => compare(query("count", "purchase", { within: oneOf(years) }), ">=", whole(2, 6)),
  ],
  searched: [
    2,
    ({ oneOf }) =>
      did("search", {
        where: compare(field("search_term"), "contains", oneOf(terms)),
        within: oneOf(windows),
      }),
  ],
  "found-nothing": [
    1,
    ({ whole }) =>
      and(
        compare(query("count", "search", { visit: true }), ">=", whole(1, 4)),
        not(did("view_item", { visit: true })),
      ),
  ],
  hesitates: [
    1,
    ({ whole, oneOf }) =>
      and(
        compare(query("count", "view_cart", { within: oneOf(windows) }), ">=", whole(1, 4)),
        not(did("purchase", { within: oneOf(windows) })),
        not(did("remove_from_cart", { visit: true })),
      ),
  ],
  "read-page": [
    1,
    ({ oneOf }) =>
      did("page_view", {
        where: compare(
          field("page_path"),
          "starts with",
          oneOf([...categories.map(pathOf), "/sale", "/new"]),
        ),
        within: oneOf(windows),
      }),
  ],
  "clicked-in-list": [
    1,
    ({ oneOf, whole }) =>
      compare(
        query("count", "select_item", {
          where: is("item_list_name", oneOf([...categories, "Sale", "New"])),
          within: oneOf(windows),
        }),
        ">=",
        whole(1, 4),
      ),
  ],
  "one-and-not-another": [
    6,
    ({ someOf, chance, whole }, names) => {
      const [one, another] = someOf(names, 2).map(segment);
      return chance(0.6)
        ? and(one, not(another))
        : and(one, compare(fact("visit.pages"), ">=", whole(2, 10)));
    },
  ],
};
