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
