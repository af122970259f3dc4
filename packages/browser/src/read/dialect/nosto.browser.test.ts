import { afterEach, expect, test } from "vitest";
import { readPage } from "../read-page.ts";
import { readNosto } from "./nosto.ts";

const home = location.href;
afterEach(() => {
  document.body.innerHTML = "";
  history.replaceState(null, "", home);
});

const span = (name: string, text: string): string => `<span class="${name}">${text}</span>`;
const page = (html: string, path: string) => {
  history.replaceState(null, "", path);
  document.body.innerHTML = `<div style="display:none">${html}</div>`;
  return readPage(document, [], {}, [["nosto", readNosto]]);
};

test("a product is read from hidden tags, its category by its last name", () => {
  const product = [
    span("product_id", "902"),
    span("name", "Wool &amp; silk"),
    span("url", "/wool"),
    span("image_url", "/wool.jpg"),
    span("availability", "InStock"),
    span("price", "999.50"),
    span("list_price", "1200.00"),
    span("price_currency_code", "USD"),
    span("category", "/Mens/Jackets/Ski Jackets"),
    span("category", "/Sale"),
    span("brand", "Nordlicht"),
  ].join("");
  expect(
    page(`<div class="nosto_page_type">product</div><div class="nosto_product">${product}</div>`, "/x"),
  ).toMatchObject({
    type: "product",
    product: {
      item_id: "902",
      item_name: "Wool & silk",
      item_brand: "Nordlicht",
      item_category: "Ski Jackets",
      price: 999.5,
      list_price: 1200,
      on_sale: true,
      currency: "USD",
      availability: "InStock",
    },
  });
});

test("a cart and an order are read, and nothing of who bought", () => {
  const line = `<div class="line_item">${span("product_id", "1")}${span("quantity", "2")}${span("name", "Mug")}${span("unit_price", "8.00")}${span("price_currency_code", "EUR")}</div>`;
  expect(page(`<div class="nosto_cart">${line}</div>`, "/cart").cart).toMatchObject({
    items: [{ item_id: "1", item_name: "Mug", quantity: 2, price: 8 }],
  });
  const order = page(
    `<div class="nosto_page_type">order</div><div class="nosto_purchase_order">${span("order_number", "M-17")}
     <div class="buyer">${span("email", "ada@example.test")}${span("first_name", "Ada")}</div>
     <div class="purchased_items">${line}</div></div>`,
    "/done",
  );
  expect(order).toMatchObject({
    type: "order",
    order: { transaction_id: "M-17", value: 16, currency: "EUR", items: [{ item_name: "Mug" }] },
  });
  expect(JSON.stringify(order)).not.toMatch(/ada/i);
});

test.for([
  ["front", "home"],
  ["search", "search"],
  ["post-purchase", "order"],
  ["notfound", "other"],
])("a page of the kind %s is %s", ([kind, type]) => {
  expect(page(`<div class="nosto_page_type">${kind}</div>`, "/x").type).toBe(type);
});

test("categories and searches are read", () => {
  const list = `<div class="nosto_page_type">category</div><div class="nosto_category">/Mens/Jackets</div>`;
  expect(page(list, "/x")).toMatchObject({ type: "category", category: "Jackets" });
  const search = `<div class="nosto_page_type">search</div><div class="nosto_search_term">green shoes</div>`;
  expect(page(search, "/x")).toMatchObject({ type: "search", searchTerm: "green shoes" });
});
