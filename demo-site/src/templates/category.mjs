import { products } from "../catalogue/index.mjs";
import { card } from "./card.mjs";
import { analyticsItem, breadcrumbSchema, categoryPath, itemListSchema } from "./declare.mjs";
import { hero } from "./home.mjs";
import { html } from "./html.mjs";
import { layout } from "./layout.mjs";
import { breadcrumbs, recently } from "./parts.mjs";

const ROOT = "../";

export function category(entry) {
  const listed = products.filter((product) => product.category === entry.id);
  const trail = [
    ["Halvø", "index.html"],
    [entry.name, categoryPath(entry)],
  ];
  return layout({
    kind: "category",
    root: ROOT,
    current: entry.id,
    title: `${entry.name} — Halvø`,
    description: entry.blurb,
    schemas: [breadcrumbSchema(trail, ROOT), itemListSchema(entry.name, listed, ROOT)],
    event: {
      event: "view_item_list",
      ecommerce: {
        item_list_id: entry.id,
        item_list_name: entry.name,
        items: listed.map((product, index) =>
          analyticsItem(product, { index, item_list_id: entry.id, item_list_name: entry.name }),
        ),
      },
    },
    content: html`
      <div class="hero-place hero-low">
        ${hero({ picture: entry.id, headline: entry.name, text: entry.blurb, root: ROOT, crumbs: breadcrumbs(trail, ROOT) })}
      </div>
      <section class="band" aria-label="${entry.name}">
        <form class="list-tools" data-sort>
          <p>${listed.length} things</p>
          <div>
            <label for="sort">Sort by</label>
            <select id="sort" name="sort">
              <option value="">our order</option>
              <option value="price">price, low first</option>
              <option value="-price">price, high first</option>
              <option value="-rating">best rated</option>
            </select>
          </div>
        </form>
        <ul class="grid" data-list="${entry.id}">
          ${listed.map((product, at) => card(product, ROOT, { lazy: at > 3, level: "h2" }))}
        </ul>
      </section>
      ${recently}
    `,
  });
}
