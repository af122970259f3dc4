import type { PageType } from "@shopkeeper/engine";
import { query, queryAll } from "./query.ts";

// Kinds of page and their words, in the id and classes of a body and in addresses alike; the first counts.
// An order's page also has the words of its checkout, `/collections/coats/products/wool` those of a list.
const WORDS: [type: PageType, words: string][] = [
  ["order", "(order|checkout)-?(received|confirmation|complete)|(onepage|checkout)[- ]success|thank[-_]?you"],
  ["cart", "cart|basket|bag|warenkorb|panier|carr(ito|ello)"],
  ["checkout", "checkouts?|kasse|commande"],
  ["search", "search|suche|recherche"],
  ["home", "home|index|stencil-default"],
  // A blog of WordPress has categories too.
  ["other", "error404|(page)?notfound|cms-noroute|archive category"],
  ["product", "product|item"],
  [
    "category",
    "categor(y|ies)|products|collections?|shop|inventory|catalog|brand|tax-product_\\S+|post-type-archive-product",
  ],
  ["account", "account\\S*|login|register"],
];

/** @param words With a space around each, for `cart-open` is no cart. Platforms add what they like before and behind. */
const typeOf = (words: string): PageType | undefined =>
  WORDS.find(([, known]) =>
    new RegExp(
      ` ((page|template|woocommerce|single|catalog|checkout|customer|cms|my|shopping|inventory|product|stencil)-?)*(${known})(-?(view|page|index|results?|step-\\w+))* `,
    ).test(words),
  )?.[0];

/**
 * What kind of page an address tells, for as long as there is nothing else to go by.
 *
 * @example guessPageType(new URL("https://shop.example/checkout/order-received/47/")) // "order"
 */
export function guessPageType({ pathname, search }: { pathname: string; search: string }): PageType {
  const path = pathname.toLowerCase();
  return /[?&](s|search|search_query)=/.test(search)
    ? "search"
    : /^\/([a-z]{2}([-_][a-z]{2})?\/?)?$/.test(path)
      ? "home"
      : (typeOf(
          `${path
            .replace(/\.\w+$/, "")
            // Names of their own: eBay's `itm`, osCommerce's `product_info`; John Lewis ends with `/p4781720`.
            .replace(/\/((products?|prod|pd?|dp|ite?m|listing|product_info)\/[^/]+|p\d{5,}$)/, " product")
            .replace(/\//g, " ")} `,
        ) ?? "other");
}

/** What kind of page a platform's own words on the body tell. */
export function platformPageType(document: Document): PageType | undefined {
  const body = query(document, "body");
  let words = ` ${body?.id} ${body?.className} `;
  // BigCommerce says it to its script only.
  for (const { textContent } of queryAll(document, "script:not([src])"))
    words += ` stencil-${/stencilBootstrap\("(\w+)/.exec(textContent)?.[1]} `;
  return typeOf(words.toLowerCase().replace(/\s+/g, " "));
}
