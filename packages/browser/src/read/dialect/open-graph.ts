import { cleanItem, cleanUrl } from "../clean-item.ts";
import { query } from "../query.ts";
import type { Dialect } from "./reading.ts";

const lastWord = (url: string): string | undefined => /([^/]*)\/?$/.exec(new URL(url).pathname)![1];

/**
 * Open Graph's name, picture and address, and what its words for products say: price, brand, availability, id. Not its
 * `og:type`, which reads "website" on products and "product" on lists.
 *
 * A single-page app keeps the head of its first page: what is about another address says nothing about this one.
 * `/collections/coats/products/wool` is the same as its canonical `/products/wool`.
 */
export const readOpenGraph: Dialect = ({ document, base, location }) => {
  const content = (property: string): string | null | undefined =>
    query(document, `meta[property$="${property}"],meta[name$="${property}"]`)?.getAttribute("content");
  const sale = content(":sale_price:amount");
  const url = cleanUrl(
    content("og:url") ?? query(document, "link[rel=canonical]")?.getAttribute("href"),
    base,
  );
  return url && lastWord(url) === lastWord(location.href)
    ? {
        product: cleanItem(
          {
            url,
            name: content("og:title"),
            image: content("og:image"),
            id: content(":retailer_item_id"),
            brand: content("product:brand"),
            availability: content(":availability"),
            price: sale ?? content(":price:amount"),
            list_price: sale && content(":price:amount"),
            currency: content(":price:currency"),
          },
          base,
        ),
      }
    : {};
};
