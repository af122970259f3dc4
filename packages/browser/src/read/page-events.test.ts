import { expect, test } from "vitest";
import { pageEvents } from "./page-events.ts";

const page = { path: "/x", title: "X" };

test("every page is viewed, the first of a visit with where it came from", () => {
  expect(pageEvents({ ...page, type: "other" }, { source: "google", medium: "search" })).toEqual([
    {
      name: "page_view",
      parameters: {
        page_type: "other",
        page_path: "/x",
        page_title: "X",
        source: "google",
        medium: "search",
      },
    },
  ]);
});

test("a product, a list, a search and an order are told by their own events", () => {
  const product = { item_id: "a", price: 9, currency: "EUR" };
  expect(pageEvents({ ...page, type: "product", product })[1]).toEqual({
    name: "view_item",
    parameters: { currency: "EUR", value: 9, items: [product] },
  });
  expect(pageEvents({ ...page, type: "category", category: "Coats", items: [product] })[1]).toEqual({
    name: "view_item_list",
    parameters: { item_list_name: "Coats", item_category: "Coats", items: [product] },
  });
  expect(pageEvents({ ...page, type: "search", searchTerm: "cup" })[1]).toEqual({
    name: "search",
    parameters: { search_term: "cup" },
  });
  expect(pageEvents({ ...page, type: "order", order: { transaction_id: "7", value: 3 } })[1]).toEqual({
    name: "purchase",
    parameters: { transaction_id: "7", value: 3 },
  });
});

test("a product page of which nothing is known is a page view", () => {
  expect(pageEvents({ ...page, type: "product" })).toHaveLength(1);
});

test("the path of an order or an account is told without the key that opens it", () => {
  const path = "/orders/3fa85f64-5717-4562-b3fc-2c963f66afa6/status";
  const told = (type: "order" | "other" | "product") =>
    pageEvents({ ...page, type, path })[0]!.parameters.page_path;
  expect([told("order"), told("other")]).toEqual(["/orders/*/status", "/orders/*/status"]);
  expect(told("product")).toBe(path);
});

test.each(["account", "order", "checkout"] as const)(
  "the title of a page of the type %s is not told: it may greet somebody by name",
  (type) => {
    const [view] = pageEvents({ ...page, type, title: "Welcome back, Ada Lovelace" });
    expect(JSON.stringify(view)).not.toContain("Ada");
  },
);
