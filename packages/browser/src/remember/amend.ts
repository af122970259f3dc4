// Forgetting a part of what is kept. Few pages do that, so it is no method of the journal, which all of them load.
import { DATABASE, INDEX, STORE } from "./database.ts";
import type { Amend } from "./history-types.ts";
import type { Change } from "./row.ts";
import { changeTail, readTail } from "./tail.ts";

/**
 * Forgets a part of what is kept: in the journal, in the tail, and of what waits. What events added up to that are
 * gone themselves is forgotten altogether, for nobody can take one line out of a sum.
 *
 * An order that is forgotten counts again where its page is opened again.
 */
export const amendBy =
  (change: Change): Amend =>
  async (waiting) => {
    await amendJournal(change);
    const tail = readTail();
    changeTail(tail, change(tail));
    const left = change([...waiting.values()]);
    waiting.clear();
    for (const row of left) waiting.set(row.id, row);
  };

/**
 * Replaces all rows by what is made of them, in one transaction: everything or nothing. Each gets a new key, so that
 * whoever knew the journal by one, a page or a snapshot, finds that it is another now and reads it anew.
 */
function amendJournal(change: Change): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = openDatabase();
    if (!request) return resolve();
    // Without a version: a database that a newer script made is opened as it is. Where there is none, none is made.
    request.addEventListener("upgradeneeded", () => request.transaction!.abort());
    request.addEventListener("error", () =>
      request.error!.name === "AbortError" ? resolve() : reject(request.error),
    );
    request.addEventListener("success", () => {
      const database = request.result;
      const transaction =
        database.objectStoreNames.contains(STORE) && database.transaction(STORE, "readwrite");
      const store = transaction && transaction.objectStore(STORE);
      // Else it is somebody else's, of the same name.
      if (!store || !store.indexNames.contains(INDEX)) {
        database.close();
        return resolve();
      }
      const rows = store.getAll(IDBKeyRange.bound(0, Infinity));
      rows.addEventListener("success", () => {
        try {
          const left = change(rows.result);
          store.clear();
          for (const { id, event } of left) store.add({ id, event });
        } catch (error) {
          // Else what was done before it would be kept.
          transaction.abort();
          reject(error);
        }
      });
      transaction.addEventListener("complete", () => {
        database.close();
        resolve();
      });
      transaction.addEventListener("abort", () => {
        database.close();
        reject(transaction.error);
      });
    });
  });
}

/** Where the browser allows no database there is nothing on the disk. */
function openDatabase(): IDBOpenDBRequest | undefined {
  try {
    return indexedDB.open(DATABASE);
  } catch {
    return undefined;
  }
}
