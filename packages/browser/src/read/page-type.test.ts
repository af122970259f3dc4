import { expect, test } from "vitest";
import { guessPageType, platformPageType } from "./page-type.ts";

test.for([
  ["/", "home"],
  ["/en/", "home"],
  ["/de-at", "home"],
  ["/index.html", "home"],
  ["/?s=hoodie&post_type=product", "search"],
  ["/search?q=cup", "search"],
  ["/catalogsearch/result/?q=cup", "search"],
  ["/search.php?search_query=cup", "search"],
  ["/cart", "cart"],
  ["/cart.html", "cart"],
  ["/shopping-cart/", "cart"],
  ["/checkout/cart/", "cart"],
  ["/checkout/", "checkout"],
  ["/checkout-step-one.html", "checkout"],
  ["/checkout/order-received/47/?key=x", "order"],
  ["/checkout/onepage/success/", "order"],
  ["/checkout-complete.html", "order"],
  ["/thank-you", "order"],
  ["/my-account/orders/", "account"],
  ["/customer/account/", "account"],
  ["/login", "account"],
  ["/product/beanie/", "product"],
  ["/collections/coats/products/wool", "product"],
  ["/p/work-benches/top", "product"],
  ["/Lighting-Fixture/dp/B07G2L3JMM", "product"],
  ["/inventory-item.html?id=4", "product"],
  ["/collections/coats", "category"],
  ["/product-category/clothing/hoodies/", "category"],
  ["/shop/page/2/", "category"],
  ["/products", "category"],
  ["/inventory.html", "category"],
  ["/blog/cart-tips", "other"],
  ["/cart-covers", "other"],
  ["/search-lights/led", "other"],
  ["/about", "other"],
  ["/checkouts/c/1f2e/thank_you", "order"],
  ["/warenkorb", "cart"],
  ["/fr/panier?action=show", "cart"],
  ["/itm/302474151804", "product"],
  ["/google-nest-mini/chalk/p4781720", "product"],
  ["/shop/prod/crib-mattress/418295.htm", "product"],
  ["/p12", "other"],
])("%s is %s", ([path, type]) => {
  expect(guessPageType(new URL(path!, "https://shop.example"))).toBe(type);
});

/** A document of which nothing but the body's words is there. */
const bodyOf = (id: string, className: string): Document =>
  Object.create({
    querySelectorAll: (selector: string) => (selector == "body" ? [{ id, className }] : []),
  }) as Document;

// Tokens count, not their parts: an open drawer makes no cart of a page.
test.for([
  ["", "cart-open", undefined],
  ["", "no-products", undefined],
  ["", "search-lights", undefined],
  ["", "template-product", "product"],
  ["", "woocommerce-checkout woocommerce-page woocommerce-order-received", "order"],
  ["", "archive search post-type-archive-product woocommerce-shop", "search"],
  ["", "archive category category-news", "other"],
  ["checkout", "lang-en page-order", "checkout"],
  ["", "catalogsearch-result-index page-layout-2columns-left", "search"],
  ["", "checkout-cart-index", "cart"],
  ["", "checkout-index-index", "checkout"],
  ["", "checkout-onepage-success", "order"],
  ["", "customer-account-login", "account"],
  ["", "cms-noroute-index", "other"],
  ["", "cms-index-index", "home"],
  ["", "cms-page-view", undefined],
])("a body #%s .%s is %s", ([id, className, type]) => {
  expect(platformPageType(bodyOf(id!, className!))).toBe(type);
});
