// BigCommerce: the templates of Cornerstone and of the themes made of it, and what they trigger on the body.
// https://github.com/bigcommerce/cornerstone
import type { Item } from "@shopkeeper/engine";
import { undoAll, type Undo } from "../../dom/undo.ts";
import { cartWatch } from "../acts/cart-changes.ts";
import { quantityIn } from "../acts/items-of.ts";
import { watchRequests } from "../acts/watch-requests.ts";
import { cleanItem, fieldsOf, listOf, type Fields } from "../clean-item.ts";
import { cleanText } from "../clean-text.ts";
import type { Dialect, Reading } from "../dialect/reading.ts";
import { isSame } from "../fill-in.ts";
import { guarded } from "../guarded.ts";
import { query } from "../query.ts";
import { ask } from "./ask.ts";
import { cardItem, cardItems } from "./cards.ts";
import type { ActWorld, Platform } from "./platform.ts";

const CARD = { item_name: ".card-title,h3,h4", url: ".card-title a,a[href]", image: "img" };

const LINE = {
  item_name: ".cart-item-name__label,.cart-item-name",
  url: ".cart-item-name__label,a[href]",
  image: "img",
  item_brand: ".cart-item-brand",
  price: ".cart-item-info .cart-item-value",
  quantity: ".cart-item-qty-input",
};

/** What a card says to the theme's own analytics. Its category is several, with blanks around; its price may be a sentence. */
const marked = (card: HTMLElement): Fields => {
  const { entityId, name, productBrand, productCategory, productPrice } = card.dataset;
  const category = productCategory?.split(",").map(cleanText).filter(Boolean).at(-1);
  return {
    product_id: entityId,
    ...(cleanText(name) && { item_name: name }),
    item_brand: productBrand,
    item_category: category?.split("/").at(-1),
    price: productPrice?.trim(),
  };
};

const cartShown = (document: Document): Reading["cart"] => {
  const items = cardItems(document, "[data-cart-content] [data-item-row]", LINE);
  return items
    ? { items }
    : query(document, "[data-cart-quantity='0'],[data-cart]:not(:has([data-item-row]))") && { items: [] };
};

/** The order's number stands in the address of its page, which its own script fills in. */
function orderShown(document: Document, location: URL): Reading["order"] {
  const number =
    cleanText(query(document, "[data-test=order-confirmation-order-number-text] strong")?.textContent) ??
    /\/order-confirmation\/(\d+)/.exec(location.pathname)?.[1];
  return number ? { transaction_id: number } : undefined;
}

const read: Dialect = ({ document, location, type }) => ({
  items:
    type == "category" || type == "search"
      ? cardItems(document, "[data-entity-id].card,[data-entity-id].listItem", CARD, marked)
      : undefined,
  cart: /cart/.test(type) ? cartShown(document) : undefined,
  order: type == "order" ? orderShown(document, location) : undefined,
});

function items(control: Element, { page }: ActWorld): Item[] | undefined {
  const { product, items: list = [], cart } = page();
  const card = control.closest<HTMLElement>("[data-entity-id],[data-item-row]");
  if (card) {
    const isLine = card.matches("[data-item-row]");
    const seen = cardItem(card, isLine ? LINE : CARD, isLine ? {} : marked(card));
    return [
      {
        ...seen,
        ...[...list, ...(cart?.items ?? [])].find((item) => isSame(item, seen)),
        quantity: isLine ? quantityIn(card) : 1,
      },
    ];
  }
  const form = control.closest("form[data-cart-item-add],form");
  return form && product ? [{ ...product, quantity: quantityIn(form) }] : undefined;
}

/** The lines of the Storefront API's carts. */
const cartItems = (raw: unknown): Item[] | undefined => {
  const [cart] = listOf(raw);
  if (!cart) return Array.isArray(raw) ? [] : undefined;
  return Object.values(fieldsOf(cart.lineItems))
    .flatMap(listOf)
    .map((line) =>
      cleanItem({
        item_id: line.sku || undefined,
        item_name: line.name,
        item_brand: line.brand,
        price: line.salePrice,
        list_price: line.listPrice > line.salePrice ? line.listPrice : undefined,
        currency: fieldsOf(cart.currency).code,
        quantity: line.quantity,
        url: line.url,
        image: line.imageUrl,
        product_id: line.productId && String(line.productId),
      }),
    );
};

function watch(world: ActWorld): Undo {
  if (!world.asks) return () => {};
  const changed = cartWatch(
    () => undefined,
    (name, parameters) => world.tell(name, parameters, "platform:bigcommerce"),
  );
  const askAgain = guarded(async () => {
    const now = cartItems(await ask("/api/storefront/carts"));
    if (now) changed(now);
  });
  void askAgain();
  return undoAll([
    watchRequests(({ url, isWell }) => {
      if (isWell !== false && /\/remote\/v1\/cart|\/api\/storefront\/carts\/.|cart\.php/.test(url))
        void askAgain();
    }),
  ]);
}

export const platform: Platform = {
  name: "bigcommerce",
  read,
  words: {
    add: "form[data-cart-item-add] [type=submit],[data-button-type=add-cart]",
    remove: ".cart-remove,[data-cart-itemid][data-confirm-delete]",
    items,
    refused: ".alertBox--error:not([style*='none'])",
    // It answers 200 also when it refuses: the counter tells.
    requests: false,
  },
  watch,
};
