import type { Item } from "@shopkeeper/engine";
import { cleanItem, cleanUrl, fieldsOf, listOf, type Fields } from "../clean-item.ts";
import { cleanNumber } from "../clean-number.ts";
import { cleanText } from "../clean-text.ts";

/** What is called by a text, by an object with such a field, or by the first of several of these. */
const nameOf = (raw: unknown, field = "name"): unknown => {
  const first = Array.isArray(raw) ? raw[0] : raw;
  return first?.[field] ?? first;
};

const amountOf = ({ price, lowPrice, minPrice }: Fields = {}): unknown =>
  [price, lowPrice, minPrice].flat().find((amount) => cleanNumber(amount));

/** Whether a price specification tells what the product cost before, or costs elsewhere. */
const isStruck = (price: Fields): boolean => /Str|List|SRP|Reg/.test(price.priceType);

/** The stars out of five, where they are of ten or of a hundred. */
const starsOf = ({ ratingValue, bestRating }: Fields): unknown =>
  cleanNumber(bestRating)! > 5 ? (cleanNumber(ratingValue)! * 5) / cleanNumber(bestRating)! : ratingValue;

/** All that is asked for a product, by its offers, those of its variants, and their price specifications. */
function pricesOf(product: Fields): Fields[] {
  const prices: Fields[] = [];
  // Linked nodes may lead in a circle, and each of a thousand to the same thousand.
  const seen = new Set<Fields>();
  const add = (one: Fields, outer: Fields): void => {
    if (seen.has(one)) return;
    seen.add(one);
    const price = { ...outer, ...one };
    prices.push(price);
    for (const inner of listOf(one.priceSpecification)) add(inner, price);
    for (const inner of [one.offers, one.hasVariant].flatMap(listOf)) add(inner, { url: price.url });
  };
  add(product, {});
  return prices;
}

/**
 * The item of a `Product`, or of a `ProductGroup`, whose variants have the offers.
 *
 * @param here The page's own address: of several offers or variants the one that is at it counts.
 */
export function schemaItem(raw: unknown, base: string, here?: string): Item {
  const node = fieldsOf(raw);
  const [group = {}] = listOf(node.isVariantOf);
  const prices = pricesOf(node);
  /** How much is against an offer: a price of a kilogram, sold out, of another variant. */
  const against = (price: Fields): number =>
    +!!(price.referenceQuantity ?? price.unitCode ?? price.unitText) +
    // Some shops list a sold-out size first: what can be bought speaks for the product.
    (/Out|Disc/.test(price.availability) ? 2 : 0) +
    (cleanUrl(price.url, base) == here ? 0 : 4);
  const [offer = prices[0]!] = prices
    .filter((price) => amountOf(price) && !isStruck(price) && !price.validForMemberTier)
    .sort((one, other) => against(one) - against(other));
  const told = (field: string): unknown =>
    nameOf(offer[field] ?? prices.find((price) => price[field])?.[field]);
  const [rating = {}] = listOf(node.aggregateRating ?? group.aggregateRating);
  return cleanItem(
    {
      // The product's own before that of its stock: a page may show several sizes.
      id: [node.productGroupID, node.productID, node.productId, node.sku, told("sku")].flat().find(cleanText),
      name: nameOf(node.name),
      brand: nameOf(node.brand ?? group.brand),
      category: nameOf(node.category ?? group.category),
      price: amountOf(offer),
      list_price: amountOf(prices.find(isStruck)),
      currency: told("priceCurrency"),
      availability: told("availability"),
      url: nameOf(node.url ?? offer.url),
      image: [node.image]
        .flat()
        .map((image) => nameOf(nameOf(image, "contentUrl"), "url"))
        .find((image) => cleanUrl(image, base)),
      rating: starsOf(rating),
      reviews: rating.reviewCount ?? rating.ratingCount,
      color: node.color,
    },
    base,
  );
}
