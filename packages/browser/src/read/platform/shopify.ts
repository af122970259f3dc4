// Shopify: what its storefronts say to its own analytics, the events of the Dawn theme, and the notes of our custom pixel.
// https://shopify.dev/docs/api/ajax/reference/cart, https://github.com/Shopify/dawn/blob/main/assets/pubsub.js
import type { Item, PageType } from "@shopkeeper/engine";
import { baseNow } from "./host.ts";
import { listen } from "../../dom/elements.ts";
import { undoAll, type Undo } from "../../dom/undo.ts";
import { cartEvent } from "../acts/cart-event.ts";
import { cartWatch } from "../acts/cart-changes.ts";
import { quantityIn } from "../acts/items-of.ts";
import { watchRequests } from "../acts/watch-requests.ts";
import { cleanItem, fieldsOf, listOf, type Fields } from "../clean-item.ts";
import type { Dialect, Reading } from "../dialect/reading.ts";
import { guarded } from "../guarded.ts";
import { ask } from "./ask.ts";
import { fromMinor } from "./money.ts";
import type { ActWorld, Platform } from "./platform.ts";
import { takeCheckoutNotes } from "./shopify-checkout.ts";

const TELLER = "platform:shopify";

const TYPES: Record<string, PageType> = {
  index: "home",
  home: "home",
  product: "product",
  collection: "category",
  "list-collections": "category",
  cart: "cart",
  searchresults: "search",
  search: "search",
};

interface Host {
  Shopify?: { currency?: { active?: unknown }; routes?: { root?: unknown } };
  ShopifyAnalytics?: { meta?: unknown };
  meta?: unknown;
  subscribe?: unknown;
}

const host = (): Host => globalThis as unknown as Host;
const metaOf = (): Fields => fieldsOf(host().ShopifyAnalytics?.meta ?? host().meta);
const currencyOf = (): unknown => host().Shopify?.currency?.active ?? metaOf().currency;

/**
 * A product with several variants goes by its own number, one without by its SKU, as in Shopify's own JSON-LD.
 *
 * @param variant The variant's title; of a product without variants there is none, or "Default Title".
 */
const idOf = (product: unknown, sku: unknown, variant: unknown): unknown =>
  (!variant || variant == "Default Title") && sku ? sku : product;

/** The product of `meta`, with the variant that the address or the page has chosen. Amounts are in hundredths, in yen too. */
function metaItem(raw: unknown, chosen?: unknown): Item | undefined {
  const product = fieldsOf(raw);
  const variants = listOf(product.variants);
  const variant = variants.find(({ id }) => `${id}` === `${chosen}`) ?? variants[0];
  if (!variant) return;
  const title: unknown = variant.public_title ?? undefined;
  const name = String(variant.name ?? product.title ?? "");
  return cleanItem(
    {
      item_id: idOf(product.id, variant.sku, variants[1] ? "several" : title),
      item_name: title && name.endsWith(` - ${title}`) ? name.slice(0, -` - ${title}`.length) : name,
      item_brand: product.vendor,
      item_category: product.type,
      item_variant: title,
      price: fromMinor(variant.price),
      currency: currencyOf(),
      product_id: product.id && String(product.id),
      variant_id: variant.id && String(variant.id),
      url: product.handle && `/products/${product.handle}`,
    },
    baseNow(),
  );
}

/** A line of the Ajax API's cart, or what it answers to an add. */
export function lineItem(raw: unknown): Item {
  const line = fieldsOf(raw);
  return cleanItem(
    {
      item_id: line.product_has_only_default_variant ? line.sku || line.product_id : line.product_id,
      item_name: line.product_title,
      item_brand: line.vendor,
      item_category: line.product_type,
      item_variant: line.variant_title,
      price: fromMinor(line.final_price ?? line.price),
      currency: currencyOf(),
      quantity: line.quantity,
      url: line.url,
      image: fieldsOf(line.featured_image).url ?? line.image,
      product_id: line.product_id && String(line.product_id),
      variant_id: line.variant_id && String(line.variant_id),
    },
    baseNow(),
  );
}

const cartItems = (raw: unknown): Item[] | undefined => {
  const { items } = fieldsOf(raw);
  return Array.isArray(items) ? items.map(lineItem) : undefined;
};

/** What the shop has answered, if it was asked: the page itself has no cart to read. */
let asked: Reading["cart"];

const read: Dialect = ({ location, type }) => {
  const { page, product, products, selectedVariantId } = metaOf();
  const kind = TYPES[fieldsOf(page).pageType];
  const list = listOf(products).flatMap((each): Item[] => [metaItem(each) ?? []].flat());
  return {
    type: kind,
    // In a storefront that loads its pages into one document, it is of the first page only.
    product:
      (kind ?? type) == "product"
        ? metaItem(product, location.searchParams.get("variant") ?? selectedVariantId)
        : undefined,
    items: list[0] && list,
    cart: asked,
  };
};

function items(control: Element, { page }: ActWorld): Item[] | undefined {
  const form = control.closest<HTMLFormElement>("form[action*='/cart/add']");
  const id = form?.querySelector<HTMLInputElement>("[name=id]")?.value;
  if (!id) return;
  const { product, products } = metaOf();
  const has = (raw: Fields): boolean => listOf(raw.variants).some((variant) => `${variant.id}` === id);
  const found = [fieldsOf(product), ...listOf(products)].find(has);
  const shown = page().product;
  const item = found
    ? metaItem(found, id)
    : form.closest("main,[id*=MainProduct],body") && page().type == "product"
      ? shown
      : undefined;
  return item && [{ ...(shown?.item_id === item.item_id ? shown : {}), ...item, quantity: quantityIn(form) }];
}

function watch(world: ActWorld): Undo {
  const { tell, asks } = world;
  const changed = cartWatch(
    () => undefined,
    (name, parameters) => tell(name, parameters, TELLER),
  );
  const root = String(host().Shopify?.routes?.root ?? "/");
  const askAgain = guarded(async () => {
    const cart = await ask(`${root}cart.js`);
    const now = cartItems(cart);
    if (!now) return;
    const isFirst = !asked;
    asked = { value: fromMinor(fieldsOf(cart).total_price), currency: currencyOf() as string, items: now };
    changed(now);
    if (isFirst && world.page().type == "cart") world.reread();
  });
  /** Dawn and the themes made of it: what changes the cart hands its answer to everybody. */
  const hear = guarded((event: unknown) => {
    const { source, cartData } = fieldsOf(event);
    const now = cartItems(cartData);
    if (now && /cart/.test(source)) changed(now);
    else if (/product|quick/.test(source) && fieldsOf(cartData).product_id)
      tell("add_to_cart", cartEvent([lineItem(cartData)]), TELLER);
  });
  const { subscribe } = host();
  const on = (name: string, heard: (event: unknown) => void): Undo => {
    const undo: unknown =
      typeof subscribe == "function" ? guarded(() => subscribe(name, heard))() : undefined;
    return typeof undo == "function" ? (undo as Undo) : () => {};
  };
  if (asks) void askAgain();
  return undoAll([
    on("cart-update", hear),
    on("variant-change", () => setTimeout(world.reread, 100)),
    takeCheckoutNotes(world),
    asks
      ? watchRequests(({ url, isWell }) => {
          if (isWell !== false && /\/cart\/(add|change|update|clear)/.test(url)) void askAgain();
        })
      : () => {},
    listen(world.document, "ajaxProduct:added", () => asks && void askAgain()),
  ]);
}

export const platform: Platform = {
  name: "shopify",
  read,
  words: {
    add: "form[action*='/cart/add'] [type=submit],form[action*='/cart/add']",
    remove: "cart-remove-button,a[href*='/cart/change'][href*='quantity=0']",
    items,
    refused: ".product-form__error-message:not([hidden]),.cart-item__error-text:not(:empty)",
    requests: /\/cart\/(add|change|update)/,
  },
  watch,
};
