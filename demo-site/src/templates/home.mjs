import { brands, categories, products } from "../catalogue/index.mjs";
import { CHART } from "../pictures/chart.mjs";
import { WIDE } from "../pictures/scenery.mjs";
import { card, cardTemplate } from "./card.mjs";
import { analyticsItem, categoryPath, itemListSchema, shopSchema } from "./declare.mjs";
import { html } from "./html.mjs";
import { layout } from "./layout.mjs";

const PICKS = [
  "skipper-jumper",
  "tov-rolltop",
  "morgen-mug",
  "sti-hiking-boot",
  "byge-raincoat",
  "fyr-table-lamp",
  "faerge-weekender",
  "gaard-clog",
];

export function home() {
  const picks = PICKS.map((id) => products.find((product) => product.id === id));
  const reduced = products.filter((product) => product.listPrice);
  return layout({
    kind: "home",
    title: "Halvø — things for going out, and for coming in",
    description: "Coats, knitwear, bags, stoneware and shoes from nine makers on one windy peninsula.",
    schemas: [shopSchema(), itemListSchema("This week, off the point", picks, "")],
    event: {
      event: "view_item_list",
      ecommerce: {
        item_list_id: "picks",
        item_list_name: "This week, off the point",
        items: picks.map((product, index) => analyticsItem(product, { index })),
      },
    },
    content: html`
      <div class="hero-place" data-sk-slot="hero">
        ${categories.map(
          (category) =>
            html`<template data-sk-when="${`top(category) = "${category.name}"`}"
              >${categoryHero(category)}</template
            >`,
        )}
        ${hero({
          picture: "halvo",
          headline: "Out in it. Home from it.",
          text: "Nine makers on one windy peninsula, and the things they would not do without.",
          links: [
            [categoryPath(categories[0]), "Dress for the weather"],
            ["#makers", "See the chart"],
          ],
          heading: "h1",
        })}
      </div>

      <aside class="reminder" data-sk-when='segment("left-in-cart")' hidden>
        <p>
          <strong>Your basket kept.</strong> <span data-sk-text="Things still in it: {cart.quantity}."></span>
        </p>
        <a class="button" href="cart.html">To the basket</a>
      </aside>

      <section class="band" aria-labelledby="rooms">
        <h2 id="rooms" class="visually-hidden">Categories</h2>
        <ul class="rooms">
          ${categories.map(
            (category) =>
              html`<li class="room">
                <img
                  src="images/hero-${category.id}.svg"
                  alt=""
                  width="${WIDE.width}"
                  height="${WIDE.height}"
                  loading="lazy"
                  decoding="async"
                />
                <h3><a href="${categoryPath(category)}">${category.name}</a></h3>
                <p>${products.filter((product) => product.category === category.id).length} things</p>
              </li>`,
          )}
        </ul>
      </section>

      <section class="band" data-sk-when="did(view_item)" aria-labelledby="seen" hidden>
        <h2 id="seen">Where you were</h2>
        <ul class="shelf" data-sk-rail="recently-viewed" data-sk-limit="8" data-sk-min="1">
          ${cardTemplate}
          <li class="shelf-empty">What you look at will wait here.</li>
        </ul>
      </section>

      <section class="band" data-sk-when="count(view_item) >= 3" aria-labelledby="for-you" hidden>
        <h2 id="for-you">Carried down for you</h2>
        <ul class="shelf" data-sk-rail="for-you" data-sk-limit="8" data-sk-min="3">
          ${cardTemplate}
          <li class="shelf-empty">Look at a few things, and something will be put here.</li>
        </ul>
      </section>

      <section class="band" aria-labelledby="picks">
        <h2 id="picks">This week, off the point</h2>
        <p class="lede">Wind from the west, backing. Showers, then bright.</p>
        <ul class="grid" data-list="picks">
          ${picks.map((product) => card(product, ""))}
        </ul>
      </section>

      <section class="chart" id="makers" aria-labelledby="makers-title">
        <div class="chart-words">
          <h2 id="makers-title">Nine makers, a day’s walk</h2>
          <p>
            Everything here is made between the bog and the lighthouse. The path is about nineteen kilometres;
            take a coat.
          </p>
          <dl class="makers">
            ${Object.entries(brands).map(
              ([name, { does }]) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>${does}</dd>
                </div>`,
            )}
          </dl>
        </div>
        <img
          class="chart-picture"
          src="images/chart.svg"
          alt="A sea chart of the peninsula, with the nine makers marked along a footpath."
          width="${CHART.width}"
          height="${CHART.height}"
          loading="lazy"
          decoding="async"
        />
      </section>

      <section class="band" id="ebb" aria-labelledby="ebb-title">
        <h2 id="ebb-title">The ebb sale</h2>
        <p class="lede">When the water goes out, some prices go with it.</p>
        <ul class="shelf" data-list="ebb" tabindex="0" aria-labelledby="ebb-title">
          ${reduced.map((product) => card(product, ""))}
        </ul>
      </section>
    `,
  });
}

const categoryHero = (category) =>
  hero({
    picture: category.id,
    headline: category.headline,
    text: category.blurb,
    links: [[categoryPath(category), category.name]],
    heading: "h1",
  });

/** The wide picture with words in its quiet corner; every hero fills the same box. */
export const hero = ({ picture, headline, text, links = [], heading = "h1", root = "", crumbs }) =>
  html`<div class="hero">
    <img
      src="${root}images/hero-${picture}.svg"
      alt=""
      width="${WIDE.width}"
      height="${WIDE.height}"
      fetchpriority="high"
    />
    <div class="hero-words">
      ${crumbs} ${heading === "h1" ? html`<h1>${headline}</h1>` : html`<h2>${headline}</h2>`}
      <p>${text}</p>
      ${links.length > 0 && html`<p class="hero-links">${links.map(([href, label], at) => html`<a class="${at === 0 ? "button" : "quiet-link"}" href="${href}">${label}</a>`)}</p>`}
    </div>
  </div>`;
