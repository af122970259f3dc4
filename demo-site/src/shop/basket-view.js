import { sums } from "./basket.js";
import { money } from "./shop-facts.js";

/** Draws lines and their sums into a page, from the page's own templates. */

const root = document.body.dataset.root;

/** One line as an element; `fill` names what goes where. */
function lineElement(line) {
  const element = document.querySelector("template[data-line]").content.firstElementChild.cloneNode(true);
  const { item, quantity } = line;
  const text = {
    brand: item.item_brand,
    name: element.querySelector("[data-quantity]") ? item.item_name : `${quantity} × ${item.item_name}`,
    link: item.item_name,
    variant: item.item_variant,
    price: money(item.price * quantity),
  };
  for (const place of element.querySelectorAll("[data-fill]")) {
    const what = place.dataset.fill;
    if (what === "picture") place.src = root + line.picture;
    else place.textContent = text[what] ?? "";
    if (what === "link") place.href = root + line.path;
  }
  return element;
}

/**
 * Shows the lines, or that there are none.
 *
 * @param lines What to show.
 * @param wire Called with each element and its line, to listen to its controls.
 */
export function showLines(lines, wire = () => {}) {
  const elements = lines.map((line) => {
    const element = lineElement(line);
    wire(element, line);
    return element;
  });
  document.querySelector("[data-lines]").replaceChildren(...elements);
  const some = lines.length > 0;
  for (const part of document.querySelectorAll("[data-nothing]")) part.hidden = some;
  for (const part of document.querySelectorAll("[data-summary], [data-checkout]")) part.hidden = !some;
  for (const [name, amount] of Object.entries(sums(lines))) {
    for (const place of document.querySelectorAll(`[data-sum="${name}"]`)) {
      place.textContent = name === "delivery" && amount === 0 ? "free" : money(amount);
    }
  }
}
