import type { Item } from "@shopkeeper/engine";
import { cartEvent } from "./cart-event.ts";

const keyOf = ({ item_id, item_name, item_variant, variant_id }: Item): string =>
  [item_id ?? item_name, variant_id ?? item_variant].join("\n");

/** How many of each line are in a cart. */
const quantities = (items: Item[]): Map<string, number> => {
  const found = new Map<string, number>();
  for (const item of items) found.set(keyOf(item), (found.get(keyOf(item)) ?? 0) + (item.quantity ?? 1));
  return found;
};

/**
 * What has happened to a cart between two looks at it: of each line that has become more an `add_to_cart` of the
 * difference, of each that has become less a `remove_from_cart`.
 */
export function cartChanges(
  before: Item[],
  now: Item[],
): [name: string, parameters: Record<string, unknown>][] {
  const [was, is] = [quantities(before), quantities(now)];
  const lines = new Map([...before, ...now].map((item) => [keyOf(item), item]));
  return [...lines].flatMap(([key, item]): [string, Record<string, unknown>][] => {
    const more = (is.get(key) ?? 0) - (was.get(key) ?? 0);
    return more
      ? [[more > 0 ? "add_to_cart" : "remove_from_cart", cartEvent([{ ...item, quantity: Math.abs(more) }])]]
      : [];
  });
}

/** Looks at a cart again and again, and tells what has changed since. A look that knows nothing changes nothing. */
export function cartWatch(
  look: () => Item[] | undefined,
  tell: (name: string, parameters: Record<string, unknown>) => void,
): (now?: Item[]) => void {
  let last = look();
  return (now = look()) => {
    const before = last;
    last = now ?? before;
    if (before && now) for (const [name, parameters] of cartChanges(before, now)) tell(name, parameters);
  };
}
