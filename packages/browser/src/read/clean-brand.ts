import { plainText } from "./clean-text.ts";
import { query } from "./query.ts";

const letters = (text: unknown): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether a brand is only the name of the shop: platforms write that where a product has none.
 *
 * @example isShopName("Nordlicht", document, new URL("https://www.nordlicht.example")) // true
 */
export function isShopName(brand: unknown, document: Document, { hostname }: URL): boolean {
  const name = letters(brand);
  const site = query(document, '[property="og:site_name"]')?.getAttribute("content");
  return !!name && (name == letters(site) || hostname.split(".").some((label) => letters(label) == name));
}
