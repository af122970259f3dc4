import { expect, test } from "vitest";
import { coat, event, HOUR, NOON, scarf } from "../../test/make.ts";
import { hash } from "../hash.ts";
import { takeOrder } from "./orders.ts";
import { newProfile } from "./profile.ts";

test("a transaction counts once", () => {
  const profile = newProfile();
  const order = event("purchase", { transaction_id: "T1", value: 150.1, items: [coat, scarf] });
  expect(takeOrder(profile, order)).toBe(true);
  expect(takeOrder(profile, { ...order, ts: NOON + HOUR, visit: 2 })).toBe(false);
  expect(profile).toMatchObject({
    orders: 1,
    spent: 150.1,
    lastOrder: NOON,
    bought: ["coat", "scarf"].map(hash),
  });
});

test("without a transaction id, the order page that is loaded again in the same visit is the same order", () => {
  const profile = newProfile();
  const order = event("purchase", { items: [coat] });
  expect(takeOrder(profile, order)).toBe(true);
  expect(takeOrder(profile, { ...order, ts: NOON + 1000 })).toBe(false);
  expect(takeOrder(profile, { ...order, visit: 2 })).toBe(true);
  expect(profile).toMatchObject({ orders: 2, spent: 240 });
});

test("a transaction id is the same as a number and as a text, and an empty one is none", () => {
  const profile = newProfile();
  expect(takeOrder(profile, event("purchase", { transaction_id: 1001, value: 10 }))).toBe(true);
  expect(takeOrder(profile, event("purchase", { transaction_id: "1001", value: "10", visit: 2 }))).toBe(
    false,
  );
  expect(takeOrder(profile, event("purchase", { transaction_id: "", value: "20.5" }))).toBe(true);
  expect(takeOrder(profile, event("purchase", { transaction_id: "", value: 30, visit: 2 }))).toBe(true);
  expect(profile).toMatchObject({ orders: 3, spent: 60.5 });
});

test("an order is worth what it says, else what its items cost, else nothing that is known", () => {
  const profile = newProfile();
  takeOrder(profile, event("purchase", { transaction_id: "1", value: 100, items: [coat] }));
  expect(profile.spent).toBe(100);
  takeOrder(profile, event("purchase", { transaction_id: "2", items: [{ ...coat, quantity: 2 }] }));
  expect(profile.spent).toBe(340);
  takeOrder(profile, event("purchase", { transaction_id: "3", items: [{ item_id: "gift" }] }));
  expect(profile).toMatchObject({ spent: 340, orders: 3 });
});

test("the last order is the latest, whichever comes last", () => {
  const profile = newProfile();
  takeOrder(profile, event("purchase", { transaction_id: "1", value: 0.1 }));
  takeOrder(profile, event("purchase", { transaction_id: "2", value: 0.2, ts: NOON - HOUR }));
  expect(profile).toMatchObject({ lastOrder: NOON, spent: 0.3 });
});

test("what is bought again is remembered as new, and what was bought long ago is forgotten", () => {
  const profile = newProfile();
  const buy = (id: string) =>
    takeOrder(
      profile,
      event("purchase", { transaction_id: `T ${id} ${profile.orders}`, items: [{ item_id: id }] }),
    );
  for (let index = 0; index < 64; index++) buy(`${index}`);
  buy("0");
  buy("new");
  expect(profile.bought).toHaveLength(64);
  expect(profile.bought.slice(-2)).toEqual(["0", "new"].map(hash));
  expect(profile.bought).not.toContain(hash("1"));
  expect(profile.transactions).toHaveLength(64);
});

test("any other event is news, and no order", () => {
  const profile = newProfile();
  expect(takeOrder(profile, event("page_view"))).toBe(true);
  expect(profile).toEqual(newProfile());
});
