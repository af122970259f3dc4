// One shopper: visits of a shop, page by page, and the facts that a page would tell of them.
import { choicesFrom } from "../kit/numbers.mjs";
import { brands, categories, pathOf, products, terms } from "./assortment.mjs";
import { day, minute, second } from "./expressions.mjs";
import { factsOf } from "./facts-of-shopper.mjs";

/** When histories end and what is measured begins: a Friday evening. */
export const END = Date.UTC(2026, 10, 27, 18);

/** How long the histories are. */
const span = 390 * day;

const pick = {
  home: { list: 6, search: 2, leave: 1 },
  list: { product: 6, list: 3, search: 1, leave: 1 },
  search: { product: 5, search: 2, list: 1, leave: 1 },
  product: { product: 2, list: 3, keep: 2, search: 1, cart: 3, leave: 2 },
  cart: { remove: 2, checkout: 3, list: 2, leave: 1 },
  checkout: { order: 3, leave: 2 },
};

/** What all pages and events of a shopper have to go by. */
function newShopper(seed, start) {
  const choices = choicesFrom(seed);
  return {
    ...choices,
    now: start,
    firstSeen: start,
    visit: 0,
    cart: new Map(),
    cartChanged: undefined,
    orders: { count: 0, value: 0, last: undefined },
    viewed: new Map(),
    bought: new Set(),
    favourites: [choices.someOf(brands, 4), choices.someOf(categories, 3)],
  };
}

/** The products of a list: a page of 24. */
function listed({ whole }, name) {
  const of =
    name === "Sale"
      ? products.filter(({ on_sale }) => on_sale)
      : products.filter(({ item_category, item_brand }) => item_category === name || item_brand === name);
  const all = of.length >= 24 ? of : [...of, ...products];
  const from = of.length ? 0 : whole(0, all.length - 24);
  return all.slice(from, from + 24);
}

const cartValue = ({ cart }) =>
  Math.round([...cart.values()].reduce((sum, { price, quantity }) => sum + price * quantity, 0) * 100) / 100;

/** The events of one page; `yield` gives the name and the parameters of each. */
const pages = {
  *home(shopper) {
    yield* view(shopper, "home", "/");
  },
  *list(shopper) {
    const [brandsLiked, categoriesLiked] = shopper.favourites;
    const name = shopper.chance(0.6)
      ? shopper.oneOf([...categoriesLiked, ...brandsLiked])
      : shopper.oneOf([...categories, ...categories, ...brands, "Sale", "Sale", "New"]);
    yield* view(shopper, "category", pathOf(name), name);
    yield* list(shopper, name);
  },
  *search(shopper) {
    const search_term = shopper.oneOf(terms);
    yield* view(shopper, "search", "/search");
    yield ["search", { search_term }];
    if (shopper.chance(0.7)) yield* list(shopper, "Search");
  },
  *product(shopper) {
    const item = shopper.oneOf(shopper.list ?? products);
    if (shopper.list && shopper.chance(0.8)) {
      yield ["select_item", { item_list_name: shopper.listName, items: [item] }];
    }
    yield* view(shopper, "product", `${pathOf(item.item_category)}/${item.item_id}`, item.item_category);
    shopper.product = item;
    yield ["view_item", { value: item.price, currency: "EUR", items: [item] }];
    shopper.viewed.set(item.item_id, (shopper.viewed.get(item.item_id) ?? 0) + 1);
  },
  *keep(shopper) {
    const { cart, product } = shopper;
    const { quantity = 0 } = cart.get(product.item_id) ?? {};
    const item = { ...product, quantity: 1 };
    cart.set(product.item_id, { ...item, quantity: quantity + 1 });
    shopper.cartChanged = shopper.now;
    yield ["add_to_cart", { value: item.price, currency: "EUR", items: [item] }];
  },
  *cart(shopper) {
    yield* view(shopper, "cart", "/cart");
    yield ["view_cart", { value: cartValue(shopper), currency: "EUR", items: [...shopper.cart.values()] }];
  },
  *remove(shopper) {
    const [item] = shopper.cart.values();
    if (!item) return;
    shopper.cart.delete(item.item_id);
    shopper.cartChanged = shopper.now;
    yield ["remove_from_cart", { value: item.price, currency: "EUR", items: [item] }];
  },
  *checkout(shopper) {
    if (!shopper.cart.size) return;
    yield* view(shopper, "checkout", "/checkout");
    yield [
      "begin_checkout",
      { value: cartValue(shopper), currency: "EUR", items: [...shopper.cart.values()] },
    ];
  },
  *order(shopper) {
    const { cart, orders, bought } = shopper;
    if (!cart.size) return;
    const value = cartValue(shopper);
    const items = [...cart.values()];
    yield* view(shopper, "order", "/thank-you");
    cart.clear();
    shopper.cartChanged = shopper.now;
    shopper.orders = { count: orders.count + 1, value: orders.value + value, last: shopper.now };
    for (const { item_id } of items) bought.add(item_id);
    yield ["purchase", { transaction_id: `order-${orders.count + 1}`, value, currency: "EUR", items }];
  },
};

function* view(shopper, type, path, category) {
  shopper.page = { type, path, title: `${category ?? type} | Shop`, category };
  shopper.product = undefined;
  shopper.pagesSeen++;
  yield ["page_view", { page_type: type, page_path: path, page_title: shopper.page.title }];
}

function* list(shopper, name) {
  shopper.list = listed(shopper, name);
  shopper.listName = name;
  yield ["view_item_list", { item_list_name: name, items: shopper.list }];
}

/** Where a visit goes on after a page; who has put nothing in the cart does not look into it. */
function nextOf(shopper, at) {
  const next = shopper.weighted(pick[at === "keep" || at === "remove" || at === "order" ? "product" : at]);
  return (next === "keep" && !shopper.product) || (next === "cart" && !shopper.cart.size) ? "list" : next;
}

/** A visit, from the page that the shopper lands on until they leave. */
function* visitOf(shopper) {
  const { weighted, chance } = shopper;
  shopper.visit++;
  shopper.began = shopper.now;
  shopper.pagesSeen = 0;
  shopper.list = undefined;
  shopper.product = undefined;
  // A cart that is left too long is empty when they come back.
  if (chance(0.2)) shopper.cart.clear();
  shopper.source = {
    medium: weighted({ direct: 4, search: 4, social: 2, email: 2, referral: 1, cpc: 2, ai: 1 }),
    campaign: chance(0.3)
      ? weighted({ "summer-sale": 2, "black-friday": 2, brand: 1, newsletter: 2, "win-back": 1 })
      : undefined,
  };
  let at = weighted({ home: 3, list: 3, product: 3, search: 1 });
  for (let page = 0; page < 14 && at !== "leave"; page++) {
    yield* pages[at](shopper);
    if (!page) shopper.landing = shopper.page.path;
    at = nextOf(shopper, at);
  }
}

/** @typedef {{ event: object, visit: number, facts: () => object, page: () => object }} Step Facts and page of just then. */

/**
 * What a shopper does: first so many events in 390 days, then on and on, a visit every one or two hours, which is the
 * same whatever came before.
 *
 * @param {number} count
 * @returns {{ history: object[], steps: Generator<Step> }}
 */
export function makeShopper(count, seed = 7) {
  const shopper = newShopper(seed, END - span);
  const history = [];
  const tell = (name, parameters) => ({ name, ts: shopper.now, visit: shopper.visit, ...parameters });
  const pass = () => {
    shopper.now += shopper.whole(1 * second, 40 * second) + 1;
  };
  while (history.length < count) {
    shopper.now = Math.max(
      shopper.now + 31 * minute,
      END - span + Math.floor((span * history.length) / count),
    );
    for (const [name, parameters] of visitOf(shopper)) {
      if (history.length < count) history.push(tell(name, parameters));
      pass();
    }
  }
  return { history, steps: stepsOf(Object.assign(shopper, choicesFrom(seed + 1)), tell, pass) };
}

function* stepsOf(shopper, tell, pass) {
  shopper.now = Math.max(shopper.now, END);
  // So that what follows is the same after every history.
  shopper.cart.clear();
  while (true) {
    shopper.now += shopper.whole(35, 180) * minute;
    for (const [name, parameters] of visitOf(shopper)) {
      yield {
        event: tell(name, parameters),
        visit: shopper.visit,
        facts: () => factsOf(shopper),
        page: () => ({ ...shopper.page, product: shopper.product }),
      };
      pass();
    }
  }
}
