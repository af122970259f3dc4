import { attempt } from "./attempt.ts";

/** Settles with a transaction. It rejects with why that was undone, and not with an error of a request, which tells less. */
export function completion(transaction: IDBTransaction): Promise<void> {
  const completed = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () =>
      reject(transaction.error ?? new DOMException("The transaction was undone.", "AbortError")),
    );
  });
  // Nobody waits for it where a request could not even be made.
  completed.catch(() => {});
  return completed;
}

/** Does something with what a request gives. What throws there would be an error of the page's: it undoes the transaction. */
export function heed<T>(request: IDBRequest<T>, act: (result: T) => unknown): void {
  request.addEventListener("success", () => {
    try {
      act(request.result);
    } catch {
      attempt(() => request.transaction!.abort());
    }
  });
}

/**
 * Reads rows one by one, and passes over those that cannot be read: asked for all at once, Firefox gives none where the file of
 * one is damaged, and tells the page of an error besides.
 *
 * @param then Is given the rows when all of them are read.
 * @returns The same, when the transaction is done.
 */
export function readRows<T>(
  store: IDBObjectStore,
  range: IDBKeyRange,
  limit = Infinity,
  then?: (rows: T[]) => unknown,
): T[] {
  const rows: T[] = [];
  let count = 0;
  heed(store.openCursor(range), (cursor) => {
    if (!cursor || count++ === limit) return then?.(rows);
    attempt(() => rows.push(cursor.value));
    cursor.continue();
  });
  return rows;
}
