import { wrap, type IDBPDatabase, type IDBPObjectStore } from "idb";
import { DATABASE, STORE } from "./database.ts";
import { isStoredEvent, type Row, type StoredEvent } from "./row.ts";

export { DATABASE };

/** Where events are kept, one after another. */
export interface Journal {
  /**
   * Appends events, passing over those whose id is there already, and gives the rows from a key on
   * as they are then, all in one transaction. Settles when that has completed: what was appended is kept.
   */
  sync(events: StoredEvent[], from: number, limit?: number): Promise<Row[]>;
  count(): Promise<number>;
  remove(keys: number[]): Promise<unknown>;
  /** Erases everything. The journal is closed afterwards. */
  erase(): Promise<unknown>;
  close(): void;
}

export interface JournalOptions {
  /** The database is open. That may be after it was given up, and again when a connection had died. */
  opened?(): void;
  /** The database was deleted, by another tab or by the shop's own code. The journal is closed. */
  deleted?(): void;
}

type Database = IDBPDatabase<unknown>;
type Mode = "readonly" | "readwrite";
type Store = IDBPObjectStore<unknown, [typeof STORE], typeof STORE, "readwrite">;

/** Milliseconds. The first `open` in Safari 14 may never settle: https://bugs.webkit.org/show_bug.cgi?id=226547 */
const PATIENCE = 2000;

/** The journal in IndexedDB. Nothing is opened before it is used. */
export function openJournal({ opened, deleted }: JournalOptions = {}): Journal {
  let database: Database | undefined;
  let connecting: Promise<Database> | undefined;
  let closed = false;

  function disconnect(from = database): void {
    from?.close();
    if (from === database) database = connecting = undefined;
  }

  function close(): void {
    closed = true;
    disconnect();
  }

  async function open(): Promise<Database> {
    try {
      // Without a version: a database that a newer script made is opened as it is.
      const request = indexedDB.open(DATABASE);
      request.addEventListener("upgradeneeded", () =>
        request.result
          .createObjectStore(STORE, { keyPath: "key", autoIncrement: true })
          .createIndex("id", "id", { unique: true }),
      );
      const mine = (await wrap(request)) as Database;
      mine.addEventListener("close", () => disconnect(mine));
      // Who wants to upgrade or delete it waits until every tab has let go.
      mine.addEventListener("versionchange", ({ newVersion }) => {
        disconnect(mine);
        if (newVersion) return;
        closed = true;
        deleted?.();
      });
      connecting = Promise.resolve((database = mine));
      if (closed) disconnect();
      else opened?.();
      return mine;
    } catch (error) {
      connecting = undefined;
      throw error;
    }
  }

  /** An opening that hangs is given up, but not repeated: a second one would wait behind it. */
  const connect = () => (connecting ??= patiently(open()));

  /**
   * Runs one transaction, and once more, with care, when it fails: connections die, and in Firefox one
   * that has met a full quota is of no use any more.
   */
  async function run<T>(
    mode: Mode,
    ask: (store: Store, carefully?: true) => Promise<T>,
    carefully?: true,
  ): Promise<T> {
    if (closed) throw new Error("closed");
    const used = await connect();
    try {
      const transaction = used.transaction(STORE, mode);
      const answer = ask(transaction.store as Store, carefully);
      // Else Chromium forgets what was written just before a navigation.
      if (!carefully) transaction.commit();
      // A request that succeeded says nothing: with the quota used up the transaction aborts after it.
      return (await Promise.all([answer, transaction.done]))[0];
    } catch (error) {
      disconnect(used);
      if (carefully) throw error;
      return run(mode, ask, true);
    }
  }

  return {
    sync: (events, from, limit) =>
      run(events[0] ? "readwrite" : "readonly", async (store, carefully) => {
        const add = ({ id, event }: StoredEvent) => store.add({ id, event });
        // Numbers only: a key of another kind is not ours.
        const read = () => store.getAll(IDBKeyRange.bound(from, Infinity), limit);
        let rows;
        if (carefully) {
          // An id that is there already undoes the rest; in Chromium, where the transaction was told to commit,
          // even when the error is handled. So it is looked for before.
          for (const event of events) if (!(await store.index("id").count(event.id))) await add(event);
          rows = await read();
        } else {
          const added = events.map(add);
          [rows] = await Promise.all([read(), ...added]);
        }
        return (rows as Row[]).filter(isStoredEvent);
      }),
    count: () => run("readonly", (store) => store.count()),
    remove: (keys) => run("readwrite", (store) => Promise.all(keys.map((key) => store.delete(key)))),
    async erase() {
      // Should a foreign page hold on to the database, it is at least empty.
      if (database) await run("readwrite", (store) => store.clear()).catch(() => {});
      close();
      await patiently(wrap(indexedDB.deleteDatabase(DATABASE)));
    },
    close,
  };
}

const patiently = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(reject, PATIENCE, new Error("IndexedDB hangs"))),
  ]);
