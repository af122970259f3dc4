import type { ShopEvent } from "@shopkeeper/engine";

/** The engine, as the memory sees it: it knows what it was told. */
export interface Knowledge {
  /** False: known already (a repeated `transaction_id`), nothing changed. */
  take(event: ShopEvent): boolean;
  /** The number of the visit that something at `ts` belongs to. */
  visitAt(ts: number): number;
  save(): unknown;
  /** False: not to be trusted, nothing was restored. */
  restore(saved: unknown): boolean;
  reset(): void;
  /** Something is asked that has never seen the history. */
  readonly cold: boolean;
  /**
   * Shows the whole history to what is cold.
   *
   * @param folded What `fold` made of the history's beginning.
   * @param count How many of the events that covers already.
   */
  warm(events: ShopEvent[], folded?: unknown, count?: number): void;
  /**
   * What remains of events when they themselves are no longer kept; `restore` takes it like something saved.
   *
   * @param folded What was made of the events before them.
   */
  fold(events: ShopEvent[], folded?: unknown): unknown;
}
