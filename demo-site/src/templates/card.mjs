import { PICTURE } from "../pictures/index.mjs";
import { money } from "../shop-facts.mjs";
import { cardItem, isAvailable, picturePath, productPath } from "./declare.mjs";
import { html } from "./html.mjs";
import { heartIcon, starIcon } from "./icons.mjs";

export const price = (product) =>
  product.listPrice
    ? html`<span class="price price-sale"
        ><span class="visually-hidden">Now </span>${money(product.price)}
        <s><span class="visually-hidden">before </span>${money(product.listPrice)}</s></span
      >`
    : html`<span class="price">${money(product.price)}</span>`;

export const rating = (product) =>
  html`<span class="rating"
    >${starIcon}<span class="visually-hidden">Rated </span>${product.rating.toFixed(1)}
    <span class="rating-count">(${product.reviews}<span class="visually-hidden"> reviews</span>)</span></span
  >`;

const picture = ({ src, alt = "", lazy = true, ...more }) =>
  html`<img
    src="${src}"
    alt="${alt}"
    width="${PICTURE.width}"
    height="${PICTURE.height}"
    ${lazy && html`loading="lazy"`}
    ${Object.entries(more).map(([name, value]) => html`${name}="${value}" `)}decoding="async"
  />`;

export { picture as productImage };

/** A product in a list. */
export const card = (product, root, { lazy = true, level = "h3" } = {}) => {
  const heading = html`<a href="${root}${productPath(product)}" data-select="${product.id}"
    >${product.name}</a
  >`;
  return html`<li
    class="card"
    data-sk-product="${JSON.stringify(cardItem(product, root))}"
    data-price="${product.price}"
    data-rating="${product.rating}"
    data-words="${[product.name, product.brand, product.category, product.weather, product.description, ...product.details, ...product.colours.map((colour) => colour.name)].join(" ")}"
  >
    <div class="card-picture">
      ${picture({ src: root + picturePath(product), lazy })}
      ${!isAvailable(product) && html`<span class="badge">Sold out</span>`}
      ${isAvailable(product) && product.listPrice && html`<span class="badge badge-sale">−${Math.round((1 - product.price / product.listPrice) * 100)}%</span>`}
    </div>
    <p class="card-brand">${product.brand}</p>
    ${level === "h2" ? html`<h2 class="card-name">${heading}</h2>` : html`<h3 class="card-name">${heading}</h3>`}
    <p class="weather">${product.weather}</p>
    <p class="card-foot">${price(product)}${rating(product)}</p>
    ${wishButton(`Wish list: ${product.name}`)}
  </li>`;
};

/** The same card, for the tag to fill. */
export const cardTemplate = html`<template>
  <li class="card">
    <div class="card-picture">
      <img
        data-sk-field="image"
        alt=""
        width="${PICTURE.width}"
        height="${PICTURE.height}"
        loading="lazy"
        decoding="async"
      />
    </div>
    <p class="card-brand" data-sk-field="brand"></p>
    <h3 class="card-name">
      <a data-sk-field="url"><span data-sk-field="name"></span></a>
    </h3>
    <p class="card-foot">
      <span class="price"><span data-sk-field="price"></span> <s data-sk-field="list_price"></s></span>
    </p>
    ${wishButton("On the wish list")}
  </li>
</template>`;

export function wishButton(label, { text = false } = {}) {
  return html`<button
    class="wish${text ? " wish-wide" : ""}"
    type="button"
    data-sk-wish
    aria-pressed="false"
    ${!text && html`aria-label="${label}"`}
  >
    ${heartIcon}${text && html`<span>${label}</span>`}
  </button>`;
}
