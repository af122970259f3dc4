import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeShop, type FakeShop } from "../../../test/fake-shop.ts";
import { platform } from "./prestashop.ts";

const home = location.href;
let shop: FakeShop;
let emit: (name: string, event: unknown) => void;

const shirt = {
  id_product: 1,
  reference: "demo_1",
  name: "Shirt",
  price_amount: 19.12,
  attributes: { Size: "S" },
};
const cartOf = (quantity: number): object => ({
  products: quantity ? [{ ...shirt, quantity }] : [],
  totals: { total: { amount: 19.12 * quantity } },
});

beforeEach(() => {
  shop = fakeShop(platform);
  const heard: Record<string, ((event: unknown) => void)[]> = {};
  emit = (name, event) => heard[name]?.forEach((hear) => hear(event));
  shop.global("prestashop", {
    currency: { iso_code: "EUR" },
    cart: cartOf(1),
    on: (name: string, hear: () => void) => (heard[name] ??= []).push(hear),
    removeListener: (name: string, hear: () => void) =>
      (heard[name] = heard[name]!.filter((each) => each !== hear)),
  });
});
afterEach(() => {
  shop.close();
  history.replaceState(null, "", home);
});

test("the cart of the page is read, with the reference that JSON-LD has as SKU", () => {
  shop.show("", "/en/cart?action=show");
  expect(shop.page().cart).toMatchObject({
    value: 19.12,
    currency: "EUR",
    items: [
      {
        item_id: "demo_1",
        item_name: "Shirt",
        item_variant: "S",
        price: 19.12,
        quantity: 1,
        product_id: "1",
      },
    ],
  });
});

test("pages that no other shop calls so are taken for what they are", () => {
  for (const [id, type] of Object.entries({
    "prices-drop": "category",
    manufacturer: "category",
    identity: "account",
  })) {
    shop.show("", `/en/${id}`);
    document.body.id = id;
    expect(shop.page().type).toBe(type);
  }
});

test("what changes in the cart is told, each change once", () => {
  shop.show("", "/en/");
  shop.watch();
  const updated = (quantity: number, reason = {}): void =>
    emit("updateCart", { reason, resp: { success: true, cart: cartOf(quantity) } });
  updated(3, { linkAction: "add-to-cart", idProduct: 1 });
  updated(3, { linkAction: "refresh" });
  updated(0, { linkAction: "delete-from-cart", idProduct: 1 });
  expect(shop.lines()).toEqual(["add_to_cart 2 × Shirt", "remove_from_cart 3 × Shirt"]);
});

test("an answer without a cart is told by its action; one with an error is nothing", () => {
  shop.show(
    `<div id="product-details" data-product='${JSON.stringify(shirt)}'></div>`,
    "/en/men/1-1-shirt.html",
  );
  document.body.id = "product";
  shop.global("prestashop", { ...(window as { prestashop?: object }).prestashop, cart: undefined });
  shop.watch();
  const reason = { linkAction: "add-to-cart", idProduct: 1 };
  emit("updateCart", { reason, resp: { hasError: true, errors: ["Not enough"] } });
  expect(shop.told).toEqual([]);
  emit("updateCart", { reason, resp: { success: true, quantity: 2 } });
  expect(shop.lines()).toEqual(["add_to_cart 2 × Shirt"]);
});
