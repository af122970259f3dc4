import type { Item } from "@shopkeeper/engine";
import { cleanItem, cleanParameters, listOf, type Fields } from "../clean-item.ts";
import { fillIn, isSame } from "../fill-in.ts";
import { guarded } from "../guarded.ts";
import { parseJson } from "../parse-json.ts";
import { queryAll } from "../query.ts";
import { jsonLdItem } from "./json-ld-item.ts";
import type { Dialect, Reading } from "./reading.ts";

/** schema.org's words in `<script type="application/ld+json">`. */
export const readJsonLd: Dialect = ({ document, base, location }) => {
  const reading: Reading = {};
  const products: Item[] = [];
  let crumbs: Item[] = [];

  const itemsOf = (node: Fields): Item[] =>
    listOf(node.itemListElement).map(({ item, name, url, ...element }) =>
      fillIn(jsonLdItem(item ?? element, base), cleanItem({ name, url: url ?? item }, base))!,
    );

  const visit = (raw: unknown, depth: number): void => {
    for (const node of depth ? listOf(raw) : []) {
      // A text or several, with schema.org's address before it or not.
      const is = (types: RegExp): boolean => types.test(node["@type"]);
      // What is inside a product is about another one, or about a variant.
      if (is(/\bProduct(Group)?\b/)) {
        const item = jsonLdItem(node, base);
        const same = products.findIndex((other) => isSame(other, item));
        const other = products[same];
        // Told twice, or once for each size: one that can be bought speaks for all.
        if (!other) products.push(item);
        else products[same] = /Out/.test(other.availability!) ? fillIn(item, other)! : fillIn(other, item)!;
      } else if (is(/BreadcrumbList/)) crumbs = itemsOf(node);
      else if (is(/ItemList/)) reading.items ??= itemsOf(node);
      else if (is(/\bOrder\b/)) {
        reading.type = "order";
        reading.order = cleanParameters(
          {
            transaction_id: node.orderNumber,
            value: node.price,
            currency: node.priceCurrency,
            items: [node.acceptedOffer, node.orderedItem]
              .flatMap(listOf)
              .map((sold) => jsonLdItem(sold.itemOffered ?? sold.orderedItem ?? sold, base)),
          },
          base,
        ) as Reading["order"];
      } else {
        if (is(/SearchResultsPage/)) reading.type = "search";
        visit([node["@graph"], node.mainEntity, node.breadcrumb].flat(), depth - 1);
      }
    }
  };
  for (const script of queryAll(document, 'script[type*="ld+json"]'))
    guarded(visit)(parseJson(script.textContent), 6);

  // Several products of equal rank are a list, unless one of them is where we are.
  const product = products[1]
    ? products.find((item) => item.url && new URL(item.url).pathname === location.pathname)
    : products[0];
  if (products[1] && !product) reading.items = products;
  const isList = reading.items?.some((item) => item.item_id ?? item.price);
  // The first crumb is the shop, the last one of a product page the product.
  const category = crumbs
    .slice(1)
    .map((crumb) => crumb.item_name)
    .filter((name) => name !== product?.item_name)
    .at(-1);
  return { type: product ? "product" : isList ? "category" : undefined, category, product, ...reading };
};
