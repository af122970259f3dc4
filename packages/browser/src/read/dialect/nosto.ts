import type { Item, PageType } from "@shopkeeper/engine";
import { cleanItem, cleanParameters, type Fields } from "../clean-item.ts";
import { cleanText } from "../clean-text.ts";
import { query } from "../query.ts";
import type { Dialect, Reading } from "./reading.ts";

const TYPES: Record<string, PageType> = {
  front: "home",
  home: "home",
  category: "category",
  product: "product",
  cart: "cart",
  checkout: "checkout",
  order: "order",
  "post-purchase": "order",
  search: "search",
  notfound: "other",
  other: "other",
};

/** Of its words ours: https://docs.nosto.com/techdocs/implementing-nosto/implement-on-your-website/manual-implementation */
const WORDS: Record<string, string> = {
  product_id: "item_id",
  name: "item_name",
  brand: "item_brand",
  category: "item_category",
  unit_price: "price",
  price_currency_code: "currency",
  image_url: "image",
  rating_value: "rating",
  review_count: "reviews",
  sku_id: "variant_id",
  selected_sku_id: "variant_id",
};

const FIELDS = /^(url|price|list_price|availability|quantity)$/;

/** The last of a path of categories: `"/Mens/Jackets/Ski Jackets"` is `"Ski Jackets"`. */
const lastOf = (path: string | undefined): string | undefined => path?.split("/").at(-1)?.trim() || path;

/** What stands directly in one hidden element, by our words. */
function itemIn(element: Element, base: string): Item {
  const found: Fields = {};
  for (const child of element.children)
    for (const name of child.classList) {
      const field = WORDS[name] ?? (FIELDS.test(name) ? name : undefined);
      const text = cleanText(child.textContent);
      if (field) found[field] ??= field == "item_category" ? lastOf(text) : text;
    }
  return cleanItem(found, base);
}

const linesOf = (element: Element | undefined, base: string): Item[] | undefined =>
  element && [...element.querySelectorAll(".line_item")].map((line) => itemIn(line, base));

/** Nosto's hidden tags, which many shops have in their pages: `<div class="nosto_product" style="display:none">`. */
export const readNosto: Dialect = ({ document, base }) => {
  const textOf = (name: string): string | undefined =>
    cleanText(query(document, `.nosto_${name}`)?.textContent);
  const product = query(document, ".nosto_product");
  const ordered = query(document, ".nosto_purchase_order");
  const cart = query(document, ".nosto_cart");
  const number = cleanText(ordered?.querySelector(".order_number")?.textContent);
  const sold = linesOf(ordered, base);
  // The names and addresses of buyers and customers, which stand beside these, are not read.
  return {
    type: TYPES[textOf("page_type") ?? ""],
    product: product && itemIn(product, base),
    category: lastOf(textOf("category")),
    searchTerm: textOf("search_term"),
    cart: cart && { items: linesOf(cart, base) },
    order: number
      ? (cleanParameters({
          transaction_id: number,
          currency: sold?.[0]?.currency,
          value: sold?.reduce((sum, { price = 0, quantity = 1 }) => sum + price * quantity, 0),
          items: sold,
        }) as Reading["order"])
      : undefined,
  };
};
