import { describeShop } from "./describe-shop.ts";

describeShop({
  name: "BigCommerce",
  folder: "bigcommerce-cornerstone",
  // Cornerstone has no <main> but on its lists.
  tag: 'data-experiences="recently-viewed idle-help" data-recently-viewed-into="#main-content"',
  // "$200.00 - $300.00": only `minPrice` and `maxPrice` in its offer.
  facts: { "product-range-outofstock.html": { "product.price": 200 } },
  seen: "product-simple.html",
  next: ["product-range-outofstock.html", "category.html"],
});
