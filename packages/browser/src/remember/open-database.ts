import { unwrap, wrap, type IDBPDatabase } from "idb";
import { DATABASE, INDEX, STORE } from "./database.ts";

/** The name of the error that tells of a database of our name that somebody else made. */
export const FOREIGN = "ForeignDatabaseError";

/**
 * Opens the database, whatever its version: one that a newer script made is opened as it is, for what it added is in
 * places that this one does not look at.
 *
 * @param make Whether to make it where there is none.
 * @param version For what has to be made; nobody else has to give it.
 * @returns Undefined where there is none.
 * @throws What the browser says where it allows none; `FOREIGN` where there is one of that name that is not ours.
 */
export async function openDatabase(make?: boolean, version?: number): Promise<IDBPDatabase | undefined> {
  const request = indexedDB.open(DATABASE, version);
  let isAbsent = false;
  request.addEventListener("upgradeneeded", () => {
    isAbsent = !make;
    if (isAbsent) request.transaction!.abort();
    else
      request.result
        .createObjectStore(STORE, { keyPath: "key", autoIncrement: true })
        .createIndex(INDEX, "id", { unique: true });
  });
  let database;
  try {
    database = (await wrap(request)) as IDBPDatabase;
  } catch (error) {
    if (isAbsent) return undefined;
    throw error;
  }
  const { objectStoreNames: stores } = database;
  if (
    stores.contains(STORE) &&
    // Without idb, which makes a promise of every transaction, and nobody waits for this one.
    unwrap(database).transaction(STORE).objectStore(STORE).indexNames.contains(INDEX)
  )
    return database;
  database.close();
  if (stores[0])
    throw Object.assign(new Error(`a database "${DATABASE}" that is not ours is in the way`), {
      name: FOREIGN,
    });
  // Whoever began to make it did not come to an end.
  return make ? openDatabase(make, database.version + 1) : undefined;
}
