import { products } from "../catalogue/index.mjs";
import { card } from "./card.mjs";
import { html } from "./html.mjs";
import { layout } from "./layout.mjs";

/** Every card is in the page; the script hides what was not asked for. Without it, the page lists all. */
export const search = () =>
  layout({
    kind: "search",
    title: "Search — Halvø",
    description: "Search the shop.",
    content: html`
      <section class="band page-head">
        <h1 data-search-title>Everything we have</h1>
        <p class="lede" role="status" data-search-count>${products.length} things</p>
      </section>
      <section class="band tall" aria-label="Results">
        <ul class="grid" data-list="search" data-results>
          ${products.map((product) => card(product, "", { level: "h2" }))}
        </ul>
        <div class="nothing" data-nothing hidden>
          <p>
            Nothing washed up for that. Try <a href="search.html?q=wool">wool</a>,
            <a href="search.html?q=rain">rain</a> or <a href="search.html?q=coffee">coffee</a>.
          </p>
        </div>
      </section>
    `,
  });
