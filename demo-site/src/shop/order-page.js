import { sums } from "./basket.js";
import { showLines } from "./basket-view.js";
import { about, report } from "./data-layer.js";
import { lastOrder } from "./orders.js";

const THREE_DAYS = 3 * 24 * 60 * 60 * 1000;

export function orderPage() {
  const order = lastOrder();
  if (!order) return;
  const { number, placed, name, lines } = order;
  showLines(lines);
  const day = new Date(placed + THREE_DAYS).toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  document.querySelector("[data-order-title]").textContent = name ? `Thank you, ${name}` : "Thank you";
  document.querySelector("[data-order-words]").textContent =
    `It goes on the ferry tonight, and should be with you on ${day}.`;
  document.querySelector("[data-order-number]").textContent = number;

  // Reported on every view of this page, as most shops do: whoever listens counts a transaction once.
  const { total, delivery } = sums(lines);
  report("purchase", { ...about(lines), transaction_id: number, value: total, shipping: delivery });
}
