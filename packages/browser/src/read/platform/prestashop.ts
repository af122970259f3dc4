// PrestaShop 1.7 and 8: `window.prestashop`, its events, and the templates of its classic theme.
// https://devdocs.prestashop-project.org/8/themes/reference/javascript-events/
import type { Item, PageType } from "@shopkeeper/engine";
import type { Undo } from "../../dom/undo.ts";
import { baseNow, host } from "./host.ts";
import { cartChanges } from "../acts/cart-changes.ts";
import { cartEvent } from "../acts/cart-event.ts";
import { quantityIn } from "../acts/items-of.ts";
import { cleanItem, fieldsOf, type Fields } from "../clean-item.ts";
import { cleanText } from "../clean-text.ts";
import type { Dialect, Reading } from "../dialect/reading.ts";
import { isSame } from "../fill-in.ts";
import { guarded } from "../guarded.ts";
import { parseJson } from "../parse-json.ts";
import { query } from "../query.ts";
import { cardItem, cardItems } from "./cards.ts";
import type { ActWorld, Platform } from "./platform.ts";

const TELLER = "platform:prestashop";

const shop = (): Fields => fieldsOf(host.prestashop);
const currencyOf = (): unknown => fieldsOf(shop().currency).iso_code;

/** A product as PrestaShop presents it: of a page, or a line of the cart. Its reference is the SKU that JSON-LD has. */
function shownItem(raw: unknown): Item {
  const product = fieldsOf(raw);
  const attributes: unknown = product.attributes;
  return cleanItem(
    {
      item_id: product.reference_to_display || product.reference || undefined,
      item_name: product.name,
      item_category: product.category_name,
      item_variant: Object.values(fieldsOf(attributes))
        .map((each) => (typeof each == "string" ? each : fieldsOf(each).name))
        .filter(Boolean)
        .join(", "),
      price: product.price_amount ?? product.price_with_reduction ?? product.price_wt ?? product.price,
      list_price: product.has_discount ? product.regular_price_amount : undefined,
      currency: currencyOf(),
      url: product.url,
      quantity: product.cart_quantity ?? product.quantity_wanted ?? product.quantity,
      product_id: product.id_product && String(product.id_product),
    },
    baseNow(),
  );
}

const cartOf = (raw: unknown): Reading["cart"] => {
  const { products, totals } = fieldsOf(raw);
  if (!Array.isArray(products)) return;
  const value: unknown = fieldsOf(fieldsOf(totals).total).amount;
  return {
    value: Number(value) || undefined,
    currency: currencyOf() as string | undefined,
    items: products.map(shownItem),
  };
};

const CARD = {
  item_name: ".product-title,.product-name,h2,h3",
  url: ".product-title a,a.product-thumbnail,a[href]",
  image: "img",
  price: "[itemprop=price],.price,.current-price-value",
  list_price: ".regular-price",
};

const LINE = {
  item_name: ".product-line-info a.label",
  url: ".product-line-info a.label",
  image: "img",
  price: ".current-price .price,.price",
  list_price: ".regular-price",
  quantity: ".js-cart-line-product-quantity",
};

const productId = (element: Element): Fields => ({
  product_id:
    element.querySelector<HTMLElement>("[data-id-product]")?.dataset.idProduct ??
    (element as HTMLElement).dataset.idProduct,
});

function cartShown(document: Document): Reading["cart"] {
  const items = cardItems(document, ".cart-overview .cart-item", LINE, productId);
  return items ? { items } : query(document, ".cart-overview .no-items") && { items: [] };
}

function orderShown(document: Document, location: URL): Reading["order"] {
  const said = query(document, "#order-reference-value")?.textContent?.split(/[:：]/).at(-1);
  const transaction_id = cleanText(said) ?? location.searchParams.get("id_order") ?? undefined;
  const { price: value } = cleanItem({
    price: query(document, ".order-confirmation-table .total-value td:last-child")?.textContent,
  });
  return transaction_id
    ? ({
        transaction_id,
        value,
        currency: currencyOf() as string | undefined,
        items: cardItems(document, ".order-line", {
          item_name: ".details span",
          quantity: ".qty .col-xs-4:nth-child(2)",
          price: ".qty .col-xs-4:first-child",
        }),
      } as Reading["order"])
    : undefined;
}

/** Pages that are called by no word of other shops, by the id of the body. */
const TYPES: Record<string, PageType> = {
  "new-products": "category",
  "prices-drop": "category",
  "best-sales": "category",
  manufacturer: "category",
  supplier: "category",
  authentication: "account",
  identity: "account",
  history: "account",
  addresses: "account",
};

const read: Dialect = ({ document, location, type: guess }) => {
  const kind = TYPES[query(document, "body")?.id ?? ""];
  const type = kind ?? guess;
  const details = fieldsOf(parseJson(query(document, "#product-details")?.dataset.product));
  return {
    type: kind,
    product: type == "product" && details.name ? { ...shownItem(details), quantity: undefined } : undefined,
    items:
      type == "category" || type == "search"
        ? cardItems(document, ".js-product-miniature", CARD, productId)
        : undefined,
    cart: /cart|checkout/.test(type) ? (cartOf(shop().cart) ?? cartShown(document)) : undefined,
    order: type == "order" ? orderShown(document, location) : undefined,
  };
};

function items(control: Element, { page }: ActWorld): Item[] | undefined {
  const line = control.closest(".cart-item,.js-product-miniature");
  const { product, items: list = [], cart } = page();
  if (line) {
    const seen = cardItem(line, line.matches(".cart-item") ? LINE : CARD, productId(line));
    return [
      {
        ...seen,
        ...[...list, ...(cart?.items ?? [])].find((item) => isSame(item, seen)),
        quantity: quantityIn(line),
      },
    ];
  }
  const form = control.closest("#add-to-cart-or-refresh,form");
  return form && product ? [{ ...product, quantity: quantityIn(form) }] : undefined;
}

function watch(world: ActWorld): Undo {
  const { tell, page } = world;
  const emitter = shop() as {
    on?(name: string, heard: (event: unknown) => void): void;
    removeListener?(name: string, heard: unknown): void;
  };
  let last = cartOf(shop().cart)?.items;
  const updated = guarded((event: unknown) => {
    const { reason, resp } = fieldsOf(event);
    const { linkAction, idProduct, cart } = fieldsOf(reason);
    const answer = fieldsOf(resp);
    if (answer.hasError || answer.success === false) return;
    const now = cartOf(answer.cart ?? cart ?? shop().cart)?.items;
    const changes = now && last ? cartChanges(last, now) : [];
    last = now ?? last;
    for (const [name, parameters] of changes) tell(name, parameters, TELLER);
    if (changes[0] || !idProduct) return;
    // Without the carts, its action tells.
    const known = [page().product, ...(page().items ?? []), ...(page().cart?.items ?? [])];
    const item = known.find((each) => each?.product_id === `${idProduct}`) ?? page().product;
    const name = /delete|remove/.test(linkAction)
      ? "remove_from_cart"
      : linkAction == "add-to-cart" && "add_to_cart";
    if (name)
      tell(
        name,
        cartEvent([{ ...item, product_id: `${idProduct}`, quantity: Number(answer.quantity) || 1 }]),
        TELLER,
      );
  });
  const variant = guarded(() => void setTimeout(world.reread));
  emitter.on?.("updateCart", updated);
  emitter.on?.("updatedProduct", variant);
  return () => {
    emitter.removeListener?.("updateCart", updated);
    emitter.removeListener?.("updatedProduct", variant);
  };
}

export const platform: Platform = {
  name: "prestashop",
  read,
  words: {
    add: "[data-button-action=add-to-cart]",
    remove: "[data-link-action=delete-from-cart],[data-link-action=remove-from-cart]",
    items,
    refused: "#notifications .alert-danger",
    // It answers 200 also when it refuses: its event tells.
    requests: false,
  },
  watch,
};
