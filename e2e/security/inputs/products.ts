import type { Page } from "@playwright/test";
import { attribute, groupsOf, shopPage } from "../kit/page.ts";
import { hash } from "../../../packages/engine/src/hash.ts";
import { inScript } from "../kit/kit.ts";
import type { NumberedVector } from "../vectors/vectors.ts";
import type { Input } from "./input.ts";

const rails = `<section id=built-in data-sk-rail="recently-viewed" data-sk-limit="64"></section>
<section id=own data-sk-rail="recently-viewed" data-sk-limit="64"><template><p><a data-sk-field=url>x</a>
<img data-sk-field=image><b data-sk-field=name></b><i data-sk-field=brand></i><u data-sk-field=category></u>
<s data-sk-field=id></s></p></template></section><section data-sk-privacy></section>`;

/** Products whose every field is a vector. */
const products = (vectors: NumberedVector[]) =>
  groupsOf(vectors, 5).map((group, index) => {
    const [name = "", brand = name, category = name, url = name, image = name] = group.map(
      ({ text }) => text,
    );
    return {
      item_id: `p${index}`,
      item_name: `shown ${name}`,
      item_brand: brand,
      item_category: category,
      url,
      image,
      price: 9,
    };
  });
const page = (vectors: NumberedVector[], main = ""): string => shopPage({ main: main + rails });

/** A snapshot with other texts in it, and the sum that proves it whole: who can write it can reckon. */
function forge(text: string, change: (exchange: (found: string, by: string) => void) => void): string {
  const { check, state } = (JSON.parse(text) as { state: { check: number; state: unknown } }).state;
  const whole = JSON.stringify(state);
  const version = Array.from({ length: 100 }, (_, index) => index).find(
    (each) => hash(each + whole) === check,
  );
  if (version === undefined) throw new Error("how a snapshot is proved whole has changed");
  let changed = whole;
  change((found, by) => {
    changed = changed.split(JSON.stringify(found)).join(JSON.stringify(by));
  });
  const snapshot = JSON.parse(text) as object;
  return JSON.stringify({
    ...snapshot,
    state: { check: hash(version + changed), state: JSON.parse(changed) as unknown },
  });
}

/** Opens the page again, when what has happened is stored, and does something in it, so that what is known shows. */
const again = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.shopkeeper.track("share"));
  await page.reload();
  await page.evaluate(() => window.shopkeeper.ready);
  await page.evaluate(() => window.shopkeeper.track("share"));
};

const shown = { shown: "#own > p", least: 0.1 };

/** What a page says about products, by whichever way, and what a browser has stored of it. */
export const items: Input[] = [
  {
    name: "the data layer",
    size: 300,
    page: (vectors) => page(vectors, "<script>dataLayer = []</script>"),
    async act(page, _, vectors) {
      await page.evaluate((items) => {
        const layer = (window.dataLayer ??= []);
        for (const item of items)
          layer.push({ event: "view_item", ecommerce: { items: [item], currency: "EUR" } });
      }, products(vectors));
      await again(page);
    },
    ...shown,
  },
  {
    name: "data-sk-item",
    size: 300,
    page: (vectors) =>
      page(
        vectors,
        products(vectors)
          .map(
            (item) =>
              `<button data-sk-track=view_item data-sk-item="${attribute(JSON.stringify(item))}">x</button>`,
          )
          .join(""),
      ),
    async act(page) {
      await page.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>("button[data-sk-track]")) button.click();
      });
      await again(page);
    },
    ...shown,
  },
  {
    name: "data-sk-product",
    size: 300,
    page: (vectors) =>
      page(
        vectors,
        `<ul>${products(vectors)
          .map(
            (item) =>
              `<li data-sk-product="${attribute(JSON.stringify(item))}"><button data-sk-track=view_item>x</button></li>`,
          )
          .join("")}</ul>`,
      ),
    async act(page) {
      await page.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>("button[data-sk-track]")) button.click();
      });
      await again(page);
    },
    ...shown,
  },
  {
    name: "JSON-LD",
    // One product is a page: in the usual run a part of the vectors, else all.
    size: 5,
    page: (vectors) => {
      const [{ item_name, item_brand, item_category, url, image }] = products(vectors) as [
        ReturnType<typeof products>[0],
      ];
      const product = {
        "@type": "Product",
        sku: "p",
        name: item_name,
        brand: item_brand,
        category: item_category,
      };
      return shopPage({
        head: `<script type="application/ld+json">${inScript({
          ...product,
          url,
          image,
          offers: { price: 9, priceCurrency: "EUR" },
        })}</script>`,
        main: `<p data-sk-text="shown {product.name|} {product.brand|} {page.category|}">?</p>${rails}`,
      });
    },
    act: async (page) => {
      await page.evaluate(() => window.shopkeeper.ready);
    },
    shown: "p",
    least: 0.1,
  },
  {
    name: "rows of IndexedDB",
    size: 300,
    page,
    async act(page, _, vectors) {
      await page.evaluate(() => window.shopkeeper.track("share"));
      await page.evaluate(async (items) => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open("shopkeeper");
          request.addEventListener("success", () => resolve(request.result));
        });
        const transaction = database.transaction("events", "readwrite");
        for (const item of items)
          transaction.objectStore("events").add({
            id: item.item_brand + item.item_id,
            event: { name: "view_item", ts: Date.now(), visit: 1, page_path: item.url, items: [item] },
          });
        await new Promise((resolve) => transaction.addEventListener("complete", resolve));
        database.close();
      }, products(vectors));
      await again(page);
    },
    ...shown,
  },
  {
    name: "the snapshot in localStorage",
    size: 200,
    page,
    async act(page, shop, vectors) {
      const address = page.url();
      const all = products(vectors);
      await page.evaluate(async (items) => {
        for (const index of items.keys())
          await window.shopkeeper.track("view_item", {
            items: [
              {
                id: `p${index}`,
                name: `n${index}.`,
                brand: `b${index}.`,
                url: `/u${index}.`,
                image: `/i${index}.`,
              },
            ],
          });
      }, all);
      // The texts in it are exchanged for the vectors as they stand, for nobody has cleaned them.
      shop.put("/plain", { body: "<!doctype html>" });
      await page.goto(`${shop.address}/plain`);
      const text = await page.evaluate(() => localStorage.getItem("shopkeeper.snapshot")!);
      const forged = forge(text, (exchange) => {
        for (const [index, item] of all.entries()) {
          exchange(`n${index}.`, item.item_name);
          exchange(`b${index}.`, item.item_brand);
          exchange(`${shop.address}/u${index}.`, item.url);
          exchange(`${shop.address}/i${index}.`, item.image);
        }
      });
      await page.evaluate((text) => localStorage.setItem("shopkeeper.snapshot", text), forged);
      await page.goto(address);
    },
    ...shown,
  },
];
