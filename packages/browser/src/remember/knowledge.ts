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
  /** Shows the whole history to what is cold. */
  warm(events: Iterable<ShopEvent>): void;
}
