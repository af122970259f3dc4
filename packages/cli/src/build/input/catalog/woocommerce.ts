import { known, listOf, numberOf, prices, textOf, type Product } from "./product.ts";

type Fields = Record<string, unknown>;

const first = (value: unknown): Fields | undefined =>
  Array.isArray(value) ? (value[0] as Fields | undefined) : undefined;

/**
 * A product of WooCommerce's Store API, `/wp-json/wc/store/v1/products`: prices are in the currency's smallest unit.
 *
 * @see https://developer.woocommerce.com/docs/apis/store-api/resources-endpoints/products
 */
export function readWooCommerceProduct(record: Fields): Product {
  const id = textOf(record.id);
  if (id === undefined) throw new Error('a product without "id"');
  const said = (record.prices ?? {}) as Fields;
  const unit = 10 ** (numberOf(said.currency_minor_unit) ?? 2);
  const amount = (value: unknown): number | undefined => {
    const number = numberOf(value);
    return number === undefined ? undefined : number / unit;
  };
  const price = amount(said.price);
  const categories = Array.isArray(record.categories) ? (record.categories as Fields[]) : [];
  return {
    item: known({
      item_name: textOf(record.name),
      url: textOf(record.permalink),
      image: textOf(first(record.images)?.src),
      ...prices(price, amount(said.regular_price)),
      currency: textOf(said.currency_code),
      item_brand: textOf(first(record.brands)?.name),
      item_category: textOf(categories[0]?.name),
      availability:
        typeof record.is_in_stock === "boolean" ? (record.is_in_stock ? "InStock" : "OutOfStock") : undefined,
      rating: numberOf(record.average_rating) || undefined,
      reviews: numberOf(record.review_count) || undefined,
    }),
    ids: { id: [id], sku: listOf(record.sku) },
    problem:
      said.price !== undefined && price === undefined
        ? `a price that cannot be read: ${String(said.price)}`
        : undefined,
  };
}
