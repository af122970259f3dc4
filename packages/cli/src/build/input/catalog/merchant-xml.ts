import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { SaxesParser } from "saxes";

/** Elements that hold a product: of RSS, and of Atom. */
const PRODUCTS = new Set(["item", "entry"]);

const bare = (name: string): string => name.replace(/^g:/, "");

/**
 * The products of a feed as RSS or Atom, each with its attributes as texts, without ever holding all of it.
 *
 * @throws Where it is not well-formed, with line and column. What came before has been given.
 */
export async function* merchantXml(file: string, isGzip: boolean): AsyncGenerator<Record<string, string>[]> {
  const source = createReadStream(file);
  const bytes = isGzip ? source.pipe(createGunzip()) : source;
  source.on("error", (error) => bytes.destroy(error));
  const parser = new SaxesParser();
  let products: Record<string, string>[] = [];
  let product: Record<string, string> | undefined;
  let depth = 0;
  let text = "";
  parser.on("opentag", ({ name, attributes }) => {
    if (product) depth++;
    else if (PRODUCTS.has(name)) [product, depth] = [{}, 0];
    text = "";
    // Atom's link is empty but for its attribute.
    if (product && name === "link" && typeof attributes.href === "string") product.link ??= attributes.href;
  });
  const add = (more: string): void => void (text += more);
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name }) => {
    if (!product) return;
    if (depth === 0) {
      products.push(product);
      product = undefined;
      return;
    }
    // Of what is said several times, such as `product_type`, the first counts; what is nested is about shipping and taxes.
    if (depth === 1 && text.trim()) product[bare(name)] ??= text.trim();
    text = "";
    depth--;
  });
  for await (const chunk of bytes.setEncoding("utf8") as AsyncIterable<string>) {
    let problem: unknown;
    try {
      parser.write(chunk);
    } catch (error) {
      problem = error;
    }
    yield products;
    products = [];
    if (problem) throw problem as Error;
  }
  parser.close();
  yield products;
}
