import { describeShop } from "./describe-shop.ts";

describeShop({
  name: "PrestaShop",
  folder: "prestashop-classic-smarty",
  tag: 'data-experiences="recently-viewed idle-help"',
  seen: "product-discount.html",
  next: ["product-entities-outofstock.html", "category.html"],
});
