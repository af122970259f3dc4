import { rfmScore, type RfmTable } from "@shopkeeper/engine";
import { calibrate } from "./calibrate.ts";
import type { Customer } from "./customer.ts";

/** What a customer did after the moment up to which they are known. */
export interface Later {
  orders: number;
  spent: number;
}

type Edges = Pick<RfmTable, "recency" | "frequency" | "monetary">;

/** Four edges that part numbers into fifths. */
const fifths = (numbers: number[]): number[] => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return [0.2, 0.4, 0.6, 0.8].map((part) => sorted[Math.floor(part * (sorted.length - 1))]!);
};

export const rfmEdges = (customers: Customer[]): Edges => ({
  recency: fifths(customers.map(({ age, last }) => age - last)),
  frequency: fifths(customers.map(({ orders }) => orders)),
  monetary: fifths(customers.map(({ spent }) => spent)).map((edge) => Number(edge.toFixed(2))),
});

export const scoresOf = (edges: Edges, { age, last, orders, spent }: Customer): [number, number, number] =>
  rfmScore(edges, age - last, orders, spent);

/**
 * Tells of customers by fifths of how recently, how often and for how much they ordered.
 *
 * @param later What each of them did within `horizon` days.
 */
export function fitRfm(customers: Customer[], later: Later[], horizon: number): RfmTable {
  const edges = rfmEdges(customers);
  const scores = customers.map((customer) => scoresOf(edges, customer));
  return {
    ...edges,
    horizon,
    silent: calibrate(
      scores.map(([recency, frequency, monetary]) => recency + frequency + monetary),
      later.map(({ orders }) => (orders ? 0 : 1)),
      { corners: 20, direction: -1 },
    ),
    perYear: calibrate(
      scores.map(([, , monetary]) => monetary),
      later.map(({ spent }) => (spent * 365) / horizon),
      { corners: 8 },
    ),
  };
}
