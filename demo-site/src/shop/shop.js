import { showCount } from "./basket.js";
import { cartPage } from "./cart-page.js";
import { checkoutPage } from "./checkout-page.js";
import { report } from "./data-layer.js";
import { lists } from "./lists.js";
import { orderPage } from "./order-page.js";
import { productPage } from "./product-page.js";
import { searchPage } from "./search-page.js";
import { toast } from "./toast.js";

/** The shop's own script: what every page does, then what this one does. */

const pages = {
  product: productPage,
  search: searchPage,
  cart: cartPage,
  checkout: checkoutPage,
  order: orderPage,
};

const onArrival = document.getElementById("page-event");
if (onArrival) {
  const { event, ecommerce } = JSON.parse(onArrival.textContent);
  report(event, ecommerce);
}

showCount();
addEventListener("storage", showCount);
lists();
forms();
pages[document.body.dataset.page]?.();
document.querySelector("details:target")?.setAttribute("open", "");

/** Forms that would be sent to somebody, if there were somebody. */
function forms() {
  const thanks = {
    "[data-letter]": "Thank you. The next one comes with the spring tide.",
    "[data-ask]": "Thank you. Inge answers on Thursdays.",
    "[data-quiet-form]": undefined,
  };
  for (const [selector, words] of Object.entries(thanks)) {
    for (const form of document.querySelectorAll(selector)) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!words) return;
        form.reset();
        toast(words);
      });
    }
  }
}
