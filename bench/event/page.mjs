/** What a shop with some segments and the four ready-made experiences has. */
const configuration = {
  version: 1,
  segments: {
    fan: 'top(category) = "Shoes"',
    looking: "count(view_item within 7d) >= 3",
    "big-spender": "sum(purchase.value within 365d) >= 500",
    lapsed: "did(purchase) and since(purchase) > 90d",
    "left-in-cart": "did(add_to_cart after purchase) and not did(purchase in visit)",
    "sale-shopper": "share(view_item where on_sale = true within 30d) >= 50%",
    decided: "sequence(view_item, add_to_cart within 10m, begin_checkout within 1h)",
    returning: "visitor.returning and cart.quantity = 0",
  },
};

/** A page with the tag, and the storage libraries beside it. */
export const eventPage = (libraries) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,"><script type="application/json" data-sk-config>${JSON.stringify(
    configuration,
  )}</script><script src="/shopkeeper.js" data-consent="granted" data-experiences="welcome-back recently-viewed idle-help cart-reminder" data-recently-viewed-into="#rail"></script>${libraries
    .map((path) => `<script src="${path}"></script>`)
    .join(
      "",
    )}</head><body><h1>Shop</h1><section id="rail"></section><script src="/ways.js"></script></body></html>`;
