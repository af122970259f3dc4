import { cleanText } from "../clean-text.ts";
import type { Dialect } from "./reading.ts";

/**
 * The address of a product: without hash, and of its query only what names the product.
 *
 * @example productUrl(new URL("https://shop.example/item?id=4&color=red&session=x")) // "https://shop.example/item?id=4"
 */
export function productUrl({ origin, pathname, searchParams }: URL): string {
  const named = [...searchParams].filter(
    ([name, value]) => /^(p?id|p|sku|product(_id)?|variant)$/.test(name) && /^[\w.-]{1,50}$/.test(value),
  );
  return origin + pathname + (named[0] ? `?${new URLSearchParams(named)}` : "");
}

/** What the address itself says: what was searched, and where the product is. No other parameter of it is read. */
export const readAddress: Dialect = ({ location }) => {
  const [, term] =
    [...location.searchParams].find(([name]) =>
      /^(s|q|query|keywords?|search(_?(query|term))?)$/i.test(name),
    ) ?? [];
  return { searchTerm: cleanText(term), product: { url: productUrl(location) } };
};
