import type { RfmTable } from "./predictions.ts";

type Edges = Pick<RfmTable, "recency" | "frequency" | "monetary">;

/** Scores from 1 to 5, the best: how recently (days since the last order), how often and for how much in all. */
export const rfmScore = (
  { recency, frequency, monetary }: Edges,
  days: number,
  orders: number,
  spent: number,
): [recency: number, frequency: number, monetary: number] => [
  1 + recency.filter((edge) => days <= edge).length,
  1 + frequency.filter((edge) => orders >= edge).length,
  1 + monetary.filter((edge) => spent >= edge).length,
];
