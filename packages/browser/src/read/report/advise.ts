import type { Page } from "@shopkeeper/engine";
import type { PageReading } from "../read-page.ts";
import type { PageReport } from "./page-report.ts";

/** How a dialect is called among people. */
const NAMES: Record<string, string> = {
  attributes: "Shopkeeper's own attributes",
  "json-ld": "JSON-LD",
  microdata: "microdata",
  rdfa: "RDFa",
  "data-layer": "the data layer",
  "open-graph": "Open Graph",
  address: "the address",
  body: "the body's classes",
  visible: "the visible page",
  nosto: "Nosto's tags",
  configuration: "the configuration",
};

/** @example nameOf("platform:woocommerce") // "WooCommerce's own data" */
export const nameOf = (source: string): string => {
  const [, platform] = /^platform:(.+)/.exec(source) ?? [];
  const proper = {
    woocommerce: "WooCommerce",
    prestashop: "PrestaShop",
    bigcommerce: "BigCommerce",
  } as Record<string, string>;
  return platform
    ? `${proper[platform] ?? platform[0]!.toUpperCase() + platform.slice(1)}'s own data`
    : (NAMES[source] ?? source);
};

/** Of each field: how it is called, what is the matter without it, and where it stands in a Product of schema.org. */
const FIELDS: Record<string, [name: string, without: string, path: string]> = {
  item_name: ["name", "Nothing says what the product is called.", '"name"'],
  item_id: ["id", "Nothing says by which id the product is known, so it is known by its name.", '"sku"'],
  price: ["price", "Nothing says what the product costs.", '"offers.price" (a number with a full stop)'],
  currency: [
    "currency",
    "Nothing says in which currency the price is.",
    '"offers.priceCurrency" (such as "EUR")',
  ],
  availability: [
    "availability",
    "Nothing says whether the product can be bought.",
    '"offers.availability" (https://schema.org/InStock or https://schema.org/OutOfStock)',
  ],
  image: ["picture", "Nothing says which picture is the product's.", '"image"'],
  item_brand: ["brand", "Nothing says whose brand the product is.", '"brand.name"'],
  item_category: [
    "category",
    "Nothing says which category the product is in.",
    '"category" (or a BreadcrumbList beside it)',
  ],
};

/** What is missing on other pages, and the mend. */
const ELSEWHERE: Partial<Record<Page["type"], Record<string, string>>> = {
  category: {
    category:
      "Nothing says which category this list is of. Give the page one h1 with its name, or a BreadcrumbList in JSON-LD.",
    items:
      'Nothing says which products are in this list. Add an ItemList in JSON-LD with a Product ("name", "sku", "url", "offers.price") for each card, or data-sk-product on the cards.',
  },
  search: {
    searchTerm:
      "Nothing says what was searched for. Let the address carry it as ?q=, or push a GA4 search event with search_term to the data layer.",
    items:
      "Nothing says which products were found. Add an ItemList in JSON-LD, or data-sk-product on the cards.",
  },
  order: {
    transaction_id:
      "Nothing says which order this is, so no purchase is recorded. Push a GA4 purchase event with transaction_id to the data layer, or declare an Order in JSON-LD.",
    value: "Nothing says what the order comes to. Add value to the purchase event.",
    currency: "Nothing says in which currency the order is. Add currency to the purchase event.",
    items: "Nothing says what was bought. Add items, each with item_id, to the purchase event.",
  },
};

/** Where a page says something that is easily changed by whoever changes the design. */
const WEAK = /^(visible|address|open-graph)$/;

const shown = (value: unknown): string => (typeof value === "string" ? `“${value}”` : `${String(value)}`);

/**
 * What to mend on a page, a sentence or two each, for whoever keeps the theme; the most important first.
 *
 * @example "The price stands only in the visible page. Add \"offers.price\" to the Product in JSON-LD."
 */
export function advise(
  { type, product, sources, conflicts, missing }: Omit<PageReport, "advice">,
  readings: PageReading["readings"],
): string[] {
  const advice: string[] = [];
  const says = (name: string): boolean =>
    readings.some(([each, { product: told }]) => each === name && !!told?.item_name);
  // Whoever has written one of these goes on in it.
  const home = says("json-ld")
    ? "the Product in JSON-LD"
    : says("microdata")
      ? "the Product in microdata"
      : says("rdfa")
        ? "the Product in RDFa"
        : undefined;
  const where = home ?? "a Product in JSON-LD";
  if (type === "product" && !product)
    advice.push(
      'The address says that this is a product, and nothing on the page says which. Declare a Product in JSON-LD, with "name", "sku", "image" and "offers".',
    );
  else if (type === "product" && !home && !says("attributes"))
    advice.push(
      'The page declares no product to machines. Declare a Product in JSON-LD, with "name", "sku", "image" and "offers"; search engines read it too.',
    );
  for (const { field, value, from, others } of conflicts) {
    const [name] = FIELDS[field] ?? [field.replace("_", " ")];
    const rest = others.map((other) => `${shown(other.value)} in ${nameOf(other.from)}`).join(", ");
    advice.push(
      `The ${name} is ${shown(value)} in ${nameOf(from)}, but ${rest}. Shopkeeper takes the first; ${field === "item_id" ? "use one id for a product everywhere" : "let all say the same"}.`,
    );
  }
  if (product)
    for (const [field, [name, without, path]] of Object.entries(FIELDS)) {
      const source = sources[field];
      if (missing.includes(field)) advice.push(`${without} Add ${path} to ${where}.`);
      else if (source && WEAK.test(source))
        advice.push(`The ${name} stands only in ${nameOf(source)}. Add ${path} to ${where}.`);
    }
  for (const field of missing) {
    const sentence = ELSEWHERE[type]?.[field];
    if (sentence) advice.push(sentence);
  }
  return advice;
}
