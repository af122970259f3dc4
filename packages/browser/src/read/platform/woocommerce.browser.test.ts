import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeShop, type FakeShop } from "../../../test/fake-shop.ts";
import { platform } from "./woocommerce.ts";

const home = location.href;
let shop: FakeShop;
let trigger: (type: string, ...given: unknown[]) => void;

beforeEach(() => {
  shop = fakeShop(platform);
  const heard: Record<string, ((...given: unknown[]) => void)[]> = {};
  shop.global("jQuery", () => ({
    on: (types: string, hear: () => void) =>
      types.split(" ").forEach((type) => (heard[type] ??= []).push(hear)),
    off: (types: string, hear: () => void) =>
      types.split(" ").forEach((type) => (heard[type] = heard[type]!.filter((each) => each !== hear))),
  }));
  trigger = (type, ...given) => heard[type]?.forEach((hear) => hear({ type }, ...given));
  addEventListener("click", stay);
  addEventListener("submit", stay);
});
afterEach(() => {
  removeEventListener("click", stay);
  removeEventListener("submit", stay);
  shop.close();
  history.replaceState(null, "", home);
});
const stay = (event: Event): void => event.preventDefault();

const list = `<ul class="products"><li class="product outofstock"><a href="/product/mug/"><img src="/m.png">
  <h2 class="woocommerce-loop-product__title">Mug</h2><span class="price"><del><span class="amount">10,00 €</span></del>
  <ins><span class="amount">8,00 €</span></ins></span></a>
  <a href="?add-to-cart=7" class="add_to_cart_button ajax_add_to_cart" data-product_id="7" data-product_sku="mug" data-quantity="1">Add to cart</a></li></ul>`;

test("cards of a list have their SKU, price and what it was before", () => {
  shop.show(list, "/shop/");
  expect(shop.page().items).toMatchObject([
    {
      item_id: "mug",
      item_name: "Mug",
      price: 8,
      list_price: 10,
      on_sale: true,
      availability: "OutOfStock",
      product_id: "7",
    },
  ]);
});

test("an add of a list is told by its event, with what its card says, once", () => {
  shop.show(list, "/shop/");
  shop.watch();
  const button = document.querySelector<HTMLElement>(".add_to_cart_button")!;
  button.click();
  shop.answer("/?wc-ajax=add_to_cart");
  expect(shop.told).toEqual([]);
  trigger("added_to_cart", {}, "hash", [button]);
  expect(shop.told).toMatchObject([
    ["add_to_cart", { value: 8, items: [{ item_id: "mug", item_name: "Mug", quantity: 1 }] }],
  ]);
});

test("without a chosen variation nothing is added, with one it is that", () => {
  const variations = [
    {
      variation_id: 32,
      attributes: { attribute_color: "Red" },
      display_price: 42,
      display_regular_price: 45,
      is_in_stock: true,
    },
  ];
  shop.show(
    `<h1>Hoodie</h1><form class="variations_form cart" data-product_variations='${JSON.stringify(variations)}'>
    <input name="quantity" value="2"><input type="hidden" name="variation_id" value="0"><button type="submit">Add to cart</button></form>`,
    "/product/hoodie/",
  );
  shop.global("ga4w", {
    data: { product: { id: 16, name: "Hoodie", prices: { price: 4200, currency_minor_unit: 2 } } },
  });
  shop.watch();
  document.querySelector("button")!.click();
  trigger("added_to_cart", {}, "hash", [document.querySelector("button")]);
  expect(shop.told).toEqual([]);
  document.querySelector<HTMLInputElement>("[name=variation_id]")!.value = "32";
  expect(shop.page().product).toMatchObject({
    item_name: "Hoodie",
    item_variant: "Red",
    price: 42,
    list_price: 45,
  });
  trigger("added_to_cart", {}, "hash", [document.querySelector("button")]);
  expect(shop.told).toMatchObject([
    ["add_to_cart", { value: 84, items: [{ item_variant: "Red", quantity: 2 }] }],
  ]);
});

test("of a group of products those are added that have a quantity", () => {
  const row = (id: number, name: string, quantity: string): string =>
    `<tr id="product-${id}" class="woocommerce-grouped-product-list-item"><td><input name="quantity[${id}]" value="${quantity}"></td>
     <td class="x__label"><label><a href="/product/${id}">${name}</a></label></td><td><span class="amount">5 €</span></td></tr>`;
  shop.show(
    `<form class="cart grouped_form" method="post" action="/there"><table>${row(1, "Cup", "")}${row(2, "Mug", "3")}</table>
     <button type="submit">Add to cart</button></form>`,
    "/product/set/",
  );
  shop.watch();
  trigger("added_to_cart", {}, "", [document.querySelector("button")]);
  expect(shop.lines()).toEqual(["add_to_cart 3 × Mug"]);
});

test("the store of the blocks has the cart, and what changes in it is told", () => {
  let items: object[] = [];
  let changed = (): void => {};
  const line = (quantity: number): object => ({
    id: 7,
    sku: "mug",
    name: "Mug",
    quantity,
    prices: { price: "800", currency_minor_unit: 2, currency_code: "EUR" },
  });
  shop.global("wp", {
    data: {
      select: () => ({
        getCartData: () => ({
          items,
          totals: { total_price: "1600", currency_code: "EUR", currency_minor_unit: 2 },
        }),
      }),
      subscribe: (heard: () => void) => ((changed = heard), () => {}),
    },
  });
  items = [line(2)];
  shop.show(`<div class="wp-block-woocommerce-cart"></div>`, "/cart/");
  expect(shop.page().cart).toMatchObject({
    value: 16,
    currency: "EUR",
    items: [{ item_id: "mug", price: 8, quantity: 2 }],
  });
  shop.watch();
  items = [line(5)];
  changed();
  items = [];
  changed();
  expect(shop.lines()).toEqual(["add_to_cart 3 × Mug", "remove_from_cart 5 × Mug"]);
});

test("a cart that is empty is stated, one that is not there is not", () => {
  shop.show(`<p class="cart-empty">Your cart is empty`, "/cart/");
  expect(shop.page().cart).toEqual({ items: [] });
  shop.show("<p>One moment", "/cart/");
  expect(shop.page().cart).toBeUndefined();
});

test("an order without a plug-in is read as its page writes it", () => {
  shop.show(
    `<ul><li class="woocommerce-order-overview__order">Order number: <strong>47</strong></li>
     <li class="woocommerce-order-overview__total">Total: <strong><span class="amount">33,00 €</span></strong></li></ul>
     <table><tr class="woocommerce-table__line-item"><td class="product-name"><a href="/product/mug/">Mug</a>
     <strong class="product-quantity">× 2</strong></td></tr></table>`,
    "/checkout/order-received/47/",
  );
  expect(shop.page().order).toMatchObject({
    transaction_id: "47",
    value: 33,
    items: [{ item_name: "Mug", quantity: 2 }],
  });
});
