import { afterEach, beforeEach, expect, test } from "vitest";
import { platform as bigcommerce } from "../platform/bigcommerce.ts";
import { fakeShop, type FakeShop } from "../../../test/fake-shop.ts";

const home = location.href;
let shop: FakeShop;
const stay = (event: Event): void => event.preventDefault();

const mug = `<script type="application/ld+json">${JSON.stringify({ "@type": "Product", name: "Mug", sku: "mug", offers: { price: 8, priceCurrency: "EUR" } })}</script>`;
const sign = (count: string): string =>
  `<a class="header-cart" href="/cart">Cart <span class="cart-count">${count}</span></a>`;
const page = `${sign("")}${mug}<h1>Mug</h1><form method="post" action="/there"><input name="qty" value="2"><button>Add to cart</button></form>`;

beforeEach(() => {
  shop = fakeShop();
  addEventListener("click", stay);
  addEventListener("submit", stay);
});
afterEach(() => {
  removeEventListener("click", stay);
  removeEventListener("submit", stay);
  shop.close();
  history.replaceState(null, "", home);
});
const button = (): HTMLButtonElement => document.querySelector("button")!;
const count = (text: string): unknown => (document.querySelector(".cart-count")!.textContent = text);

test("a click that nothing follows is no add, and what follows without one is none either", () => {
  shop.show(page, "/product/mug");
  shop.watch();
  shop.answer("/api/cart/mine/items");
  button().click();
  shop.answer("/api/reviews");
  expect(shop.told).toEqual([]);
});

test("the counter beside the cart's sign speaks for an add, and for a removal", async () => {
  shop.show(`${page}<button id="out">Remove</button>`, "/product/mug");
  shop.watch();
  button().click();
  count("2");
  await expect.poll(() => shop.lines()).toEqual(["add_to_cart 2 × Mug"]);
  document.querySelector<HTMLElement>("#out")!.click();
  count("");
  await expect.poll(() => shop.lines()[1]).toMatch(/^remove_from_cart \d × Mug$/);
});

test.for(["disabled", 'aria-disabled="true"', 'class="disabled"'])(
  "a button that is %s adds nothing",
  async (state) => {
    shop.show(page.replace("<button", `<button ${state}`), "/product/mug");
    shop.watch();
    button().dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    shop.answer("/cart");
    expect(shop.told).toEqual([]);
  },
);

test("what the shop has marked itself is left to its mark", () => {
  shop.show(page.replace("<button", '<button data-sk-track="add_to_cart"'), "/product/mug");
  shop.watch();
  button().click();
  shop.answer("/cart/add");
  expect(shop.told).toEqual([]);
});

test("a form that leads to another page is told there, with when it was posted", async () => {
  removeEventListener("submit", stay);
  // A frame takes it, so that this page stays.
  shop.show(
    `<iframe name="away" hidden></iframe>${page.replace("<form", '<form target="away"')}`,
    "/product/mug",
  );
  shop.watch();
  removeEventListener("click", stay);
  button().click();
  await expect.poll(() => sessionStorage.getItem("shopkeeper.act")).toContain("Mug");
  expect(shop.told).toEqual([]);
  shop.leave();

  shop.show(sign("2"), "/cart");
  shop.watch();
  expect(shop.lines()).toEqual(["add_to_cart 2 × Mug"]);
  expect(shop.times[0]).toBeLessThanOrEqual(Date.now());
  expect(sessionStorage.getItem("shopkeeper.act")).toBeNull();
});

test("of what was posted the next page may say that it was refused", () => {
  const note = { name: "add_to_cart", items: [{ item_name: "Mug" }], at: Date.now(), count: 0, sure: true };
  const come = (html: string, more = {}): string[] => {
    sessionStorage.setItem("shopkeeper.act", JSON.stringify({ ...note, ...more }));
    shop.show(html, "/cart");
    shop.watch();
    shop.leave();
    return shop.lines();
  };
  expect(come('<p class="alert-danger">Sold out</p>')).toEqual([]);
  expect(come("", { at: Date.now() - 60 * 60_000 })).toEqual([]);
  // Left while the shop had not answered yet: its counter has to speak.
  expect(come(sign("0"), { sure: false })).toEqual([]);
  expect(come("", { sure: false })).toEqual([]);
  expect(come(sign("1"), { sure: false })).toEqual(["add_to_cart 1 × Mug"]);
});

test("where nothing may be kept, what leads away is told at once", async () => {
  removeEventListener("submit", stay);
  shop.show(
    `<iframe name="away" hidden></iframe>${page.replace("<form", '<form target="away"')}`,
    "/product/mug",
  );
  shop.watch({ keeps: () => false });
  removeEventListener("click", stay);
  button().click();
  await expect.poll(() => shop.lines()).toEqual(["add_to_cart 2 × Mug"]);
  expect(sessionStorage.getItem("shopkeeper.act")).toBeNull();
});

test("a custom element's own event tells an add", () => {
  shop.show("<shop-detail></shop-detail>", "/detail/mug");
  shop.watch();
  const detail = { item: { name: "mug", title: "Mug", price: 8 }, quantity: 3 };
  document
    .querySelector("shop-detail")!
    .dispatchEvent(new CustomEvent("add-cart-item", { bubbles: true, detail }));
  document.dispatchEvent(new CustomEvent("add-to-cart", { detail: "now" }));
  expect(shop.told).toMatchObject([["add_to_cart", { value: 24, items: [{ quantity: 3 }] }]]);
});

test("which product of a list is chosen is told with its place, also into a new tab", () => {
  const items = {
    "@type": "ItemList",
    itemListElement: [
      { name: "Cup", url: "/cup" },
      { name: "Mug", url: "/mug" },
    ],
  };
  shop.show(
    `<script type="application/ld+json">${JSON.stringify(items)}</script><h1>Cups</h1><a href="/mug#reviews"><b>Mug</b></a><a href="/help">Help</a>`,
    "/collections/cups",
  );
  shop.watch();
  document.querySelector("b")!.click();
  document.querySelectorAll("a")[1]!.click();
  expect(shop.told).toMatchObject([["select_item", { items: [{ item_name: "Mug", index: 1 }] }]]);
});

test("BigCommerce's answers say nothing of a refusal: its counter does", async () => {
  shop.close();
  shop = fakeShop(bigcommerce);
  shop.show(page.replace("<form", "<form data-cart-item-add"), "/mug/");
  document.body.className = "product";
  shop.watch();
  button().click();
  shop.answer("/remote/v1/cart/add");
  expect(shop.told).toEqual([]);
  count("2");
  await expect.poll(() => shop.lines()).toEqual(["add_to_cart 2 × Mug"]);
});
