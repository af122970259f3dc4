import { expect, test } from "vitest";
import { oncePerAct } from "./once-per-act.ts";

function told() {
  const names: string[] = [];
  const time = { now: 1_750_000_000_000 };
  const acts = oncePerAct(
    (name) => names.push(name),
    () => time.now,
  );
  return { ...acts, names, time };
}

const coat = { items: [{ item_id: "a", item_name: "Wool" }] };

test("a product that two dialects tell under different ids but one name is viewed once", () => {
  const { tell, names } = told();
  tell("view_item", coat);
  tell("view_item", { items: [{ item_id: "1-1", item_name: "Wool" }] });
  tell("view_item", { items: [{ item_id: "a", item_name: "Wool coat" }] });
  expect(names).toEqual(["view_item"]);
});

test("a list page is one list, whatever a plug-in calls it; elsewhere lists go by their names", () => {
  const { tell, names, newPage, time } = told();
  tell("page_view", { page_type: "category", page_path: "/coats" });
  tell("view_item_list", { item_list_name: "Coats" });
  tell("view_item_list", { item_list_name: "General Product List", ...coat });
  expect(names).toEqual(["page_view", "view_item_list"]);
  time.now += 5000;
  newPage();
  tell("page_view", { page_type: "home", page_path: "/" });
  tell("view_item_list", { item_list_name: "New" });
  tell("view_item_list", { item_list_name: "Sale" });
  tell("view_item_list", { item_list_name: "Sale" });
  expect(names.slice(2)).toEqual(["page_view", "view_item_list", "view_item_list"]);
});

test("an order counts once by its number, on whatever route", () => {
  const { tell, names } = told();
  tell("purchase", { transaction_id: "T1", ...coat });
  tell("purchase", { transaction_id: "T1" });
  tell("purchase", { transaction_id: "T2", ...coat });
  expect(names).toHaveLength(2);
});

test("what two plug-ins put into the cart at once is put there once, and may be put there again", () => {
  const { tell, names, time } = told();
  tell("add_to_cart", coat);
  time.now += 400;
  tell("add_to_cart", { items: [{ item_id: "77", item_name: "Wool" }] });
  expect(names).toHaveLength(1);
  time.now += 1001;
  tell("add_to_cart", coat);
  tell("remove_from_cart", coat);
  expect(names).toEqual(["add_to_cart", "add_to_cart", "remove_from_cart"]);
});

test("what was taken out may be put in again at once", () => {
  const { tell, names } = told();
  tell("add_to_cart", coat);
  tell("remove_from_cart", coat);
  tell("add_to_cart", coat);
  tell("remove_from_cart", coat);
  expect(names).toHaveLength(4);
});

test("two variants of a product are two acts", () => {
  const { tell, names } = told();
  tell("add_to_cart", { items: [{ item_id: "a-s", item_name: "Wool", item_variant: "S" }] });
  tell("add_to_cart", { items: [{ item_id: "a-m", item_name: "Wool", item_variant: "M" }] });
  expect(names).toHaveLength(2);
});

test("a new route may tell the same again, but not what was pushed just before it", () => {
  const { tell, names, newPage, time } = told();
  tell("view_item", coat);
  time.now += 200;
  newPage();
  tell("view_item", coat);
  expect(names).toHaveLength(1);
  time.now += 5000;
  newPage();
  tell("view_item", coat);
  expect(names).toHaveLength(2);
});

test("events of the shop's own are recorded each time", () => {
  const { tell, names } = told();
  tell("size_guide", {});
  tell("size_guide", {});
  tell("view_video", {});
  tell("view_video", {});
  expect(names).toHaveLength(4);
});

test("one add that three dialects report, under an id each, is one", () => {
  const { tell, names, time } = told();
  // A click is seen, the platform answers, and then the theme pushes to the data layer.
  tell("add_to_cart", { items: [{ item_id: "1-1", quantity: 1 }] }, "form");
  time.now += 1800;
  tell("add_to_cart", { items: [{ item_id: "demo_1", item_name: "Shirt" }] }, "platform:prestashop");
  time.now += 1200;
  tell("add_to_cart", { items: [{ item_id: "1", item_name: "Shirt", item_variant: "S" }] }, "data-layer");
  expect(names).toEqual(["add_to_cart"]);
});

test("two adds that two dialects report each are two, however late the second one is", () => {
  const { tell, names, time } = told();
  for (let click = 0; click < 2; click++) {
    tell("add_to_cart", coat, "attributes");
    time.now += 1100;
  }
  tell("add_to_cart", coat, "data-layer");
  time.now += 1100;
  tell("add_to_cart", coat, "data-layer");
  expect(names).toHaveLength(2);
});

test("an add that is confirmed late belongs to its click", () => {
  const { tell, names, time } = told();
  tell("add_to_cart", coat, "data-layer");
  const clicked = time.now;
  time.now += 9000;
  tell("add_to_cart", coat, "platform:shopify", clicked);
  expect(names).toHaveLength(1);
});

test("a page has one cart and one checkout, whoever tells it", () => {
  const { tell, names } = told();
  tell("page_view", { page_type: "cart", page_path: "/cart" });
  tell("view_cart", { items: [] }, "page");
  tell("view_cart", coat, "data-layer");
  expect(names).toEqual(["page_view", "view_cart"]);
});
