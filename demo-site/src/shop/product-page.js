import { add } from "./basket.js";
import { about, report } from "./data-layer.js";
import { toast } from "./toast.js";

export function productPage() {
  const form = document.querySelector("[data-buy]");
  const product = JSON.parse(form.querySelector("[data-product]").textContent);
  const picture = document.querySelector("[data-picture]");
  const chosen = (name) => form.elements[name]?.value;

  for (const radio of form.querySelectorAll("[name=colour]")) {
    radio.addEventListener("change", () => {
      picture.src = document.body.dataset.root + product.pictures[radio.value];
      picture.alt = `${product.item.item_name}, ${radio.value}`;
      form.querySelector("[data-colour-name]").value = radio.value;
    });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = {
      item: { ...product.item, item_variant: [chosen("colour"), chosen("size")].filter(Boolean).join(", ") },
      quantity: 1,
      path: product.path,
      picture: product.pictures[chosen("colour")],
    };
    add(line);
    report("add_to_cart", about([line]));
    toast(`${product.item.item_name} is in the basket.`, {
      label: "See the basket",
      href: `${document.body.dataset.root}cart.html`,
    });
  });
}
