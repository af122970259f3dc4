import type { Page } from "@playwright/test";

/** A row as a database gives it, with its key. */
export type RawRow = Record<string, unknown>;

/** What a database of a page holds, read past the tag; undefined where there is none. */
export const readRaw = (page: Page, name: string) =>
  page.evaluate(async (name) => {
    const all = await indexedDB.databases();
    if (!all.some((each) => each.name === name)) return undefined;
    return new Promise<{ version: number; stores: Record<string, RawRow[]> }>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.addEventListener("error", () => reject(request.error));
      request.addEventListener("success", () => {
        const database = request.result;
        const found = { version: database.version, stores: {} as Record<string, RawRow[]> };
        const names = [...database.objectStoreNames];
        const done = () => {
          database.close();
          resolve(found);
        };
        if (!names[0]) return done();
        const transaction = database.transaction(names);
        for (const store of names) {
          const rows = transaction.objectStore(store).getAll() as IDBRequest<RawRow[]>;
          rows.addEventListener("success", () => (found.stores[store] = rows.result));
        }
        transaction.addEventListener("complete", done);
      });
    });
  }, name);

/** What another script does with a database. */
export interface RawChange {
  name: string;
  version?: number;
  /** Stores to make where there are none of the name, with the options that they get. */
  make?: Record<string, IDBObjectStoreParameters>;
  /** Rows to add, by store. */
  add?: Record<string, unknown[]>;
}

/** Changes a database as a script does that knows nothing of the tag's. Rejects where it is blocked. */
export const changeRaw = (page: Page, change: RawChange): Promise<void> =>
  page.evaluate(
    ({ name, version, make = {}, add = {} }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, version);
        request.addEventListener("error", () => reject(request.error));
        request.addEventListener("blocked", () => reject(new Error("blocked")));
        request.addEventListener("upgradeneeded", () => {
          for (const [store, options] of Object.entries(make))
            if (!request.result.objectStoreNames.contains(store))
              request.result.createObjectStore(store, options);
        });
        /** Adds a row, unless the store refuses it, such as for an id that is there already. */
        const addTo = (store: IDBObjectStore, row: unknown) => {
          try {
            store.add(row).addEventListener("error", (event) => {
              event.preventDefault();
              // Else an uncaught error of the database reaches the page.
              event.stopPropagation();
            });
          } catch {
            // Its key is none.
          }
        };
        request.addEventListener("success", () => {
          const database = request.result;
          const done = () => {
            database.close();
            resolve();
          };
          if (!Object.keys(add)[0]) return done();
          const transaction = database.transaction(Object.keys(add), "readwrite");
          for (const [store, rows] of Object.entries(add))
            for (const row of rows) addTo(transaction.objectStore(store), row);
          transaction.addEventListener("complete", done);
          transaction.addEventListener("abort", () => reject(transaction.error));
        });
      }),
    change,
  );

/** A page of the same origin that has not the tag: the place for other scripts of the shop. */
export const bare = {
  path: "/bare",
  answer: (path: string) =>
    path === "/bare" ? { body: "<!doctype html><title>Bare</title><link rel=icon href=data:,>" } : undefined,
};
