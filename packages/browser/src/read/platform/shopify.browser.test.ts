import { afterEach, beforeEach, expect, test } from "vitest";
import { CHECKOUT } from "../../dom/notes.ts";
import { fakeShop, type FakeShop } from "../../../test/fake-shop.ts";
import { platform } from "./shopify.ts";

const home = location.href;
let shop: FakeShop;

const coat = {
  id: 902,
  vendor: "Nordlicht",
  type: "Coats",
  variants: [
    { id: 41, price: 8900, name: "Wool coat - S", public_title: "S", sku: "WC-S" },
    { id: 42, price: 9900, name: "Wool coat - M", public_title: "M", sku: "WC-M" },
  ],
};
const mug = {
  id: 901,
  vendor: "Clay",
  variants: [{ id: 40, price: 800, name: "Mug", public_title: null, sku: "MUG" }],
};

/** Dawn's publisher of changes. */
function pubsub(): (name: string, event: unknown) => void {
  const heard: Record<string, ((event: unknown) => void)[]> = {};
  shop.global("subscribe", (name: string, hear: (event: unknown) => void) => {
    (heard[name] ??= []).push(hear);
    return () => (heard[name] = heard[name]!.filter((each) => each !== hear));
  });
  return (name, event) => heard[name]?.forEach((hear) => hear(event));
}

const form = `<h1>Wool coat</h1><product-form><form action="/cart/add" method="post"><input name="id" value="42">
  <input name="quantity" value="2"><button type="submit" name="add">Add to cart</button></form></product-form>`;

beforeEach(() => {
  shop = fakeShop(platform);
  shop.global("Shopify", { currency: { active: "EUR" }, routes: { root: "/" } });
  shop.global("ShopifyAnalytics", { meta: { page: { pageType: "product" }, product: coat } });
  // As a theme does that has its own cart: what is posted goes by a script.
  addEventListener("submit", (event) => event.preventDefault(), { once: true });
});
afterEach(() => {
  shop.close();
  localStorage.removeItem(CHECKOUT);
  history.replaceState(null, "", home);
});

test("amounts are hundredths, in yen too, and the variant of the address counts", () => {
  shop.show(form, "/products/wool-coat?variant=42");
  expect(shop.page()).toMatchObject({
    type: "product",
    product: {
      item_id: "902",
      item_name: "Wool coat",
      item_brand: "Nordlicht",
      item_category: "Coats",
      item_variant: "M",
      price: 99,
      currency: "EUR",
      variant_id: "42",
    },
  });
  shop.global("Shopify", { currency: { active: "JPY" } });
  expect(shop.page().product).toMatchObject({ price: 99, currency: "JPY" });
});

test("a product without variants goes by its SKU, in lists as well", () => {
  shop.global("ShopifyAnalytics", { meta: { page: { pageType: "collection" }, products: [mug, coat] } });
  shop.show("", "/collections/all");
  expect(shop.page()).toMatchObject({
    type: "category",
    items: [
      { item_id: "MUG", item_name: "Mug", price: 8 },
      { item_id: "902", item_name: "Wool coat", price: 89 },
    ],
  });
});

test("a form whose request is answered well is an add, of the variant that it names", () => {
  shop.show(form, "/products/wool-coat");
  shop.watch();
  document.querySelector("button")!.click();
  expect(shop.told).toEqual([]);
  shop.answer("/cart/add");
  expect(shop.told).toMatchObject([
    [
      "add_to_cart",
      { currency: "EUR", value: 198, items: [{ item_id: "902", variant_id: "42", quantity: 2 }] },
    ],
  ]);
});

test("an add that the shop refuses is none", () => {
  shop.show(form, "/products/wool-coat");
  shop.watch();
  document.querySelector("button")!.click();
  shop.answer("/cart/add", 422);
  shop.answer("/cart.js");
  shop.answer("/cart/add");
  expect(shop.told).toEqual([]);
});

test("one add that the form, Dawn and two data layers tell is one", () => {
  const publish = pubsub();
  shop.show(form, "/products/wool-coat");
  shop.watch();
  document.querySelector("button")!.click();
  shop.tell(
    "add_to_cart",
    { items: [{ item_id: "shopify_DE_902_42", item_name: "Wool coat" }] },
    "data-layer",
  );
  publish("cart-update", {
    source: "product-form",
    cartData: {
      product_id: 902,
      variant_id: 42,
      product_title: "Wool coat",
      variant_title: "M",
      quantity: 2,
      price: 9900,
    },
  });
  shop.answer("/cart/add");
  shop.tell(
    "add_to_cart",
    { items: [{ item_id: "WC-M", item_name: "Wool coat", item_variant: "M" }] },
    "data-layer",
  );
  expect(shop.lines()).toHaveLength(1);
});

test("what a theme says of the whole cart is held against what it said before", () => {
  const publish = pubsub();
  shop.show("", "/cart");
  shop.watch();
  const line = (quantity: number) => ({
    product_id: 902,
    product_title: "Wool coat",
    variant_id: 42,
    quantity,
    price: 9900,
  });
  const cart = (...quantities: number[]) => ({
    source: "cart-items",
    cartData: { items: quantities.map(line) },
  });
  publish("cart-update", cart(1));
  publish("cart-update", cart(3));
  publish("cart-update", cart());
  expect(shop.lines()).toEqual(["add_to_cart 2 × Wool coat", "remove_from_cart 3 × Wool coat"]);
});

test("what the pixel has left of the checkout is told with its time, once, and only where it may be kept", () => {
  const notes = [
    {
      name: "begin_checkout",
      at: 1000,
      parameters: { currency: "EUR", value: 99, items: [{ item_name: "Wool coat" }] },
    },
    { name: "purchase", at: 2000, parameters: { transaction_id: 5001, value: "99", currency: "EUR" } },
    { name: "page_view", at: 3000, parameters: {} },
  ];
  localStorage.setItem(CHECKOUT, JSON.stringify(notes));
  shop.show("", "/");
  shop.watch({ keeps: () => false });
  expect(shop.told).toEqual([]);
  shop.leave();
  shop.watch();
  expect(shop.told).toMatchObject([
    ["begin_checkout", { value: 99 }],
    ["purchase", { transaction_id: "5001", value: 99 }],
  ]);
  expect(shop.times).toEqual([1000, 2000]);
  expect(localStorage.getItem(CHECKOUT)).toBeNull();
});

test("what is broken or an element of the page is no shop", () => {
  for (const meta of [
    undefined,
    null,
    7,
    { product: { variants: "x" } },
    { product: { variants: [null] } },
  ]) {
    shop.global("ShopifyAnalytics", { meta });
    shop.show("<p>x", "/products/x");
    expect(shop.page().product?.price).toBeUndefined();
  }
  localStorage.setItem(CHECKOUT, '{"0":');
  shop.watch();
  expect(shop.told).toEqual([]);
});
