import { expect, test } from "vitest";
import { event, NOON } from "../../test/make.ts";
import { outcomeOf } from "./outcome.ts";

const sender = { client: "browser", handOver: new Set(["cart_abandoned"]) };
const head = { version: 1, id: "V1StGXR8_Z5j", client: "browser", ts: NOON };
const outcome = (name: string, parameters: Record<string, unknown>) =>
  outcomeOf(event(name, parameters), "V1StGXR8_Z5j", sender);

test.each([
  ["experience_view", { experience_id: "hero" }],
  ["experience_click", { experience_id: "hero" }],
  ["experience_dismiss", { experience_id: "hero" }],
  ["experience_view", { experience_id: "hero", experiment_id: "test", variation: "bold" }],
  ["experiment_view", { experiment_id: "test", variation: "bold" }],
  ["experience_convert", { experience_id: "hero", goal: "purchase", value: 89, currency: "EUR" }],
  ["experience_convert", { experience_id: "hero" }],
  ["goal", { experiment_id: "test", variation: "bold", goal: "purchase", value: 0 }],
])("%s with %j leaves as it is", (name, parameters) => {
  expect(outcome(name, parameters)).toEqual({ ...head, name, ...parameters });
});

test.each([
  ["purchase", { value: 89, transaction_id: "o1" }],
  ["page_view", { page_path: "/account" }],
  ["search", { search_term: "rings" }],
  ["experience_view", {}],
  ["experience_view", { experience_id: 3 }],
  ["experiment_view", { experiment_id: "test" }],
  ["goal", { goal: "purchase" }],
  ["goal", { experiment_id: "test" }],
  ["lapsed_returned", { days: 100 }],
  ["toString", { experience_id: "hero" }],
])("%s with %j does not leave", (name, parameters) => {
  expect(outcome(name, parameters)).toBeUndefined();
});

test("nothing leaves with an outcome that is not its own", () => {
  const more = { page_path: "/secret", items: [{ item_id: "secret" }], profile: { name: "Ada" }, visit: 7 };
  expect(outcome("experience_view", { experience_id: "hero", value: 3, goal: "x", ...more })).toEqual({
    ...head,
    name: "experience_view",
    experience_id: "hero",
  });
  expect(
    outcome("experience_convert", {
      experience_id: "hero",
      goal: "sale",
      value: "3",
      currency: "euros",
      ...more,
    }),
  ).toEqual({ ...head, name: "experience_convert", experience_id: "hero", goal: "sale" });
});

test("an id that is unique in one browser only is made so for all", () => {
  const { id } = outcomeOf(
    event("goal", { experiment_id: "test", variation: "bold", goal: "purchase" }),
    "goal experiment test 5",
    sender,
  )!;
  expect(id).toBe("browser goal experiment test 5");
});

test("a fact that was switched on leaves with what a tool needs of its products, and no more", () => {
  const items = [
    { item_id: "mug", item_name: "Mug", price: 18, quantity: 2, url: "/mug", note: "for Ada", rating: 5 },
  ];
  expect(
    outcome("cart_abandoned", { due: NOON + 1, value: 36, currency: "EUR", items, page_path: "/cart" }),
  ).toEqual({
    ...head,
    name: "cart_abandoned",
    due: NOON + 1,
    value: 36,
    currency: "EUR",
    items: [{ item_id: "mug", item_name: "Mug", price: 18, quantity: 2, url: "/mug" }],
  });
});
