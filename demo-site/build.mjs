import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brands, categories, products } from "./src/catalogue/index.mjs";
import { chart } from "./src/pictures/chart.mjs";
import { heroes } from "./src/pictures/heroes.mjs";
import { productPicture } from "./src/pictures/index.mjs";
import { cart, checkout, order } from "./src/templates/basket-pages.mjs";
import { category } from "./src/templates/category.mjs";
import { categoryPath, picturePath, productPath } from "./src/templates/declare.mjs";
import { favicon } from "./src/templates/favicon.mjs";
import { home } from "./src/templates/home.mjs";
import { privacy } from "./src/templates/privacy-page.mjs";
import { product } from "./src/templates/product.mjs";
import { search } from "./src/templates/search.mjs";
import { account, help, wishlist } from "./src/templates/visitor-pages.mjs";

/** Writes the whole shop to `dist`: pages, pictures, scripts. Needs Node and nothing else. */

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const TAG = "../packages/tag/dist/";

/** In this order: what comes later may overrule what came before. */
const STYLES = [
  "foundations",
  "controls",
  "masthead",
  "sections",
  "hero",
  "cards",
  "chart",
  "product",
  "forms",
  "colophon",
  "personal",
  "narrower",
];
const styleSheet = STYLES.map((name) => readFileSync(join(here, `src/styles/${name}.css`), "utf8")).join(
  "\n",
);

const files = new Map([
  ["shop.css", styleSheet],
  ["index.html", home()],
  ...categories.map((entry) => [categoryPath(entry), category(entry)]),
  ...products.map((entry) => [productPath(entry), product(entry)]),
  ["search.html", search()],
  ["cart.html", cart()],
  ["checkout.html", checkout()],
  ["order.html", order()],
  ["wishlist.html", wishlist()],
  ["account.html", account()],
  ["help.html", help()],
  ["privacy.html", privacy()],
  ["favicon.svg", favicon],
  ["images/chart.svg", chart(brands)],
  ...Object.entries(heroes()).map(([name, picture]) => [`images/hero-${name}.svg`, picture]),
  ...products.flatMap((entry) =>
    entry.colours.map((colour) => [picturePath(entry, colour), productPicture(entry.picture, colour)]),
  ),
]);

rmSync(dist, { recursive: true, force: true });
for (const [path, content] of files) {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), String(content));
}
for (const [from, to] of [
  ["src/shop", "shop"],
  ["src/shop-facts.mjs", "shop/shop-facts.js"],
  ["src/demo-bar.js", "demo-bar.js"],
  // Made by make-visits.mjs.
  ["model", "shopkeeper.model"],
]) {
  cpSync(join(here, from), join(dist, to), { recursive: true });
}

if (existsSync(join(here, TAG, "shopkeeper.js"))) cpSync(join(here, TAG), dist, { recursive: true });
else console.warn(`demo-site: ${TAG}shopkeeper.js is not built yet, so the shop remembers nobody`);

console.log(`demo-site: ${files.size} files in demo-site/dist`);
