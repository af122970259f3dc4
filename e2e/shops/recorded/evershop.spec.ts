import { describeShop } from "./describe-shop.ts";

// It declares no product to machines, but for its name in Open Graph: what there is to know stands in the visible page.
const cup = { "product.name": "Ceramic Coffee Cup - White", "product.price": 15 };

describeShop({
  name: "EverShop",
  folder: "evershop-live",
  tag: 'data-experiences="recently-viewed idle-help"',
  facts: { "product.html": cup, "product+added.dom.html": { "product.price": 15 } },
  // The manifest knows no pages of the account.
  pageTypes: { "login.html": "account" },
  seen: "product.html",
  next: ["category.html", "search.html", "cart.html"],
});
