import { pictureOf } from "../kit/picture.mjs";

// A shop's home page: a header, a hero of 1200×360 and 48 cards, some 16 kB. The hero of a returning visitor is a
// little taller, so that one which comes late moves the page as well.

/**
 * What the browser tells of one load; `swapped` is when the new hero entered the document, `painted` comes true when it
 * is seen, `first` when anything is.
 */
const probe = `<script>(() => {
  const seen = (window.seen = { element: [], "layout-shift": [], paint: [] });
  const told = {};
  seen.first = new Promise((resolve) => (told["first-contentful-paint"] = resolve));
  seen.painted = new Promise((resolve) => (told.returning = resolve));
  for (const type of ["element", "layout-shift", "paint"])
    new PerformanceObserver((list) => {
      for (const { name, identifier, renderTime, startTime, value } of list.getEntries()) {
        seen[type].push({ name: identifier || name, at: renderTime || startTime, value });
        told[identifier || name]?.();
      }
    }).observe({ type, buffered: true });
  new MutationObserver((_, observer) => {
    const hero = document.querySelector("[data-hero=returning]");
    if (!hero) return;
    seen.swapped = performance.now();
    observer.disconnect();
    // Who cleans HTML takes it off.
    const heading = hero.querySelector("h1");
    if (heading && !heading.hasAttribute("elementtiming")) heading.setAttribute("elementtiming", "returning");
  }).observe(document, { childList: true, subtree: true });
})()</script>`;

/** The colours by which frames are told apart. */
export const colors = { original: "#d01010", returning: "#107010" };

const style = `<style>
  * { box-sizing: border-box }
  body { margin: 0; font: 16px/1.4 sans-serif }
  header { height: 64px; padding: 20px; background: #222; color: #fff }
  #hero, .grid { width: 1200px; margin: 0 auto }
  [data-hero] { position: relative }
  [data-hero=original] { background: ${colors.original} }
  [data-hero=returning] { background: ${colors.returning} }
  [data-hero] img { display: block; width: 1200px; height: 360px }
  [data-hero] h1 { position: absolute; left: 40px; bottom: 40px; margin: 0; color: #fff; font-size: 44px }
  .strip { height: 48px; padding: 12px; background: #ffd54f }
  .grid { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; padding: 24px 0 }
  article { min-height: 220px; padding: 12px; border: 1px solid #ddd }
</style>`;

const originalHero = `<div data-hero="original"><img src="/original.png" width="1200" height="360" alt="" elementtiming="original picture"><h1 elementtiming="original">Autumn is here</h1></div>`;

/** The hero that a returning visitor is to see. */
export const returningHero = `<div data-hero="returning"><div class="strip">Welcome back</div><img src="/returning.png" width="1200" height="360" alt="" elementtiming="returning picture"><h1 elementtiming="returning">More shoes for you</h1></div>`;

const picture = (color) => ({ type: "image/png", body: pictureOf(color, { width: 1200, height: 360 }) });

/** 60 kB each. Until one of them is there its place has its colour. */
export const pictures = {
  "/original.png": picture(colors.original),
  "/returning.png": picture(colors.returning),
};

/** A value as it may stand in a script of a page. */
export const inScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

const card = (_, number) =>
  `<article><h3>Product number ${number}</h3><p>$${(9.9 + number * 3.7).toFixed(2)}</p><a href="/products/${number}">View details of product ${number}</a><p>Soft, durable and made to last. Free returns within thirty days of delivery, for members and for guests.</p></article>`;

/**
 * The page with a contestant in it.
 *
 * @param {{ head?: string, slot?: string, template?: string }} contestant `head`: what its instructions say to paste;
 *   `slot`: attributes of the hero; `template`: what stands before the original hero; `above`: what stands before
 *   the hero's element.
 */
export const homePage = ({ head = "", slot = "", template = "", above = "" }) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">${probe}${style}${head}</head><body><header>Shop</header><main>${above}<section id="hero"${slot}>${template}${originalHero}</section><section class="grid">${Array.from({ length: 48 }, card).join("\n")}</section></main><footer>Imprint</footer></body></html>`;

/** A page that a visitor looked at before: it says what it is as shops do, and has the same tag. */
export const productPage = ({ head = "" }, number) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shoe ${number}</title><link rel="icon" href="data:,">${head}</head><body><h1>Shoe ${number}</h1><script type="application/ld+json">${JSON.stringify(
    {
      "@context": "https://schema.org",
      "@type": "Product",
      sku: `shoe-${number}`,
      name: `Shoe ${number}`,
      category: "Shoes",
      offers: { "@type": "Offer", price: 80 + number, priceCurrency: "EUR" },
    },
  )}</script></body></html>`;
