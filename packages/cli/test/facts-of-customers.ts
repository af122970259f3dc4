import { createEngine, createPredict, type Context, type Predictions } from "@shopkeeper/engine";
import type { Order } from "../src/fit/customer.ts";

type Told = { customer: string } & Partial<Record<"visitor.lapsing" | "value.expected", number>>;

const DAY = 864e5;

/** What the engine tells of each customer at a moment, from their orders up to then, as it would in their browsers. */
export function factsOfCustomers(predictions: Predictions, orders: Order[], now: number): Told[] {
  const predict = createPredict(predictions);
  const page = { type: "other", path: "/", title: "" } as const;
  const context: Context = { now, timezoneOffset: 0, page, environment: {} };
  // The orders of a day are one, as the models have it.
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, ts, value } of orders) {
    if (ts > now) continue;
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    const day = Math.floor(ts / DAY);
    byCustomer.set(customer, days.set(day, (days.get(day) ?? 0) + value));
  }
  return [...byCustomer].map(([customer, days]) => {
    const engine = createEngine({}, predict);
    for (const [day, value] of days)
      engine.take({ id: "", name: "purchase", ts: day * DAY, visit: 1, transaction_id: String(day), value });
    return {
      customer,
      "visitor.lapsing": engine.fact("visitor.lapsing", context) as number,
      "value.expected": engine.fact("value.expected", context) as number,
    };
  });
}
