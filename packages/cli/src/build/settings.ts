/** The scalars of the table of views; see docs/building.md for what each does. */
export interface TableSettings {
  /** After so much of the whole time, what happened counts 1/e: 0.7 of a year are 256 days. */
  recency: number;
  /** How much what follows at each distance says, and how much that says of the way back; the first is of distance 1. */
  forward: number[];
  backward: number[];
  /** Exponents of how often a product was looked at: that which leads on, and that which is led to. */
  rowPower: number;
  columnPower: number;
  /** Added to how often it was looked at: what was seen twice says little. */
  shrink: number;
  /** How much two steps count beside one; 0 leaves them out. */
  hop: number;
  /** What of P counts as much: the weight is ln(1 + P / epsilon). */
  epsilon: number;
}

/** So far apart two views say something of each other. */
export const WINDOW = 10;

/** Of the strongest of each product, so many take part in two steps: with 30 they take twice as long, and foretell no better. */
export const HOP_LIMIT = 20;

/** So many are kept to be added to what two steps lead to. */
export const NEAR_LIMIT = 30;

/** Of a visit so many views count, of an order so many products: some are machines, and wholesalers. */
export const SESSION_CAP = 100;

/** Visits that have no id of their own end after 30 minutes without an event, as GA4 has it. */
export const PAUSE = 30 * 60_000;

/** How much a distance counts: exp(-(distance - 1) / reach), and the way back a part of it. */
export function distanceWeights(reach: number, back: number): Pick<TableSettings, "forward" | "backward"> {
  const forward = Array.from({ length: WINDOW }, (_, index) => Math.exp(-index / reach));
  return { forward, backward: forward.map((weight) => weight * back) };
}

/** One setting for every shop, tuned to none. */
export const DEFAULTS: TableSettings = {
  recency: 0.7,
  ...distanceWeights(2, 0.6),
  rowPower: 0.85,
  columnPower: 0.1,
  shrink: 20,
  hop: 0.6,
  epsilon: 0.03,
};

/** What is wanted of a build, beside the table's scalars. */
export interface BuildSettings {
  table: TableSettings;
  /** So many neighbours a product has at most. */
  neighbours: number;
  /** From so many common orders on, two products are bought together. */
  basketMinimum: number;
  /** So many best sellers of the whole shop. */
  popular: number;
}
