import type { Item } from "@shopkeeper/engine";
import { cleanItem, type Fields } from "../clean-item.ts";
import { cleanText } from "../clean-text.ts";
import { queryAll } from "../query.ts";

/**
 * Selectors within a card or a line, by the item's field; of several with commas between, the first that finds something counts.
 * Of `url` and `image` the address is taken, else the text.
 */
export type CardFields = Record<string, string>;

const textOf = (element: Element | null | undefined): string | undefined => cleanText(element?.textContent);

/** What the selectors find within one card, and what else is known of it. */
export function cardItem(card: Element, fields: CardFields, more: Fields = {}): Item {
  const found: Fields = {};
  for (const [field, selector] of Object.entries(fields)) {
    const element = selector
      .split(",")
      .map((each) => card.querySelector(each))
      .find(Boolean);
    found[field] =
      field == "url"
        ? element?.getAttribute("href")
        : field == "image"
          ? (element?.getAttribute("data-src") ?? element?.getAttribute("src"))
          : element?.matches("input,select")
            ? (element as HTMLInputElement).value
            : textOf(element);
  }
  return cleanItem({ ...found, ...more }, card.baseURI);
}

/** The items of all cards that a selector means, each once; absent where there are none. */
export function cardItems(
  document: Document,
  selector: string,
  fields: CardFields,
  more: (card: HTMLElement) => Fields = () => ({}),
): Item[] | undefined {
  // A rail's cards are ours, not the page's.
  const items = queryAll(document, selector)
    .filter((card) => !card.closest("[data-sk-rail]"))
    .slice(0, 50)
    .map((card) => cardItem(card, fields, more(card)))
    .filter(({ item_id, item_name }) => item_id ?? item_name);
  return items[0] && items;
}
