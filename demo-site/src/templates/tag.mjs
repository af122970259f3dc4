import { html, json } from "./html.mjs";

/** All that the shop pastes into its pages to be personal: the segments that it cares about, and the tag. */

export const segments = {
  returning: "visitor.returning",
  "returning-no-cart": "visitor.returning and cart.quantity = 0",
  "window-shopper": "count(view_item) >= 4 and not did(add_to_cart)",
  "bag-lover": 'top(category) = "Bags"',
  "sale-shopper":
    "count(view_item within 30d) >= 2 and share(view_item where on_sale = true within 30d) >= 50%",
  "left-in-cart": "did(add_to_cart after purchase) and cart.quantity > 0 and not did(purchase in visit)",
  decided: "sequence(view_item, add_to_cart within 10m, begin_checkout within 1h)",
  customer: "did(purchase)",
  lapsed: "did(purchase) and since(purchase) > 90d",
  "big-spender": "sum(purchase.value within 365d) >= 500",
};

export const tag = (root) =>
  html`<script type="application/json" data-sk-config>
      ${json({ version: 1, segments, model: `${root}shopkeeper.model` })}
    </script>
    <script
      src="${root}shopkeeper.js"
      data-experiences="welcome-back recently-viewed idle-help"
      data-recently-viewed-into="#recently"
      data-recently-viewed-title="Where you were"
      data-idle-help-after="20s"
      data-idle-help-url="${root}help.html"
      data-idle-help-label="Ask Inge"
    ></script>`;
