// What was understood of a page, for the merchant and whoever keeps the theme: a part beside the tag, and in `shopkeeper read`.
import type { Item, Page } from "@shopkeeper/engine";
import { platformPageType } from "../page-type.ts";
import type { PageReading } from "../read-page.ts";
import { advise } from "./advise.ts";

/** Several dialects say different things of one field. */
export interface Conflict {
  /** As in events: `"price"`, `"item_name"`. */
  field: string;
  /** What counts, and which dialect has said it. */
  value: unknown;
  from: string;
  others: { value: unknown; from: string }[];
}

/** A page as it was read: what the {@link Page} says, where it is from, what conflicts and what is missing. */
export interface PageReport extends Page {
  /** Which dialect each field is from: `{ type: "json-ld", price: "visible" }`; `"configuration"` is the shop's own. */
  sources: Record<string, string>;
  conflicts: Conflict[];
  /** What should be there on a page of this type, and nobody says. */
  missing: string[];
  /** What to mend, a sentence each, the most important first. */
  advice: string[];
}

type Told = PageReading["readings"][number][1];

/** What a dialect says of the page's product, as far as it is that product. */
function tellingOf({ product, category, sku }: Told & { sku?: string }, page: Page): Item {
  const { item_id, item_name } = page.product ?? {};
  const isOther =
    product?.item_id &&
    item_id &&
    product.item_id !== item_id &&
    product.item_name &&
    !isAlike("item_name", product.item_name, item_name);
  return {
    ...(category && { item_category: category }),
    ...(sku && { item_id: sku }),
    ...(isOther ? {} : product),
  };
}

const plain = (value: unknown): string => `${value}`.toLowerCase().replace(/\s+/g, " ");

/** Whether two values say the same: a title goes on with the name of the shop, a category begins with those above it. */
function isAlike(field: string, one: unknown, other: unknown): boolean {
  if (one === other || plain(one) === plain(other)) return true;
  return (
    /^item_(name|category)$/.test(field) &&
    (plain(one).includes(plain(other)) || plain(other).includes(plain(one)))
  );
}

/** Fields whose differences mean something: an address or a picture has many names. */
const COMPARED = /^(item_(id|name|brand|category)|(list_)?price|currency|availability)$/;

/** What a page of a type should say, by the fields of what it is about. */
const WANTED: Partial<Record<Page["type"], [of: (page: Page) => object | undefined, fields: string[]]>> = {
  product: [
    ({ product }) => product,
    ["item_name", "item_id", "price", "currency", "availability", "image", "item_brand", "item_category"],
  ],
  category: [({ category, items }) => ({ category, items: items?.[0] && items }), ["category", "items"]],
  search: [({ searchTerm, items }) => ({ searchTerm, items: items?.[0] && items }), ["searchTerm", "items"]],
  order: [({ order }) => order, ["transaction_id", "value", "currency", "items"]],
};

/** What was read of a page, from which dialect, what conflicts, what is missing, and what to do about it. */
export function reportOn({ page, readings, sight }: PageReading): PageReport {
  const sources: Record<string, string> = {};
  const conflicts: Conflict[] = [];
  const note = (
    field: string,
    value: unknown,
    tellings: (readonly [from: string, value: unknown])[],
  ): void => {
    const told = tellings.filter(([, each]) => each !== undefined && each !== "");
    const from = (told.find(([, each]) => isAlike("", each, value)) ?? told[0])?.[0];
    sources[field] = from ?? (field === "type" ? "address" : "configuration");
    const others = told.flatMap(([name, each]) =>
      name !== from && !isAlike(field, each, value) ? { value: each, from: name } : [],
    );
    if (from && others[0] && COMPARED.test(field)) conflicts.push({ field, value, from, others });
  };
  const of = (key: keyof Told): (readonly [string, unknown])[] =>
    readings.map(([name, reading]) => [name, reading[key]] as const);

  note(
    "type",
    page.type,
    of("type").filter(([, type]) => type === page.type),
  );
  if (platformPageType(sight.document) === page.type) sources["type"] = "body";
  const tellings = readings.map(([name, reading]) => [name, tellingOf(reading, page)] as const);
  for (const [field, value] of Object.entries(page.product ?? {}))
    if (value !== undefined)
      note(
        field,
        value,
        tellings.map(([name, item]) => [name, item[field]] as const),
      );
  // What goes with a price is from where the price is.
  if (sources["on_sale"] === "configuration") sources["on_sale"] = sources["list_price"] ?? "configuration";
  for (const field of ["category", "items", "searchTerm", "order"] as const)
    if (page[field] !== undefined && !(field === "category" && page.product)) {
      const first = of(field).find(([, value]) => value !== undefined && value !== "");
      sources[field] = first?.[0] ?? "visible";
    }
  const [about, wanted] = WANTED[page.type] ?? [];
  const known = (about?.(page) ?? {}) as Record<string, unknown>;
  const missing = (wanted ?? []).filter((field) => known[field] === undefined || known[field] === "");
  const found = { ...page, sources, conflicts, missing };
  return { ...found, advice: advise(found, readings) };
}
