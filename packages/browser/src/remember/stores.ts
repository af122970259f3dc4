/** Asks a store within one transaction, as a journal's `run` does: what is given back reads the results when all is done. */
export type Ask = <Result>(
  mode: "readonly" | "readwrite",
  ask: (store: IDBObjectStore) => () => Result,
) => Promise<Result>;

/**
 * Where products are, in the store of the events: their keys are lists, which come after all numbers and texts, so that who
 * reads events passes over them, and who erases those erases these.
 */
export const catalogueRange = (): IDBKeyRange => IDBKeyRange.bound(["item"], ["item", []]);
