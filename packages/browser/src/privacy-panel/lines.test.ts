import { createEngine, type ShopEvent } from "@shopkeeper/engine";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeBy, type Forget } from "./forget.ts";
import { linesOf, type Line } from "./lines.ts";
import { inCart, wished } from "./what-is-kept.ts";

const tote = {
  item_id: "tote",
  item_name: "Boat tote",
  price: 89,
  currency: "EUR",
  url: "https://shop.example/tote",
};
const mug = { item_id: "mug", item_name: "Mug", price: 18, currency: "EUR" };

let ts = 0;
const event = (name: string, parameters: object = {}): ShopEvent => ({
  name,
  ts: ++ts,
  visit: 1,
  ...parameters,
});
const told = (events: ShopEvent[]) =>
  linesOf(events).map(({ kind, label, count }) => `${kind}: ${label} ${count}`);
const without = (events: ShopEvent[], { forget }: { forget: Forget }): ShopEvent[] =>
  changeBy(forget)(events.map((each, index) => ({ id: `${index}`, event: each }))).map((row) => row.event);
const lineOf = (events: ShopEvent[], kind: string, label: string): Line =>
  linesOf(events).find((line) => line.kind === kind && line.label === label)!;

describe("what is remembered", () => {
  test("is told in lines, each kind with the latest first", () => {
    const events = [
      event("page_view", { page_type: "product", page_path: "/tote" }),
      event("view_item", { items: [tote] }),
      event("view_item", { items: [mug] }),
      event("view_item", { items: [tote] }),
      event("add_to_cart", { items: [{ ...mug, quantity: 2 }] }),
      event("add_to_wishlist", { items: [tote] }),
      event("search", { search_term: "wool" }),
      event("search", { search_term: "Wool" }),
      event("identify", { profile: { size: "S", name: "Ada" } }),
      event("identify", { profile: { size: "M" } }),
      event("sign_up"),
    ];
    expect(told(events)).toEqual([
      "viewed: Boat tote 2",
      "viewed: Mug 1",
      "cart: Mug 2",
      "wish: Boat tote 0",
      "search: Wool 2",
      "stated: size 1",
      "stated: name 1",
      "other: sign_up 1",
      "other: page_view 1",
    ]);
    expect(lineOf(events, "stated", "size").value).toBe("M");
  });

  test("tells an order as one line, with its price and its products", () => {
    const order = { transaction_id: "7", currency: "EUR", items: [tote, { ...mug, quantity: 2 }] };
    expect(linesOf([event("purchase", order)])).toMatchObject([
      { kind: "order", label: "Boat tote, Mug", price: 125, currency: "EUR" },
    ]);
  });

  test("counts what is no longer in the cart or wished for as looked at", () => {
    const events = [
      event("add_to_cart", { items: [mug] }),
      event("remove_from_cart", { items: [mug] }),
      event("add_to_wishlist", { items: [tote] }),
      event("remove_from_wishlist", { items: [tote] }),
    ];
    expect(told(events)).toEqual(["viewed: Boat tote 0", "viewed: Mug 0"]);
  });
});

describe("forgetting a line", () => {
  test("takes out every trace of a product, but for what is a line of its own", () => {
    const list = event("view_item_list", { item_category: "Bags", items: [tote, mug] });
    const wish = event("add_to_wishlist", { items: [tote] });
    const events = [
      event("page_view", { page_type: "product", page_path: "/tote", page_title: "A bag" }),
      event("page_view", { page_type: "product", page_path: "/p/1", page_title: "Boat tote — Shop" }),
      event("page_view", { page_type: "home", page_path: "/" }),
      event("view_item", { items: [tote] }),
      list,
      wish,
    ];
    expect(without(events, lineOf(events, "viewed", "Boat tote"))).toEqual([
      events[2],
      { ...list, items: [mug] },
      wish,
    ]);
  });

  test("takes one product out of a cart that was stated, and its value with it", () => {
    const stated = event("view_cart", { value: 107, items: [tote, mug] });
    expect(without([stated], lineOf([stated], "cart", "Mug"))).toEqual([
      { name: "view_cart", ts: stated.ts, visit: 1, items: [tote] },
    ]);
  });

  test("of an order does not put its products back into the cart", () => {
    const events = [
      event("add_to_cart", { items: [mug] }),
      event("purchase", { transaction_id: "1", items: [mug] }),
      event("add_to_cart", { items: [tote] }),
      event("page_view", { page_type: "order", page_path: "/order/2" }),
      event("purchase", { transaction_id: "2", items: [tote] }),
      event("add_to_cart", { items: [{ ...mug, quantity: 3 }] }),
    ];
    const left = without(events, lineOf(events, "order", "Boat tote"));
    expect(left).toEqual([events[0], events[1], events[5]]);
    expect([...inCart(left)]).toEqual([["mug", 3]]);
  });

  test("of an order whose page was opened again takes both, and leaves the cart of now", () => {
    for (const order of [{ transaction_id: "1", items: [mug] }, { items: [mug] }]) {
      const events = [
        event("add_to_cart", { items: [mug] }),
        event("purchase", order),
        event("add_to_cart", { items: [tote] }),
        event("purchase", order),
      ];
      expect(told(events)).toEqual(["viewed: Mug 0", "cart: Boat tote 1", "order: Mug 1"]);
      expect(without(events, lineOf(events, "order", "Mug"))).toEqual([events[2]]);
    }
  });

  test("of a search takes its page along, however it was written", () => {
    const events = [
      event("page_view", { page_type: "search", page_title: "You searched for wool" }),
      event("search", { search_term: "wool" }),
      event("search", { search_term: "WOOL " }),
      event("search", { search_term: "rain" }),
    ];
    expect(without(events, lineOf(events, "search", "WOOL"))).toEqual([events[3]]);
  });

  test("of a preference leaves the others", () => {
    const events = [
      event("identify", { profile: { size: "M", name: "Ada" } }),
      event("identify", { size: "S" }),
    ];
    expect(without(events, lineOf(events, "stated", "size"))).toEqual([
      { ...events[0], profile: { name: "Ada" } },
    ]);
  });

  test("drops what has no shape of ours", () => {
    const rows = [null, {}, { id: "a", event: { name: 7 } }, { id: "b", event: event("search") }] as never;
    expect(changeBy((each) => each)(rows)).toHaveLength(1);
  });
});

const item = fc
  .constantFrom("a", "b", "c")
  .chain((item_id) => fc.record({ item_id: fc.constant(item_id), quantity: fc.integer({ min: 1, max: 3 }) }));
const anyEvent = fc.oneof(
  fc.record({
    name: fc.constantFrom(
      "view_item",
      "view_item_list",
      "add_to_cart",
      "remove_from_cart",
      "view_cart",
      "begin_checkout",
      "add_to_wishlist",
      "remove_from_wishlist",
      "select_promotion",
      "purchase",
    ),
    items: fc.array(item, { maxLength: 3 }),
  }),
  fc.record({ name: fc.constantFrom("page_view", "sign_up", "experience_view", "view_item", "view_cart") }),
  fc.record({ name: fc.constant("search"), search_term: fc.constantFrom("", "wool", "rain") }),
  fc.record({
    name: fc.constant("identify"),
    profile: fc.dictionary(fc.constantFrom("size", "name"), fc.string()),
  }),
);
const history = fc.array(anyEvent, { maxLength: 30 }).map((events) =>
  events.map((each, index): ShopEvent => ({
    ...each,
    ts: 1000 * (index + 1),
    visit: 1 + Math.floor(index / 10),
  })),
);

describe("whatever happened", () => {
  test("a line that was forgotten is gone, and who forgets every line has forgotten everything", () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, start) => {
        let left = events;
        for (let turn = start; left.length; turn++) {
          const lines = linesOf(left);
          const line = lines[turn % lines.length]!;
          left = without(left, line);
          // A cart of which nothing is stated any more is only a page that was opened.
          expect(linesOf(left).map(({ key }) => key)).not.toContain(line.key);
        }
      }),
    );
  });

  test("the cart and the wishes are those that the engine knows", () => {
    fc.assert(
      fc.property(history, (events) => {
        const engine = createEngine({});
        for (const each of events) engine.take(each);
        const quantity = [...inCart(events).values()].reduce((sum, each) => sum + each, 0);
        const context = {
          now: 1e6,
          timezoneOffset: 0,
          page: { type: "home" as const, path: "/", title: "" },
          environment: {},
        };
        expect(engine.fact("cart.quantity", context) ?? 0).toBe(quantity);
        for (const item_id of ["a", "b", "c"])
          expect(engine.isWished({ item_id })).toBe(wished(events).has(item_id));
      }),
    );
  });
});
