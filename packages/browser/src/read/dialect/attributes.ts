import type { Item } from "@shopkeeper/engine";
import { cleanItem } from "../clean-item.ts";
import { fillIn } from "../fill-in.ts";
import { parseJson } from "../parse-json.ts";
import { queryAll } from "../query.ts";
import type { Dialect } from "./reading.ts";

const PRODUCT = "data-sk-product";

const declaredItem = (element: Element | null, attribute: string): Item | undefined => {
  const declared = parseJson(element?.getAttribute(attribute));
  return declared ? cleanItem(declared, element!.baseURI) : undefined;
};

/** The item that a control is about: what its `data-sk-item` says, filled in by the card that it is in. */
export const itemOf = (control: Element): Item | undefined =>
  fillIn(declaredItem(control, "data-sk-item"), declaredItem(control.closest(`[${PRODUCT}]`), PRODUCT));

/** So many cards are read at most: a list is bounded anyway, and a page may have as many as it likes. */
const MOST = 200;

/** `data-sk-product='{…}'`: the page's product, or those of the cards of a list. */
export const readAttributes: Dialect = ({ document }) => {
  const products: Item[] = [];
  const cards: Item[] = [];
  // A rail's cards are ours, not the page's.
  for (const element of queryAll(document, `[${PRODUCT}]:not([data-sk-rail] *)`).slice(0, MOST))
    (element.closest("ul,ol,[role=list]") ? cards : products).push(declaredItem(element, PRODUCT) ?? {});
  return products[0] && !products[1]
    ? { type: "product", product: products[0] }
    : products[0] || cards[0]
      ? { type: "category", items: [...products, ...cards] }
      : {};
};
