import type { Item } from "@shopkeeper/engine";
import { cleanItem, cleanParameters, fieldsOf, listOf, type Fields } from "../clean-item.ts";
import { plainText } from "../clean-text.ts";
import { fillIn, isSame } from "../fill-in.ts";
import { guarded } from "../guarded.ts";
import { queryAll } from "../query.ts";
import { linkNodes } from "./link-nodes.ts";
import type { Reading, Sight } from "./reading.ts";
import { schemaItem } from "./schema-item.ts";

/** The order of an `Order`, whose items are sold by offers or stand in lines with a quantity. */
function orderOf(node: Fields, base: string): Reading["order"] {
  const total = { ...listOf(node.totalPaymentDue)[0], ...node };
  return cleanParameters(
    {
      transaction_id: node.orderNumber ?? node.confirmationNumber,
      value: total.price,
      currency: total.priceCurrency,
      items: [node.acceptedOffer, node.orderedItem].flatMap(listOf).map((sold) => ({
        ...schemaItem({ offers: sold, ...(sold.itemOffered ?? sold.orderedItem ?? sold) }, base),
        quantity: sold.orderQuantity ?? fieldsOf(sold.eligibleQuantity).value,
      })),
    },
    base,
  ) as Reading["order"];
}

/** A product told twice, or once for each size: one that can be bought speaks for all, and none of their ids for it. */
function asOne(one: Item, other: Item): Item {
  const [speaker, more] = /Out/.test(one.availability!) ? [other, one] : [one, other];
  const { item_id, ...merged } = fillIn(speaker, more)!;
  const isSize = one.item_variant ?? (one.item_id && other.item_id && one.item_id != other.item_id);
  return {
    ...merged,
    ...(isSize ? { item_variant: speaker.item_id ?? speaker.item_variant } : item_id && { item_id }),
  };
}

/** Products of equal rank are a list, unless one of them is where we are, is what the page is headed by, or has the only price. */
function thePage(
  told: Item[],
  sold: Item | undefined,
  document: Document,
  location: URL,
): Pick<Reading, "product" | "items"> {
  const products: Item[] = [];
  for (const item of told) {
    const same = products.findIndex((other) => isSame(other, item));
    const other = products[same];
    if (other) products[same] = asOne(other, item);
    else products.push(item);
  }
  if (!products[1]) return { product: products[0] ?? (sold?.price ? sold : undefined) };
  const headings = queryAll(document, "h1").map(({ textContent }) => plainText(textContent));
  const [priced, another] = products.filter((item) => item.price);
  const product =
    products.find((item) => item.url && new URL(item.url).pathname === location.pathname) ??
    products.find((item) => headings.includes(item.item_name!)) ??
    (another ? undefined : priced);
  return product ? { product } : { items: products };
}

/** Products that are looked at on one page at most. */
const MOST = 200;

/** Where a page's node has what the page is about. */
const WITHIN = ["@graph", "mainEntity", "breadcrumb", "referencesOrder"];

/**
 * What schema.org's words say about a page, in whichever syntax they stand: JSON-LD's, or nodes like its that
 * `markup-nodes.ts` makes of microdata and RDFa.
 */
export function readSchemaOrg(roots: unknown[], { document, base, location }: Sight): Reading {
  const reading: Reading = {};
  const products = new Map<Fields, Item>();
  /** What has an offer and is not called a product: a ticket, a book. */
  let sold: Item | undefined;
  let crumbs: Item[] = [];
  const seen = new Set<unknown>();
  const here = location.origin + location.pathname + location.search;

  const itemsOf = (node: Fields): Item[] =>
    listOf(node.itemListElement)
      .slice(0, 99)
      .map(({ item, name, url, ...element }) =>
        fillIn(
          schemaItem(item ?? element.itemOffered ?? element, base),
          cleanItem({ name, url: url ?? item?.["@id"] ?? item }, base),
        )!,
      );

  const visit = (raw: unknown, depth: number): void => {
    for (const node of depth ? listOf(raw) : []) {
      if (seen.has(node) || products.size >= MOST) continue;
      seen.add(node);
      // A text or several, with schema.org's address before it or not, and not always in its case.
      const is = (types: RegExp): boolean => types.test(node["@type"]);
      if (is(/\b(Individual|Some)?Product(Group|Model|s)?\b|\bVehicle|\bCar\b/i))
        // What is inside a product is about another one, or about a variant.
        products.set(node, schemaItem(node, base, here));
      else if (is(/BreadcrumbList/)) crumbs = itemsOf(node);
      else if (is(/ItemList|OfferCatalog/)) reading.items ??= itemsOf(node);
      else if (is(/\bOrder\b/)) {
        reading.type = "order";
        reading.order ??= orderOf(node, base);
      } else {
        if (is(/SearchResultsPage/)) reading.type = "search";
        if (node.offers ?? node.itemOffered)
          sold ??= schemaItem({ offers: node, ...node, ...fieldsOf(node.itemOffered) }, base, here);
        for (const key of WITHIN) visit(node[key], depth - 1);
      }
    }
  };
  guarded(linkNodes)(roots);
  for (const root of roots) guarded(visit)(root, 6);

  // Said beside its group, as a graph says it.
  for (const [node] of products) for (const variant of listOf(node.hasVariant)) products.delete(variant);
  const { product, items } = thePage([...products.values()], sold, document, location);
  if (items) reading.items = items;
  const isList = reading.items?.some((item) => item.item_id ?? item.price);
  // The first crumb is the shop, the last one of a product page the product.
  const category = crumbs
    .slice(1)
    .map((crumb) => crumb.item_name)
    .filter((name) => name !== product?.item_name)
    .at(-1);
  return {
    type: product ? "product" : isList ? "category" : undefined,
    category,
    product,
    sku: product?.item_variant,
    ...reading,
  };
}
