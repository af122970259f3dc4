import type { Item } from "../event.ts";
import { idOf } from "../profile/item.ts";
import type { Candidate, SuggestWorld } from "./suggest-world.ts";

/**
 * What was bought and may be used up: the most overdue first, then what was bought last.
 *
 * How long something lasts is told by the visitor's own orders, else by the model for its category: before 0.8 of that time it is
 * not suggested, nor ever where fewer than a tenth buy the same again. Where nothing is known, it is.
 */
export function buyAgain({ events, now, manifest }: SuggestWorld): Candidate[] {
  const bought = new Map<string, { item: Item; times: number[] }>();
  for (const { items, ts } of events("purchase"))
    for (const item of items ?? [])
      bought.set(idOf(item), { item, times: [...(bought.get(idOf(item))?.times ?? []), ts] });
  const rebuy = new Map(Object.entries(manifest()?.rebuy ?? {}));
  return [...bought]
    .flatMap(([of, { item, times }]) => {
      const last = times.at(-1)!;
      const own = (last - times[0]!) / (times.length - 1);
      const { rate, days } = rebuy.get(item.item_category!) ?? rebuy.get("") ?? { rate: 1, days: Infinity };
      const due = (now - last) / (own || days * 864e5);
      return (!own && rate < 0.1) || (due && due < 0.8) ? [] : { of, item, due, last };
    })
    .sort((a, b) => b.due - a.due || b.last - a.last)
    .map(({ of, item }) => ({ because: "bought", of, card: () => item }));
}
