import { categoryOf } from "../catalogue/index.mjs";
import { shop } from "../shop-facts.mjs";

/** What a page says about itself to machines: schema.org for search engines, GA4 items for the analytics. */

export const productPath = (product) => `product/${product.id}.html`;
export const categoryPath = (category) => `category/${category.id}.html`;
export const picturePath = (product, colour = product.colours[0]) =>
  `images/${product.id}-${slug(colour.name)}.svg`;
export const isAvailable = (product) => product.available !== false;

const slug = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

/** A product as an item of GA4's e-commerce events. */
export const analyticsItem = (product, more = {}) => ({
  item_id: product.id,
  item_name: product.name,
  item_brand: product.brand,
  item_category: categoryOf(product).name,
  price: product.price,
  ...(product.listPrice && { discount: product.listPrice - product.price }),
  quantity: 1,
  ...more,
});

/** A product as an attribute on its card: what GA4 has, and how it looks. */
export const cardItem = (product, root) => ({
  item_id: product.id,
  item_name: product.name,
  item_brand: product.brand,
  item_category: categoryOf(product).name,
  price: product.price,
  ...(product.listPrice && { list_price: product.listPrice, on_sale: true }),
  currency: shop.currency,
  rating: product.rating,
  reviews: product.reviews,
  availability: isAvailable(product) ? "in_stock" : "out_of_stock",
  url: root + productPath(product),
  image: root + picturePath(product),
});

export const productSchema = (product, root) => ({
  "@context": "https://schema.org",
  "@type": "Product",
  name: product.name,
  description: product.description,
  sku: product.id,
  url: root + productPath(product),
  image: product.colours.map((colour) => root + picturePath(product, colour)),
  brand: { "@type": "Brand", name: product.brand },
  category: categoryOf(product).name,
  color: product.colours.map((colour) => colour.name).join(", "),
  ...(product.sizes && { size: product.sizes.join(", ") }),
  aggregateRating: { "@type": "AggregateRating", ratingValue: product.rating, reviewCount: product.reviews },
  offers: {
    "@type": "Offer",
    url: root + productPath(product),
    price: product.price,
    priceCurrency: shop.currency,
    itemCondition: "https://schema.org/NewCondition",
    availability: `https://schema.org/${isAvailable(product) ? "InStock" : "OutOfStock"}`,
    ...(product.listPrice && {
      priceSpecification: {
        "@type": "UnitPriceSpecification",
        priceType: "https://schema.org/StrikethroughPrice",
        price: product.listPrice,
        priceCurrency: shop.currency,
      },
    }),
  },
});

/** `trail` is `[name, path]`, from the home page on. */
export const breadcrumbSchema = (trail, root) => ({
  "@context": "https://schema.org",
  "@type": "BreadcrumbList",
  itemListElement: trail.map(([name, path], at) => ({
    "@type": "ListItem",
    position: at + 1,
    name,
    item: root + path,
  })),
});

export const itemListSchema = (name, products, root) => ({
  "@context": "https://schema.org",
  "@type": "ItemList",
  name,
  numberOfItems: products.length,
  itemListElement: products.map((product, at) => ({
    "@type": "ListItem",
    position: at + 1,
    name: product.name,
    url: root + productPath(product),
  })),
});

export const shopSchema = () => ({
  "@context": "https://schema.org",
  "@type": "Store",
  name: shop.name,
  description: shop.tagline,
  url: "index.html",
  currenciesAccepted: shop.currency,
});
