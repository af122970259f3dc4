import { empty, lines } from "./basket.js";
import { showLines } from "./basket-view.js";
import { about, report } from "./data-layer.js";
import { keepOrder } from "./orders.js";

export function checkoutPage() {
  const bought = lines();
  showLines(bought);
  if (bought.length === 0) return;
  report("begin_checkout", about(bought));

  document.querySelector("[data-checkout]").addEventListener("submit", (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    keepOrder({ lines: lines(), name: String(form.get("given-name")).trim() });
    empty();
    location.href = "order.html";
  });
}
