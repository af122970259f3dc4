import { known, listOf, numberOf, prices, textOf, type Product } from "./product.ts";

type Fields = Record<string, unknown>;

const listIn = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** A product of a shop's `/products.json`, or of the Admin API's. */
export function readShopifyProduct(record: Fields): Product {
  const id = textOf(record.id);
  if (id === undefined) throw new Error('a product without "id"');
  const handle = textOf(record.handle);
  const variants = listIn(record.variants);
  const priced = variants.flatMap((variant) => {
    const price = numberOf(variant.price);
    return price === undefined ? [] : [{ price, before: numberOf(variant.compare_at_price) }];
  });
  const cheapest = priced.sort((a, b) => a.price - b.price)[0];
  const isSaid = variants.some(({ available }) => available !== undefined);
  const image = (record.image as Fields | undefined) ?? listIn(record.images)[0];
  const tags = Array.isArray(record.tags) ? record.tags : textOf(record.tags)?.split(/\s*,\s*/);
  return {
    item: known({
      item_name: textOf(record.title),
      url: handle === undefined ? undefined : `/products/${handle}`,
      image: textOf(image?.src),
      ...prices(cheapest?.price, cheapest?.before),
      item_brand: textOf(record.vendor),
      item_category: textOf(record.product_type),
      availability: isSaid
        ? variants.some(({ available }) => available)
          ? "InStock"
          : "OutOfStock"
        : undefined,
      tags: tags?.length ? tags : undefined,
    }),
    ids: {
      id: [id],
      handle: listOf(handle),
      variant: variants.flatMap((variant) => listOf(variant.id)),
      sku: variants.flatMap(({ sku }) => listOf(sku)),
      // As Google's channel of Shopify names them.
      google: variants.flatMap((variant) => listOf(variant.id).map((each) => `shopify_${id}_${each}`)),
    },
    problem: variants.length && !priced.length ? "no variant has a price that can be read" : undefined,
  };
}
