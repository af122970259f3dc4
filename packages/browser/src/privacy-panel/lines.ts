import type { Item, ShopEvent } from "@shopkeeper/engine";
import {
  forgetAll,
  forgetItems,
  forgetPages,
  forgetStated,
  forgetWhere,
  tellsItem,
  type Forget,
} from "./forget.ts";
import { idOf, inCart, inOrder, itemsOf, orderOf, statedIn, sumOf, wished } from "./what-is-kept.ts";

/** The sections of the panel, in order. */
export const KINDS = ["viewed", "cart", "wish", "order", "search", "stated", "other"] as const;
export type Kind = (typeof KINDS)[number];

/** Something that is remembered, as a shopper would say it, with what it takes to forget it. */
export interface Line {
  kind: Kind;
  /** Its own among all lines. */
  key: string;
  /** A product's name, a search term, the name of a preference or of an event; of an order its products. */
  label: string;
  /** When it happened last, in milliseconds since 1970. */
  ts: number;
  /** How many: of a product in the cart, of views, of searches, of events. */
  count: number;
  /** What was stated. */
  value?: unknown;
  /** What an order came to. */
  price?: number | undefined;
  currency?: string | undefined;
  /** Of an order: the names of its products. */
  names?: string[];
  item?: Item;
  forget: Forget;
}

/** A text as it is kept: by an event of any shape. */
const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const folded = (term: string): string => term.toLowerCase();
const termOf = ({ name, search_term: term }: ShopEvent): string => (name === "purchase" ? "" : text(term));
/** What a page says of an event is recorded with the view of that page. Milliseconds. */
const AT_ONCE = 5000;

/**
 * All that is remembered, in lines, each kind with the latest first. Every event belongs to a line: who forgets them
 * all has forgotten everything.
 */
export function linesOf(given: ShopEvent[]): Line[] {
  const events = inOrder(given);
  const cart = inCart(events);
  const wishes = wished(events);
  const lines = new Map<string, Line>();

  /** What an item stands for in an event: something in the cart or wished for is a line of its own. */
  const kindOf = (item: Item, { name }: ShopEvent): Kind => {
    const id = idOf(item);
    if (name === "purchase") return "order";
    if (/cart|checkout|_info$/.test(name) && cart.has(id)) return "cart";
    return name.endsWith("wishlist") && wishes.has(id) ? "wish" : "viewed";
  };
  const add = (
    kind: Kind,
    key: string,
    ts: number,
    found: Partial<Line> & Pick<Line, "label" | "forget">,
  ) => {
    const full = `${kind} ${key}`;
    const { count = 0, item } = lines.get(full) ?? {};
    lines.set(full, {
      ...found,
      kind,
      key: full,
      ts,
      count: found.count ?? count + 1,
      ...(found.item && { item: { ...item, ...found.item } }),
    });
  };
  const forgetItem = (kind: Kind, id: string): Forget =>
    forgetItems((item, event) => idOf(item) === id && kindOf(item, event) === kind);

  let orderBefore = -Infinity;
  for (const event of events) {
    const { name, ts } = event;
    if (name === "purchase") {
      // Its page may have been opened again.
      if (lines.has(`order ${orderOf(event)}`)) continue;
      add("order", orderOf(event), ts, orderLine(event, orderBefore, events));
      orderBefore = ts;
      continue;
    }
    const term = termOf(event);
    if (term) add("search", folded(term), ts, searchLine(term));
    const stated = statedIn(event);
    for (const [key, value] of stated)
      add("stated", key, ts, { label: key, value, count: 1, forget: forgetStated(key) });
    // In a list a product is only passed by.
    const met = /_list$|promotion$/.test(name) ? [] : itemsOf(event);
    for (const item of met) {
      const [kind, id] = [kindOf(item, event), idOf(item)];
      const label = text(item.item_name) || id;
      const before = lines.get(`${kind} ${id}`)?.count ?? 0;
      const count = kind === "cart" ? cart.get(id)! : before + Number(name === "view_item");
      add(kind, id, ts, { label, item, count, forget: forgetItem(kind, id) });
    }
    if (!term && !stated.length && !met.length)
      add("other", name, ts, {
        label: name,
        forget: forgetWhere(
          (each) =>
            each.name === name && !termOf(each) && (!itemsOf(each).length || /_list$|promotion$/.test(name)),
        ),
      });
  }

  // The page of a product tells it as well.
  for (const line of lines.values())
    if (line.kind === "viewed")
      line.forget = forgetAll(
        line.forget,
        forgetPages("product", (page) => tellsItem(page, line.item!)),
      );
  return [...lines.values()].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.ts - a.ts || (a.key < b.key ? -1 : 1),
  );
}

/** An order with what was put in the cart for it: else that would be in the cart again. */
function orderLine(
  order: ShopEvent,
  orderBefore: number,
  events: ShopEvent[],
): Pick<Line, "label" | "names" | "price" | "currency" | "forget"> {
  const { ts, value, currency } = order;
  const items = itemsOf(order);
  const isIt = (event: ShopEvent): boolean =>
    /^(purchase|refund)$/.test(event.name) && orderOf(event) === orderOf(order);
  const told = events.filter(isIt);
  const price = Number(value ?? sumOf(order));
  const names = items.map((item) => text(item.item_name) || idOf(item));
  return {
    label: names.join(", "),
    names,
    price: Number.isFinite(price) ? price : undefined,
    currency: text(currency ?? items[0]?.currency) || undefined,
    forget: forgetAll(
      forgetWhere(isIt),
      forgetWhere(
        (event) =>
          /^(add_to_cart|remove_from_cart|view_cart|begin_checkout|add_\w+_info)$/.test(event.name) &&
          event.ts <= ts &&
          event.ts > orderBefore,
      ),
      forgetPages("order", (page) =>
        told.some(({ visit, ts }) => page.visit === visit && Math.abs(page.ts - ts) < AT_ONCE),
      ),
    ),
  };
}

/** A search with its page, whose title tells it as a rule. */
function searchLine(term: string): Pick<Line, "label" | "forget"> {
  const same = (event: ShopEvent): boolean => folded(termOf(event)) === folded(term);
  return {
    label: term,
    forget: forgetAll(
      forgetWhere(same),
      forgetPages("search", (page) => folded(text(page.page_title)).includes(folded(term))),
    ),
  };
}
