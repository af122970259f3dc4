import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Item } from "@shopkeeper/engine";
import { formatOf } from "../../../report/read-files.ts";
import { headOf } from "../file-form.ts";
import type { BadRows } from "../read-events.ts";
import { merchantTsv } from "./merchant-tsv.ts";
import { merchantXml } from "./merchant-xml.ts";
import { readMerchantProduct } from "./merchant.ts";
import { readOwnProduct } from "./own.ts";
import type { Product, ReadProduct } from "./product.ts";
import { readShopifyProduct } from "./shopify.ts";
import { readWooCommerceProduct } from "./woocommerce.ts";

type Records = Record<string, unknown>[];

/** What became of a catalogue's products. */
export interface CatalogRead {
  products: Product[];
  bad: BadRows[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How the products of a list are written, by what the first ones have. */
function readerOf(records: Records): ReadProduct {
  const has = (field: string): boolean =>
    records.slice(0, 20).some((record) => isObject(record) && field in record);
  if (has("item_id")) return readOwnProduct;
  if (has("prices") || has("permalink")) return readWooCommerceProduct;
  if (has("variants") || has("handle")) return readShopifyProduct;
  if (has("image_link") || has("link")) return (record) => readMerchantProduct(record);
  throw new Error(
    "its products are of no form that is known: expected those of Shopify's /products.json, of WooCommerce's Store API, or with \"item_id\"",
  );
}

/** The list in a file of JSON, wherever it is usual. */
function listIn(text: string): Records {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const lines = text.split("\n").filter((line) => line.trim());
    try {
      // The first lines of a file of lines.
      lines.slice(0, 2).forEach((line) => JSON.parse(line));
    } catch {
      throw new Error(`no JSON (${(error as Error).message})`, { cause: error });
    }
    return lines.map((line) => {
      try {
        return JSON.parse(line) as Record<string, unknown>;
      } catch {
        return { line };
      }
    });
  }
  const list = isObject(value) ? (value.products ?? value.items ?? value.catalog) : value;
  if (!Array.isArray(list)) throw new Error('expected a list of products, or "products" or "items" with one');
  return list as Records;
}

const isText = (text: string): boolean => text.startsWith("<");

async function* recordsOf(file: string): AsyncGenerator<{ records: Records; read: ReadProduct }> {
  const format = await formatOf(file);
  if (format === "parquet")
    throw new Error("a catalogue as Parquet is not read: export it as a feed, or as JSON");
  const isGzip = format === "gzip";
  const head = await headOf(file, isGzip);
  if (!head) throw new Error("it is empty");
  const read: ReadProduct = (record) => readMerchantProduct(record);
  if (isText(head)) {
    for await (const records of merchantXml(file, isGzip)) yield { records, read };
    return;
  }
  const bytes = readFileSync(file);
  const text = (isGzip ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
  if (/^[[{]/.test(head)) {
    const records = listIn(text);
    yield { records, read: records.length ? readerOf(records) : read };
  } else yield { records: merchantTsv(text), read };
}

/** Reads a catalogue. What is wrong with a product is counted and told, and the others are read. */
export async function readCatalog(files: string[]): Promise<CatalogRead> {
  const products: Product[] = [];
  const bad = new Map<string, BadRows>();
  for (const file of files) {
    let row = 0;
    const complain = (message: string, example: string): void => {
      const key = `${file}\n${message.split(":")[0]}`;
      const found = bad.get(key);
      if (found) found.count++;
      else bad.set(key, { file, count: 1, message, row, example: example.slice(0, 500) });
    };
    try {
      for await (const { records, read } of recordsOf(file))
        for (const record of records) {
          row++;
          try {
            if (!isObject(record)) throw new Error("no product");
            const product = read(record);
            products.push(product);
            if (product.problem !== undefined) complain(product.problem, JSON.stringify(record));
          } catch (error) {
            complain((error as Error).message, JSON.stringify(record));
          }
        }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "ENOENT") throw new Error(`${file}: there is no such file`, { cause: error });
      if (!row) throw new Error(`${file}: ${message}`, { cause: error });
      row++;
      complain(`the file ends here, in the middle (${message}): make it again`, "");
    }
  }
  return { products, bad: [...bad.values()] };
}

/** The cards of a catalogue, and by which of its fields events call its products. */
export interface Cards {
  cards: Item[];
  field: string;
  /** How many of the products in events have a card. */
  matched: number;
}

/**
 * Gives products the ids that events call them by.
 *
 * @param wanted The ids in events.
 * @param asked The field that is named by whoever calls; else the one that most events know.
 */
export function cardsOf(products: Product[], wanted: ReadonlySet<string>, asked?: string): Cards {
  const fields = [...new Set(products.flatMap(({ ids }) => Object.keys(ids)))];
  if (asked !== undefined && products.length && !fields.includes(asked))
    throw new Error(`--item-id ${asked}: the catalogue has ${fields.join(", ")}`);
  const matchedBy = (field: string): number =>
    new Set(products.flatMap(({ ids }) => (ids[field] ?? []).filter((id) => wanted.has(id)))).size;
  let best = { field: asked ?? fields[0] ?? "item_id", matched: -1 };
  for (const field of asked === undefined ? fields : [asked]) {
    const matched = matchedBy(field);
    if (matched > best.matched) best = { field, matched };
  }
  const cards = new Map<string, Item>();
  for (const { item, ids } of products)
    for (const id of ids[best.field] ?? []) if (!cards.has(id)) cards.set(id, { item_id: id, ...item });
  return { cards: [...cards.values()], field: best.field, matched: Math.max(0, best.matched) };
}
