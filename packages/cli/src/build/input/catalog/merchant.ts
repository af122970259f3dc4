import { known, listOf, priceOf, prices, textOf, type Product } from "./product.ts";

/** Google's words for schema.org's. */
const AVAILABILITY: Record<string, string> = {
  in_stock: "InStock",
  out_of_stock: "OutOfStock",
  preorder: "PreOrder",
  backorder: "BackOrder",
};

/** Whether a sale is on: `2026-11-20T08:00+0100/2026-11-30T23:00+0100`, and always where nothing is said. */
function isOn(period: string | undefined, now: number): boolean {
  const [from = "", until = ""] = (period ?? "").split("/");
  return !(Date.parse(from) > now) && !(Date.parse(until) < now);
}

/**
 * A product of a feed for Google Merchant Center, by the names of its attributes without `g:`.
 *
 * @see https://support.google.com/merchants/answer/7052112
 */
export function readMerchantProduct(record: Record<string, unknown>, now = Date.now()): Product {
  const field = (name: string): string | undefined =>
    textOf(record[name] ?? record[name.replaceAll("_", " ")]);
  const id = field("id");
  if (id === undefined) throw new Error('a product without "id"');
  const price = priceOf(field("price"));
  const sale = isOn(field("sale_price_effective_date"), now) ? priceOf(field("sale_price")) : undefined;
  const type = field("product_type") ?? field("google_product_category");
  const availability = field("availability")?.toLowerCase().replaceAll(/[ -]/g, "_");
  return {
    item: known({
      item_name: field("title"),
      url: field("link"),
      image: field("image_link"),
      ...prices(sale?.amount ?? price?.amount, price?.amount),
      currency: price?.currency,
      item_brand: field("brand"),
      // The narrowest, of a path such as `Home > Women > Dresses`; a bare number is Google's own.
      item_category: type === undefined || /^\d+$/.test(type) ? undefined : type.split(">").pop()!.trim(),
      availability: availability === undefined ? undefined : AVAILABILITY[availability],
      color: field("color"),
      size: field("size"),
    }),
    ids: {
      id: [id],
      item_group_id: listOf(field("item_group_id")),
      mpn: listOf(field("mpn")),
      gtin: listOf(field("gtin")),
    },
    problem:
      field("price") !== undefined && !price ? `a price that cannot be read: ${field("price")}` : undefined,
  };
}
