import type { DuckDBConnection } from "@duckdb/node-api";
import type { Predictions } from "@shopkeeper/engine";
import type { Order } from "../fit/customer.ts";
import { fitLapsing, type LapsingFindings } from "../fit/fit-lapsing.ts";
import type { Period } from "./run-steps.ts";

/** What is learnt of customers, and how well it held. */
export interface Fitted {
  predictions: Pick<Predictions, "lapsing" | "value" | "rfm">;
  findings: LapsingFindings;
}

/** Learns from the table `orders` who comes back. Undefined where too few are known, or nobody said when. */
export async function fitPredictions(
  connection: DuckDBConnection,
  { last, isTime }: Period,
): Promise<Fitted | undefined> {
  if (!isTime) return undefined;
  const found = await connection.stream(
    "SELECT CAST(visitor AS VARCHAR), CAST(ts AS DOUBLE), coalesce(value, 0) FROM orders ORDER BY visitor, ts, purchase",
  );
  const orders: Order[] = [];
  let isValued = false;
  for await (const rows of found.yieldRowsJs())
    for (const [customer, ts, value] of rows as [string, number, number][]) {
      orders.push({ customer, ts, value });
      isValued ||= value > 0;
    }
  const fitted = orders.length ? fitLapsing(orders, last) : undefined;
  // Without prices nothing is said of what anybody is worth.
  if (!fitted || isValued) return fitted;
  const { lapsing } = fitted.predictions;
  return lapsing && { predictions: { lapsing }, findings: fitted.findings };
}
