import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeShop, type FakeShop } from "../../../test/fake-shop.ts";
import { platform } from "./magento.ts";

const home = location.href;
const KEY = "mage-cache-storage";
let shop: FakeShop;

/** What Magento's own script keeps when the shop has answered. */
const keep = (quantity: number): void =>
  localStorage.setItem(
    KEY,
    JSON.stringify({
      cart: {
        summary_count: quantity,
        subtotalAmount: String(18 * quantity),
        items: quantity
          ? [
              {
                qty: quantity,
                product_id: "7",
                product_sku: "24-MB01",
                product_name: "Bag",
                product_price: '<span class="price">$18.00</span>',
                options: [{ label: "Color", value: "Red" }],
              },
            ]
          : [],
      },
      customer: { fullname: "Ada Lovelace" },
    }),
  );

beforeEach(() => {
  shop = fakeShop(platform);
});
afterEach(() => {
  shop.close();
  localStorage.removeItem(KEY);
  history.replaceState(null, "", home);
});

test("the cart that is kept in the browser is read, and nothing of the customer beside it", () => {
  keep(2);
  shop.show("", "/checkout/cart/");
  document.body.className = "checkout-cart-index";
  const { cart, type } = shop.page();
  expect(type).toBe("cart");
  expect(cart).toMatchObject({
    value: 36,
    items: [
      { item_id: "24-MB01", item_name: "Bag", item_variant: "Red", price: 18, quantity: 2, product_id: "7" },
    ],
  });
  expect(JSON.stringify(shop.page())).not.toContain("Ada");
});

test("what has changed is told when the shop has answered and its script has kept it", async () => {
  keep(1);
  shop.show("", "/bag.html");
  shop.watch();
  keep(3);
  expect(shop.told).toEqual([]);
  shop.answer("/customer/section/load/?sections=cart");
  await expect.poll(() => shop.lines()).toEqual(["add_to_cart 2 × Bag"]);
  keep(0);
  shop.answer("/customer/section/load/?sections=cart");
  await expect.poll(() => shop.lines()[1]).toBe("remove_from_cart 3 × Bag");
});

test("without a cart to begin with nothing is told of the first one", async () => {
  shop.show("", "/bag.html");
  shop.watch();
  keep(2);
  dispatchEvent(new StorageEvent("storage", { key: KEY }));
  keep(3);
  dispatchEvent(new StorageEvent("storage", { key: KEY }));
  await expect.poll(() => shop.lines()).toEqual(["add_to_cart 1 × Bag"]);
});

test("Hyvä hands its cart over in an event", () => {
  shop.show("", "/bag.html");
  shop.watch();
  const handed = (qty: number): unknown =>
    dispatchEvent(
      new CustomEvent("private-content-loaded", {
        detail: {
          data: {
            cart: { items: [{ product_sku: "b", product_name: "Bag", qty, product_price_value: 18 }] },
          },
        },
      }),
    );
  handed(1);
  handed(2);
  expect(shop.lines()).toEqual(["add_to_cart 1 × Bag"]);
});
