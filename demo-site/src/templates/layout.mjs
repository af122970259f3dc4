import { categories } from "../catalogue/index.mjs";
import { money, shop } from "../shop-facts.mjs";
import { categoryPath } from "./declare.mjs";
import { html, json } from "./html.mjs";
import { basketIcon, heartIcon, personIcon, searchIcon, wordmark } from "./icons.mjs";
import { tag } from "./tag.mjs";

/**
 * A whole page.
 *
 * @param page.kind What the shop calls this kind of page; a class of the body, as shops do.
 * @param page.root The way to the root of the site, such as `../`: every address is relative, so the shop works in any folder.
 * @param page.schemas What it declares as JSON-LD.
 * @param page.event What it reports to the `dataLayer` on arrival, as `{ event, ecommerce }`.
 */
export const layout = ({ kind, title, description, root = "", schemas = [], event, content, current }) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <script src="${root}demo-bar.js"></script>
        ${tag(root)}
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f2f5f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1c23" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="${root}favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${root}shop.css" />
        <script type="module" src="${root}shop/shop.js"></script>
        ${schemas.map(
          (schema) =>
            html`<script type="application/ld+json">
              ${json(schema)}
            </script> `,
        )}
        ${
          event &&
          html`<script type="application/json" id="page-event">
            ${json(event)}
          </script>`
        }
      </head>
      <body class="page-${kind}" data-page="${kind}" data-root="${root}">
        <a class="skip" href="#main">To the content</a>
        <demo-bar></demo-bar>
        ${header(root, current)}
        <main id="main" tabindex="-1">${content}</main>
        ${footer(root)}
        <div class="toast" role="status" aria-live="polite" data-toast></div>
      </body>
    </html> `;

const header = (root, current) =>
  html`<header class="masthead">
    <div class="notice">
      <p class="notice-line" data-sk-slot="notice">
        <template data-sk-when='segment("lapsed")'
          ><span>It has been a while. The coffee is still on the house.</span></template
        >
        <template data-sk-when='segment("big-spender")'
          ><span>For good friends of the house: delivery is on us today.</span></template
        >
        <template data-sk-when='segment("sale-shopper")'
          ><span
            >The ebb sale: <a href="${root}index.html#ebb">a few good things for less</a>.</span
          ></template
        >
        <span>Free delivery over ${money(shop.freeDeliveryFrom)} · 60 days to change your mind</span>
      </p>
      <p
        class="greeting"
        data-sk-when="visitor.returning"
        data-sk-text="Welcome back, {profile.name|friend}"
        hidden
      ></p>
    </div>
    <div class="masthead-row">
      <a class="home-link" href="${root}index.html" aria-label="${shop.name}, home">${wordmark}</a>
      <nav class="categories" aria-label="Categories">
        <ul>
          ${categories.map(
            (category) =>
              html`<li>
                <a
                  href="${root}${categoryPath(category)}"
                  ${current === category.id && html`aria-current="page"`}
                  >${category.name}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
      <form class="search" role="search" action="${root}search.html">
        <label class="visually-hidden" for="q">Search the shop</label>
        <input id="q" name="q" type="search" placeholder="wool, rain, mugs" autocomplete="off" />
        <button class="icon-button" type="submit" aria-label="Search">${searchIcon}</button>
      </form>
      <ul class="tools">
        <li><a class="icon-button" href="${root}wishlist.html" aria-label="Wish list">${heartIcon}</a></li>
        <li>
          <a class="icon-button" href="${root}account.html" aria-label="Account and privacy">${personIcon}</a>
        </li>
        <li>
          <a class="icon-button" href="${root}cart.html" aria-label="Basket" data-basket-link
            >${basketIcon}<span class="count" data-basket-count hidden></span
          ></a>
        </li>
      </ul>
    </div>
  </header>`;

const footer = (root) =>
  html`<footer class="colophon">
    <div class="colophon-row">
      <section aria-labelledby="letters">
        <h2 id="letters">Letters from the point</h2>
        <p>Four a year, with the tides. Yours stays in this page: nothing here is sent.</p>
        <form class="letter" data-letter data-sk-track="sign_up">
          <label for="letter-address">Your e-mail</label>
          <div class="joined">
            <input id="letter-address" name="email" type="email" autocomplete="email" required />
            <button type="submit">Write to me</button>
          </div>
        </form>
      </section>
      <nav aria-label="Shop">
        <h2>Shop</h2>
        <ul>
          ${categories.map((category) => html`<li><a href="${root}${categoryPath(category)}">${category.name}</a></li>`)}
          <li><a href="${root}index.html#ebb">The ebb sale</a></li>
        </ul>
      </nav>
      <nav aria-label="Help">
        <h2>Help</h2>
        <ul>
          <li><a href="${root}help.html">Questions</a></li>
          <li><a href="${root}help.html#returns">Sending things back</a></li>
          <li><a href="${root}wishlist.html">Wish list</a></li>
          <li><a href="${root}privacy.html">About your data</a></li>
        </ul>
      </nav>
      <section aria-labelledby="invented">
        <h2 id="invented">An invented shop</h2>
        <p>
          Halvø does not exist, and nothing is sold. The pages, the makers and every picture were made for
          this demonstration. What it remembers of you stays in this browser.
        </p>
      </section>
    </div>
    <div class="colophon-mark">${wordmark}</div>
  </footer>`;
