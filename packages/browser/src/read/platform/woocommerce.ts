// WooCommerce, with its classic templates and with blocks:
// https://developer.woocommerce.com/docs/, events of its scripts in plugins/woocommerce/client/legacy/js/frontend
import type { Item } from "@shopkeeper/engine";
import { host } from "./host.ts";
import { listen } from "../../dom/elements.ts";
import { undoAll, type Undo } from "../../dom/undo.ts";
import { cartEvent } from "../acts/cart-event.ts";
import { cartWatch } from "../acts/cart-changes.ts";
import { quantityIn } from "../acts/items-of.ts";
import { cleanItem, fieldsOf, listOf, type Fields } from "../clean-item.ts";
import { cleanText } from "../clean-text.ts";
import type { Dialect, Reading } from "../dialect/reading.ts";
import { isSame } from "../fill-in.ts";
import { guarded } from "../guarded.ts";
import { parseJson } from "../parse-json.ts";
import { query, queryAll } from "../query.ts";
import { ask } from "./ask.ts";
import { cardItem, cardItems } from "./cards.ts";
import { onJQuery } from "./jquery.ts";
import { fromMinor } from "./money.ts";
import type { ActWorld, Platform } from "./platform.ts";

const TELLER = "platform:woocommerce";

/** A product in the shape of the Store API, which Google's plug-in uses as well. */
function storeItem(raw: unknown, currency?: unknown): Item {
  const product = fieldsOf(raw);
  const { price, currency_minor_unit: digits, currency_code } = fieldsOf(product.prices);
  const identifier = fieldsOf(
    fieldsOf(product.extensions).woocommerce_google_analytics_integration,
  ).identifier;
  const variation = product.variation;
  return cleanItem({
    item_id: identifier || product.sku || product.id,
    item_name: product.name,
    item_category: listOf(product.categories)[0]?.name,
    item_variant: Array.isArray(variation)
      ? variation.map((each) => fieldsOf(each).value).join(", ")
      : variation,
    price: fromMinor(product.price_after_coupon_discount ?? price, digits),
    currency: currency_code ?? currency,
    url: product.permalink,
    image: fieldsOf(listOf(product.images)[0]).src,
    quantity: product.quantity,
    product_id: product.id && String(product.id),
  });
}

function storeCart(raw: unknown): Reading["cart"] {
  const cart = fieldsOf(raw);
  if (!Array.isArray(cart.items)) return;
  const { currency_code: currency, total_price, currency_minor_unit } = fieldsOf(cart.totals);
  return {
    value: fromMinor(total_price, currency_minor_unit),
    currency,
    items: cart.items.map((item: unknown) => storeItem(item, currency)),
  };
}

/** The store of the blocks, where they are on the page: it has the cart without a request of ours. */
const blocksCart = (): Fields => {
  const { wp } = host as { wp?: { data?: { select?(name: string): unknown } } };
  const store = fieldsOf(guarded(() => wp?.data?.select?.("wc/store/cart"))());
  const cart = fieldsOf(typeof store.getCartData == "function" ? store.getCartData() : undefined);
  // While it is being fetched, it says nothing of what is in it.
  const isThere =
    typeof store.hasFinishedResolution != "function" || store.hasFinishedResolution("getCartData");
  return isThere ? cart : {};
};

const ga4w = (): Fields => fieldsOf(fieldsOf(host.ga4w).data);

const PRICE =
  ".price ins .amount,.price > .amount,.price .amount,.wc-block-components-product-price__value,.amount";

const CARD = {
  item_name: ".woocommerce-loop-product__title,.wc-block-components-product-name,.wp-block-post-title,h2,h3",
  url: "a[href]",
  image: "img",
  price: PRICE,
  list_price: ".price del .amount,del .amount",
};

const buttonFields = (card: Element): Fields => {
  const { product_id, product_sku } =
    (card.querySelector("[data-product_id]") as HTMLElement | null)?.dataset ?? {};
  return {
    item_id: product_sku || product_id,
    product_id,
    availability: card.matches(".outofstock")
      ? "OutOfStock"
      : card.matches(".instock")
        ? "InStock"
        : undefined,
  };
};

const cards = (document: Document): Item[] | undefined =>
  cardItems(
    document,
    "ul.products>li.product,.wc-block-grid__product,.wc-block-product,li.wp-block-post.product",
    CARD,
    buttonFields,
  );

const lines = (document: Document): Item[] | undefined =>
  cardItems(
    document,
    ".woocommerce-cart-form .cart_item",
    {
      item_name: ".product-name a,.product-name",
      url: ".product-name a",
      price: ".product-price .amount",
      image: "img",
      quantity: "input.qty",
    },
    buttonFields,
  );

/** The variation that is chosen in the form of a product with several. */
function chosen(form: HTMLFormElement | undefined): Fields | undefined {
  const id = form?.querySelector<HTMLInputElement>("[name=variation_id]")?.value;
  if (!Number(id)) return;
  const variation = listOf(parseJson(form!.dataset.product_variations)).find(
    (each) => `${each.variation_id}` === id,
  );
  return (
    variation && {
      item_variant: Object.values(fieldsOf(variation.attributes)).filter(Boolean).join(", "),
      price: variation.display_price,
      list_price:
        variation.display_regular_price > variation.display_price
          ? variation.display_regular_price
          : undefined,
      availability: variation.is_in_stock ? "InStock" : "OutOfStock",
      variant_id: id,
    }
  );
}

/** The order of the page that thanks for it, as its template writes it. */
function orderOf(document: Document, location: URL): Reading["order"] {
  const { order } = ga4w();
  const { id, totals, items } = fieldsOf(order);
  const { currency_code: currency, currency_minor_unit: digits, ...total } = fieldsOf(totals);
  if (id)
    return {
      transaction_id: String(id),
      value: fromMinor(total.total_price, digits),
      currency,
      items: listOf(items).map((item) => storeItem(item, currency)),
    };
  const text = (selector: string): string | undefined => query(document, selector)?.textContent ?? undefined;
  const number =
    text(".woocommerce-order-overview__order strong,.wc-block-order-confirmation-summary-list-item__value") ??
    /\/order-received\/(\d+)/.exec(location.pathname)?.[1];
  const clean = cleanItem({
    transaction_id: number,
    price: text(".woocommerce-order-overview__total .amount"),
  });
  return (
    clean.transaction_id
      ? {
          transaction_id: clean.transaction_id as string,
          value: clean.price,
          items: cardItems(document, ".woocommerce-table__line-item", {
            item_name: ".product-name a,.product-name",
            url: ".product-name a",
            quantity: ".product-quantity",
          }),
        }
      : undefined
  ) as Reading["order"];
}

const read: Dialect = ({ document, location, type }) => {
  const { product, products, cart: { totals } = {} } = ga4w() as { cart?: Fields } & Fields;
  const currency: unknown = fieldsOf(totals).currency_code;
  const form = query(document, "form.variations_form") as HTMLFormElement | undefined;
  const told =
    type == "product" ? { ...storeItem(product, currency), ...cleanItem(chosen(form)) } : undefined;
  // Its list on a product page is of products beside it.
  const isList = type == "category" || type == "search";
  const seen = isList ? cards(document) : undefined;
  const named = listOf(products).map((item) => storeItem(item));
  return {
    product: told?.item_name || told?.price ? told : undefined,
    items: seen?.map((item) => ({
      ...item,
      ...cleanItem({ item_category: named.find((other) => isSame(item, other))?.item_category }),
    })),
    // The last crumb of a list's second page is "Page 2".
    category:
      type == "category"
        ? cleanText(query(document, ".woocommerce-products-header__title,h1.page-title")?.textContent)
        : undefined,
    cart: /cart|checkout/.test(type)
      ? (storeCart(blocksCart()) ??
        storeCart(ga4w().cart) ??
        (lines(document) && { items: lines(document) }) ??
        (query(document, ".cart-empty,.wp-block-woocommerce-empty-cart-block") && { items: [] }))
      : undefined,
    order: type == "order" ? orderOf(document, location) : undefined,
  };
};

/** What a button of a list, a product's form or a line of the cart is about. */
function items(control: Element, { page }: ActWorld): Item[] | undefined {
  const { product, items: list = [], cart } = page();
  const form = control.closest("form.cart");
  if (form?.matches(".grouped_form"))
    return queryAll(form.ownerDocument, ".grouped_form .woocommerce-grouped-product-list-item").flatMap(
      (row): Item[] => {
        const quantity = Number(row.querySelector<HTMLInputElement>("[name^=quantity]")?.value);
        return quantity > 0
          ? [
              cardItem(
                row,
                { item_name: "[class*=label] a,label", url: "a[href]", price: ".amount" },
                { quantity, product_id: row.id.replace(/\D/g, "") },
              ),
            ]
          : [];
      },
    );
  // The shop refuses a product of which no variation is chosen.
  if (form?.querySelector("[name=variation_id]") && !chosen(form as HTMLFormElement)) return [];
  if (form && product) {
    const variation = cleanItem(chosen(form as HTMLFormElement));
    return [{ ...product, ...variation, quantity: quantityIn(form) }];
  }
  const { product_id, product_sku, quantity } = (control as HTMLElement).dataset;
  const item_id = product_sku || product_id;
  if (!item_id) return;
  const line = control.closest(
    ".cart_item,.mini_cart_item,li.product,.wc-block-grid__product,.wp-block-post",
  );
  const seen = line
    ? cardItem(
        line,
        line.matches("li.product,.wc-block-grid__product,.wp-block-post")
          ? CARD
          : { item_name: ".product-name a,a:not(.remove)", price: ".amount" },
      )
    : {};
  const known = [...list, ...(cart?.items ?? [])].find(
    (item) => item.item_id === item_id || item.product_id === product_id,
  );
  const many = control.matches(".remove") ? quantityIn(line) : Number(quantity) || 1;
  return [{ ...seen, item_id, ...known, quantity: many }];
}

function watch(world: ActWorld): Undo {
  const { window, document, tell } = world;
  const { body } = document;
  const look = (): Item[] | undefined => storeCart(blocksCart())?.items;
  const changed = cartWatch(look, (name, parameters) => tell(name, parameters, TELLER));
  const heard =
    (name: string) =>
    (_event: unknown, _fragments?: unknown, _hash?: unknown, button?: ArrayLike<unknown>) => {
      const control = button?.[0];
      const found = control instanceof Element ? items(control, world) : undefined;
      if (found?.[0]) tell(name, cartEvent(found), TELLER);
    };
  const asked = async (): Promise<void> => {
    const cart = storeCart(await ask("/wp-json/wc/store/v1/cart"));
    if (cart) changed(cart.items);
  };
  if (world.asks && !look()) void asked();
  const { wp } = window as { wp?: { data?: { subscribe?(heard: () => void, store?: string): Undo } } };
  let last: unknown;
  const unsubscribe = wp?.data?.subscribe?.(
    guarded(() => {
      const { items: now } = blocksCart();
      if (now === last) return;
      last = now;
      changed();
    }),
    "wc/store/cart",
  );
  return undoAll([
    onJQuery(window, body, "added_to_cart", heard("add_to_cart")),
    onJQuery(window, body, "removed_from_cart", heard("remove_from_cart")),
    onJQuery(window, document, "found_variation reset_data", () => setTimeout(world.reread)),
    listen(body, "wc-blocks_added_to_cart wc-blocks_removed_from_cart", () => {
      if (look()) changed();
      else if (world.asks) void asked();
    }),
    () => unsubscribe?.(),
  ]);
}

export const platform: Platform = {
  name: "woocommerce",
  read,
  words: {
    add: "form.cart [type=submit],.single_add_to_cart_button",
    remove: "a.remove[data-product_id],.wc-block-cart-item__remove-link",
    items,
    refused: ".woocommerce-error,.wc-block-components-notice-banner.is-error",
    // It answers 200 also when it refuses: its event tells.
    requests: false,
  },
  watch,
};
