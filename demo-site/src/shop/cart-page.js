import { lines, setQuantity } from "./basket.js";
import { showLines } from "./basket-view.js";
import { about, asItem, report } from "./data-layer.js";
import { shop } from "./shop-facts.js";
import { toast } from "./toast.js";

export function cartPage() {
  show();
  report("view_cart", about(lines()));
  addEventListener("storage", show);
}

const show = () => showLines(lines(), wire);

function wire(element, line) {
  const quantity = element.querySelector("[data-quantity]");
  quantity.value = line.quantity;
  quantity.setAttribute("aria-label", `Quantity of ${line.item.item_name}`);
  quantity.addEventListener("change", () =>
    change(line, Math.max(0, Math.min(20, Math.round(quantity.valueAsNumber || 0)))),
  );

  const remove = element.querySelector("[data-remove]");
  remove.setAttribute("aria-label", `Remove ${line.item.item_name}`);
  remove.addEventListener("click", () => change(line, 0));
}

/** Changes a line, tells the analytics by how much, and puts the focus where it was. */
function change(line, quantity) {
  const difference = quantity - line.quantity;
  const at = lines().findIndex(
    (other) => other.item.item_id === line.item.item_id && other.item.item_variant === line.item.item_variant,
  );
  setQuantity(line, quantity);
  show();
  if (difference !== 0) {
    const many = Math.abs(difference);
    report(difference > 0 ? "add_to_cart" : "remove_from_cart", {
      currency: shop.currency,
      value: line.item.price * many,
      items: [{ ...asItem(line), quantity: many }],
    });
  }
  const controls = document.querySelectorAll("[data-quantity]");
  const next = controls[Math.min(at, controls.length - 1)] ?? document.getElementById("main");
  next.focus();
  toast(quantity === 0 ? `${line.item.item_name} is out of the basket.` : "The basket is up to date.");
}
