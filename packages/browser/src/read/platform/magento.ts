// Magento 2 (Adobe Commerce): Luma's templates, and the private sections that it keeps in this browser.
// https://developer.adobe.com/commerce/php/development/cache/page/private-content/
import type { Item } from "@shopkeeper/engine";
import { baseNow } from "./host.ts";
import { listen } from "../../dom/elements.ts";
import { undoAll, type Undo } from "../../dom/undo.ts";
import { cartWatch } from "../acts/cart-changes.ts";
import { quantityIn } from "../acts/items-of.ts";
import { watchRequests } from "../acts/watch-requests.ts";
import { cleanItem, fieldsOf, type Fields } from "../clean-item.ts";
import { cleanText } from "../clean-text.ts";
import type { Dialect, Reading } from "../dialect/reading.ts";
import { guarded } from "../guarded.ts";
import { parseJson } from "../parse-json.ts";
import { query } from "../query.ts";
import { ask } from "./ask.ts";
import { cardItems } from "./cards.ts";
import type { ActWorld, Platform } from "./platform.ts";

/** What Hyvä, which keeps its sections in a key of its own, has handed over last. */
let handed: unknown;

/**
 * The section of the cart. It is in this browser from the first page on, but what it says is of the page before until the
 * shop has answered: it is read again after each of those requests.
 */
const section = (): Fields => {
  const stored = guarded(() => localStorage.getItem("mage-cache-storage"))();
  return fieldsOf(handed ?? fieldsOf(parseJson(stored)).cart);
};

const lineItem = (raw: unknown): Item => {
  const line = fieldsOf(raw);
  const options: unknown = line.options;
  return cleanItem(
    {
      item_id: line.product_sku ?? line.product_id,
      item_name: line.product_name,
      item_variant: Array.isArray(options)
        ? options.map((option) => cleanText(fieldsOf(option).value)).join(", ")
        : undefined,
      // HTML, where the amount itself is not there: `<span class="price">€18.00</span>`.
      price: line.product_price_value ?? String(line.product_price ?? "").replace(/<[^>]*>/g, " "),
      url: line.product_url,
      image: fieldsOf(line.product_image).src,
      quantity: line.qty,
      product_id: line.product_id && String(line.product_id),
    },
    baseNow(),
  );
};

function cartOf({ items, subtotalAmount }: Fields): Reading["cart"] {
  return Array.isArray(items)
    ? { value: Number(subtotalAmount) || undefined, items: items.map(lineItem) }
    : undefined;
}

const CARD = {
  item_name: ".product-item-link,.product-item-name",
  url: ".product-item-link,a[href]",
  image: "img",
  price: ".special-price .price,.price-final_price .price,.price",
  list_price: ".old-price .price",
};

const productFields = (card: Element): Fields => {
  const product_id = card.querySelector<HTMLElement>("[data-product-id]")?.dataset.productId;
  const sku = card.querySelector<HTMLElement>("[data-product-sku]")?.dataset.productSku;
  return { item_id: sku ?? product_id, product_id };
};

const read: Dialect = ({ document, type }) => {
  const form = query(document, "#product_addtocart_form");
  const sku = form?.dataset.productSku;
  const number = cleanText(
    query(document, ".checkout-success .order-number,.checkout-success p>span,.checkout-success p strong")
      ?.textContent,
  );
  return {
    product:
      type == "product" && sku
        ? { item_id: sku, product_id: form?.querySelector<HTMLInputElement>("[name=product]")?.value }
        : undefined,
    items:
      type == "category" || type == "search"
        ? cardItems(document, ".product-item", CARD, productFields)
        : undefined,
    cart: /cart|checkout/.test(type) ? cartOf(section()) : undefined,
    order: type == "order" && number ? { transaction_id: number } : undefined,
  };
};

function items(control: Element, { page }: ActWorld): Item[] | undefined {
  const form = control.closest("form");
  const { product, items: list = [], cart } = page();
  const id =
    form?.querySelector<HTMLInputElement>("[name=product]")?.value ??
    (control as HTMLElement).dataset.productId;
  const item = [product, ...list, ...(cart?.items ?? [])].find(
    (each) => each && id && each.product_id === id,
  );
  return item && [{ ...item, quantity: quantityIn(form) }];
}

function watch(world: ActWorld): Undo {
  const changed = cartWatch(
    () => cartOf(section())?.items,
    (name, parameters) => world.tell(name, parameters, "platform:magento"),
  );
  if (world.asks && !section().items)
    void ask("/customer/section/load/?sections=cart").then((answer) => {
      handed = fieldsOf(answer).cart;
      changed();
    });
  return undoAll([
    // The script that fetches a section stores it when it has the answer.
    watchRequests(({ url }) => {
      if (/\/customer\/section\/load/.test(url)) setTimeout(changed, 100);
    }),
    listen(window, "private-content-loaded", (event) => {
      handed = fieldsOf(fieldsOf((event as CustomEvent).detail).data).cart ?? handed;
      changed();
    }),
    listen(window, "storage", () => changed()),
  ]);
}

export const platform: Platform = {
  name: "magento",
  read,
  words: {
    add: ".action.tocart,#product-addtocart-button",
    remove: ".action.action-delete,.action.delete",
    items,
    refused: ".page.messages .message-error",
    // It answers 200 also when it refuses: the section of the cart tells.
    requests: false,
  },
  watch,
};
