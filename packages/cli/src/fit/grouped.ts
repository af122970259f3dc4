import type { OrderHistory } from "@shopkeeper/engine";

/** Histories that are alike are worked out once, and counted so many times. */
export interface Grouped {
  history: OrderHistory;
  times: number;
}

export function groupAlike(histories: Iterable<OrderHistory>): Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const { repeats, last, age } of histories) {
    const key = `${repeats} ${last} ${age}`;
    const known = groups.get(key);
    if (known) known.times++;
    else groups.set(key, { history: { repeats, last, age }, times: 1 });
  }
  return [...groups.values()];
}
