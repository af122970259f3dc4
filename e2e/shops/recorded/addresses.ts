/** Where pages stand that were recorded without their address: as their platform would have it. */
export const addresses: Record<string, string> = {
  "bigcommerce-cornerstone/home.html": "https://shop.example/",
  "bigcommerce-cornerstone/category.html": "https://shop.example/garden/",
  "bigcommerce-cornerstone/product-simple.html": "https://shop.example/smith-journal-13/",
  "bigcommerce-cornerstone/product-range-outofstock.html": "https://shop.example/able-brewing-system/",
  "bigcommerce-cornerstone/search.html": "https://shop.example/search.php?search_query=journal",
  "bigcommerce-cornerstone/cart.html": "https://shop.example/cart.php",
  "bigcommerce-cornerstone/order-confirmation.html": "https://shop.example/checkout/order-confirmation/104",

  "prestashop-classic-smarty/home.html": "https://shop.example/en/",
  "prestashop-classic-smarty/category.html": "https://shop.example/en/4-men",
  "prestashop-classic-smarty/product-discount.html":
    "https://shop.example/en/men/1-1-hummingbird-printed-t-shirt.html",
  "prestashop-classic-smarty/product-entities-outofstock.html":
    "https://shop.example/en/home-accessories/6-mug-the-best-is-yet-to-come-spoon.html",
  "prestashop-classic-smarty/search.html": "https://shop.example/en/search?s=mug",
  "prestashop-classic-smarty/cart.html": "https://shop.example/en/cart?action=show",
  "prestashop-classic-smarty/order-confirmation.html":
    "https://shop.example/en/order-confirmation?id_cart=6&id_order=6",

  "woocommerce-live-ga4w/product-after-add-POST.html": "http://127.0.0.1:8801/product/t-shirt/",
  "woocommerce-live-ga4w/shop+ajax.dom.html": "http://127.0.0.1:8801/shop/",
};
