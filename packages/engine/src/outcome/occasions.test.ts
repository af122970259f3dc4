import { expect, test } from "vitest";
import { context, DAY, HOUR, NOON, page, tell } from "../../test/make.ts";
import { createEngine } from "../engine.ts";
import type { Item } from "../event.ts";
import { parseHandOver } from "./hand-over.ts";
import { occasionsOf } from "./occasions.ts";

const mug: Item = { item_id: "mug", item_name: "Mug", price: 18, currency: "EUR", url: "/mug" };

test.each([
  ["cart_abandoned", { name: "cart_abandoned", time: 4 * HOUR }],
  [" cart_abandoned  30m ", { name: "cart_abandoned", time: HOUR / 2 }],
  ["birthday_soon", { name: "birthday_soon", time: 7 * DAY }],
  ["lapsed_returned", { name: "lapsed_returned", time: 0 }],
  ["price_dropped", { name: "price_dropped", time: 0 }],
])("%j", (text, handOver) => {
  expect(parseHandOver(text)).toEqual(handOver);
});

test.each([
  "",
  "cart",
  "cart_abandoned soon",
  "cart_abandoned 4h 5h",
  "lapsed_returned 3d",
  "toString",
  3,
  null,
])("%j is an error that tells the mend", (text) => {
  expect(() => parseHandOver(text)).toThrow(/^handOver: expected "cart_abandoned 4h", .*, got /);
});

/** What is to be handed over now of what an engine knows. */
function found(
  text: string,
  engine: ReturnType<typeof createEngine>,
  { now = NOON, product, isLeaving = false }: { now?: number; product?: Item; isLeaving?: boolean } = {},
) {
  const circumstances = context({ now, page: page(product ? { type: "product", product } : {}) });
  return occasionsOf([parseHandOver(text)], {
    now,
    fact: (name) => engine.fact(name, circumstances),
    cards: engine.recommend("cart"),
    product,
    isLeaving,
  });
}

test("a cart is told as the page is left, with when it counts as abandoned: so long after its last change", () => {
  const engine = createEngine({});
  tell(engine, "add_to_cart", { items: [{ ...mug, quantity: 1 }] });
  tell(engine, "add_to_cart", { ts: NOON + HOUR, items: [{ ...mug, quantity: 1, item_variant: "blue" }] });
  expect(found("cart_abandoned", engine, { now: NOON + HOUR })).toEqual([]);
  const left = found("cart_abandoned", engine, { now: NOON + 2 * HOUR, isLeaving: true });
  expect(left).toMatchObject([
    {
      id: `cart_abandoned ${NOON + HOUR}`,
      name: "cart_abandoned",
      parameters: {
        due: NOON + 5 * HOUR,
        value: 36,
        currency: "EUR",
        items: [
          { item_id: "mug", item_name: "Mug", url: "/mug", quantity: 1, price: 18 },
          { item_id: "mug", item_variant: "blue", quantity: 1, price: 18 },
        ],
      },
    },
  ]);
  // The same cart is the same occasion, and after the order there is none.
  expect(found("cart_abandoned", engine, { now: NOON + 9 * HOUR, isLeaving: true })[0]!.id).toBe(left[0]!.id);
  tell(engine, "purchase", { ts: NOON + 9 * HOUR, transaction_id: "o1", items: [mug] });
  expect(found("cart_abandoned", engine, { now: NOON + 9 * HOUR, isLeaving: true })).toEqual([]);
});

test("what was bought before and lies in the cart again is told by its id", () => {
  const engine = createEngine({});
  tell(engine, "purchase", { transaction_id: "o1", items: [mug] });
  tell(engine, "add_to_cart", { ts: NOON + 1, items: [mug] });
  const [left] = found("cart_abandoned", engine, { now: NOON + 2, isLeaving: true });
  expect(left!.parameters.items).toMatchObject([{ item_id: "mug", quantity: 1, price: 18 }]);
});

test("who comes back after the lapse is told once for it, by the last order", () => {
  const engine = createEngine({});
  tell(engine, "purchase", { transaction_id: "o1", items: [mug] });
  expect(found("lapsed_returned", engine, { now: NOON + 90 * DAY })).toEqual([]);
  for (const days of [100, 120])
    expect(found("lapsed_returned", engine, { now: NOON + days * DAY })).toEqual([
      { id: `lapsed_returned ${NOON}`, name: "lapsed_returned", parameters: { days } },
    ]);
});

test("a birthday is told within the time before it, once a year", () => {
  const engine = createEngine({});
  tell(engine, "identify", { profile: { birthday: "1990-12-01" } });
  expect(found("birthday_soon 2d", engine)).toEqual([]);
  expect(found("birthday_soon", engine)).toEqual([
    { id: "birthday_soon 2026", name: "birthday_soon", parameters: { days: 4 } },
  ]);
  expect(found("birthday_soon", createEngine({}))).toEqual([]);
});

test("a price that fell since the product was last seen is told, once a price", () => {
  const engine = createEngine({});
  tell(engine, "view_item", { items: [mug] });
  tell(engine, "page_view", { ts: NOON + DAY });
  const now = NOON + DAY;
  expect(found("price_dropped", engine, { now, product: mug })).toEqual([]);
  expect(found("price_dropped", engine, { now, product: { ...mug, price: 15.5 } })).toEqual([
    {
      id: "price_dropped mug 15.5",
      name: "price_dropped",
      parameters: { value: 15.5, currency: "EUR", items: [{ ...mug, price: 15.5, price_before: 18 }] },
    },
  ]);
  expect(found("price_dropped", engine, { now, product: { ...mug, price: 20 } })).toEqual([]);
});
