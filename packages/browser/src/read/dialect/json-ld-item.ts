import type { Item } from "@shopkeeper/engine";
import { cleanItem, fieldsOf, listOf, type Fields } from "../clean-item.ts";
import { cleanNumber } from "../clean-number.ts";
import { cleanText } from "../clean-text.ts";

/** What is called by a text, by an object with such a field, or by the first of several of these. */
const nameOf = (raw: unknown, field = "name"): unknown => {
  const first = Array.isArray(raw) ? raw[0] : raw;
  return first?.[field] ?? first;
};

const amountOf = ({ price, lowPrice, minPrice }: Fields = {}): unknown =>
  [price, lowPrice, minPrice].find((amount) => cleanNumber(amount));

/** Whether a price specification tells what the product cost before, or costs elsewhere. */
const isStruck = (price: Fields): boolean => /Str|List|SRP|Reg/.test(price.priceType);

/** The item of a `Product`, or of a `ProductGroup`, whose variants have the offers. */
export function jsonLdItem(raw: unknown, base: string): Item {
  const node = fieldsOf(raw);
  const prices = [node, ...listOf(node.hasVariant)]
    .flatMap((one) => listOf(one.offers))
    .flatMap((offer) => [offer, ...listOf(offer.offers)])
    .flatMap((offer) => [
      offer,
      ...listOf(offer.priceSpecification).map((price) => ({ ...offer, ...price })),
    ]);
  const asked = prices.filter((price) => amountOf(price) && !isStruck(price));
  // Some shops list a sold-out size first: what can be bought speaks for the product.
  const offer: Fields =
    asked.find((price) => !/Out|Disc/.test(price.availability)) ?? asked[0] ?? prices[0] ?? {};
  const { ratingValue, reviewCount, ratingCount } = fieldsOf(node.aggregateRating);
  return cleanItem(
    {
      id: [node.sku, node.productID, node.productGroupID, node.mpn].find(cleanText),
      name: node.name,
      brand: nameOf(node.brand),
      category: nameOf(node.category),
      price: amountOf(offer),
      list_price: amountOf(prices.find(isStruck)),
      currency: offer.priceCurrency,
      availability: offer.availability,
      url: node.url ?? offer.url,
      image: nameOf(nameOf(node.image, "contentUrl"), "url"),
      rating: ratingValue,
      reviews: reviewCount ?? ratingCount,
      color: node.color,
    },
    base,
  );
}
