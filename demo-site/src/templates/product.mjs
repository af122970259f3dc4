import { brands, categoryOf, products } from "../catalogue/index.mjs";
import { money, shop } from "../shop-facts.mjs";
import { card, cardTemplate, price, productImage, rating, wishButton } from "./card.mjs";
import {
  analyticsItem,
  breadcrumbSchema,
  categoryPath,
  isAvailable,
  picturePath,
  productPath,
  productSchema,
} from "./declare.mjs";
import { html, json } from "./html.mjs";
import { layout } from "./layout.mjs";
import { breadcrumbs, recently } from "./parts.mjs";

const ROOT = "../";

export function product(entry) {
  const category = categoryOf(entry);
  const trail = [
    ["Halvø", "index.html"],
    [category.name, categoryPath(category)],
    [entry.name, productPath(entry)],
  ];
  return layout({
    kind: "product",
    root: ROOT,
    current: category.id,
    title: `${entry.name} by ${entry.brand} — Halvø`,
    description: `${entry.weather}. ${entry.description}`,
    schemas: [productSchema(entry, ROOT), breadcrumbSchema(trail, ROOT)],
    event: {
      event: "view_item",
      ecommerce: { currency: shop.currency, value: entry.price, items: [analyticsItem(entry)] },
    },
    content: html`
      <div class="product">
        ${breadcrumbs(trail, ROOT)}
        <div class="product-picture">
          ${productImage({ src: ROOT + picturePath(entry), alt: `${entry.name}, ${entry.colours[0].name}`, lazy: false, fetchpriority: "high", "data-picture": "" })}
        </div>
        <div class="product-words">
          <p class="card-brand">${entry.brand} <span>· ${brands[entry.brand].does}</span></p>
          <h1>${entry.name}</h1>
          <p class="weather">${entry.weather}</p>
          <p class="product-price">${price(entry)} ${rating(entry)}</p>
          <form class="buy" data-buy>
            <script type="application/json" data-product>
              ${json(forTheBasket(entry))}
            </script>
            <fieldset class="swatches">
              <legend>Colour: <output data-colour-name>${entry.colours[0].name}</output></legend>
              ${entry.colours.map(
                (colour, at) =>
                  html`<label class="swatch">
                    <input type="radio" name="colour" value="${colour.name}" ${at === 0 && html`checked`} />
                    <span>${productImage({ src: ROOT + picturePath(entry, colour) })}</span>
                    <span class="visually-hidden">${colour.name}</span>
                  </label>`,
              )}
            </fieldset>
            ${
              entry.sizes &&
              html`<fieldset class="sizes">
                <legend>Size</legend>
                ${entry.sizes.map(
                  (size) =>
                    html`<label class="size"
                      ><input type="radio" name="size" value="${size}" required /><span>${size}</span></label
                    >`,
                )}
              </fieldset>`
            }
            <div class="buy-row">
              ${
                isAvailable(entry)
                  ? html`<button class="button button-large" type="submit">Put in the basket</button>`
                  : html`<button class="button button-large" type="submit" disabled>
                      Sold out, back with the tide
                    </button>`
              }
              ${wishButton("Wish list", { text: true })}
            </div>
          </form>
          <p class="promise">
            ${entry.price >= shop.freeDeliveryFrom ? "Delivery is free." : `Delivery is ${money(shop.delivery)}, free over ${money(shop.freeDeliveryFrom)}.`}
            With you in three days, unless the ferry says otherwise.
          </p>
          <div class="prose">
            <p>${entry.description}</p>
            <ul class="details">
              ${entry.details.map((detail) => html`<li>${detail}</li>`)}
            </ul>
          </div>
        </div>
      </div>
      <section class="band" aria-labelledby="with">
        <h2 id="with">Goes with it</h2>
        <ul class="grid" data-list="goes-with" data-sk-rail="similar" data-sk-limit="4" data-sk-min="4">
          ${cardTemplate} ${goesWith(entry).map((other) => card(other, ROOT))}
        </ul>
      </section>
      ${recently}
    `,
  });
}

/** One thing of each other category, and one more of this one: never the same four twice in a row. */
function goesWith(entry) {
  const start = products.indexOf(entry);
  const inTurn = [...products.slice(start + 1), ...products.slice(0, start)].filter(isAvailable);
  const others = [...new Set(inTurn.map((other) => other.category))]
    .filter((category) => category !== entry.category)
    .map((category, at) => inTurn.filter((other) => other.category === category)[(start + at) % 5]);
  return [inTurn.find((other) => other.category === entry.category), ...others];
}

/** What the basket keeps of a product; paths are from the root, so that every page can use them. */
const forTheBasket = (entry) => ({
  item: analyticsItem(entry),
  path: productPath(entry),
  pictures: Object.fromEntries(entry.colours.map((colour) => [colour.name, picturePath(entry, colour)])),
});
