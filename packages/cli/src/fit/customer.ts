import type { OrderHistory } from "@shopkeeper/engine";

/** An order, or all of a customer's orders of one day. */
export interface Order {
  customer: string;
  /** Milliseconds since 1970. */
  ts: number;
  value: number;
}

/** A customer as the models see them: when they ordered, in days since the first time, and for how much in all. */
export interface Customer extends OrderHistory {
  orders: number;
  spent: number;
}

const DAY = 864e5;

/**
 * What customers have done up to a moment. Orders of one day are one, for the models count occasions.
 *
 * @param until Milliseconds since 1970; later orders do not count.
 */
export function customersOf(orders: Order[], until: number): Map<string, Customer> {
  const days = new Map<string, Map<number, number>>();
  for (const { customer, ts, value } of orders) {
    if (ts > until) continue;
    const day = Math.floor(ts / DAY);
    const known = days.get(customer) ?? new Map<number, number>();
    days.set(customer, known.set(day, (known.get(day) ?? 0) + value));
  }
  const end = Math.floor(until / DAY);
  return new Map(
    [...days].map(([customer, values]) => {
      const first = Math.min(...values.keys());
      const spent = [...values.values()].reduce((sum, value) => sum + value, 0);
      const last = Math.max(...values.keys()) - first;
      return [
        customer,
        { orders: values.size, repeats: values.size - 1, last, age: end - first, spent },
      ] as const;
    }),
  );
}
