import type { Item, ShopEvent } from "@shopkeeper/engine";
import { isStoredEvent, type Change } from "../remember/row.ts";
import { itemsOf, statedIn } from "./what-is-kept.ts";

/** What is left of an event when something is forgotten: itself, another, or nothing. */
export type Forget = (event: ShopEvent) => ShopEvent | undefined;

/** Forgets all events of which this holds. */
export const forgetWhere =
  (holds: (event: ShopEvent) => boolean): Forget =>
  (event) =>
    holds(event) ? undefined : event;

/**
 * Takes items out of events; one that was about nothing else goes with them. A cart that was looked at stays, for that
 * states that nothing else is in it, unless nothing of it is stated any more.
 */
export const forgetItems =
  (holds: (item: Item, event: ShopEvent) => boolean): Forget =>
  (event) => {
    const items = itemsOf(event);
    const left = items.filter((item) => !holds(item, event));
    if (left.length === items.length) return event;
    if (!left.length) return event.name === "view_cart" ? { ...event, items: [], value: 0 } : undefined;
    // What it came to, with what is forgotten.
    const { value: _value, ...others } = event;
    return { ...others, items: left };
  };

/** Takes a stated preference out. */
export const forgetStated =
  (name: string): Forget =>
  (event) => {
    const stated = statedIn(event);
    const left = stated.filter(([each]) => each !== name);
    if (left.length === stated.length) return event;
    const { ts, visit } = event;
    return left.length ? { name: event.name, ts, visit, profile: Object.fromEntries(left) } : undefined;
  };

/** Several at once. */
export const forgetAll =
  (...each: Forget[]): Forget =>
  (event) =>
    each.reduce<ShopEvent | undefined>((left, forget) => left && forget(left), event);

/** Forgets the views of the pages that something was on, told by their type and by a word of theirs. */
export const forgetPages = (type: string, told: (page: ShopEvent) => boolean): Forget =>
  forgetWhere((event) => event.name === "page_view" && event.page_type === type && told(event));

/** The same for stored events. What somebody else wrote in another shape goes too: nobody knows what it tells. */
export const changeBy =
  (forget: Forget): Change =>
  (rows) =>
    rows.filter(isStoredEvent).flatMap(({ id, event }) => {
      const left = forget(event);
      return left ? [{ id, event: left }] : [];
    });

/** Whether a page tells a product by its address or in its title. */
export const tellsItem = (
  { page_path: path, page_title: title }: ShopEvent,
  { url, item_name: name }: Item,
): boolean => Boolean((url && path === pathOf(url)) || (name && String(title ?? "").includes(name)));

function pathOf(url: string): string | undefined {
  try {
    return new URL(url).pathname;
  } catch {
    return undefined;
  }
}
