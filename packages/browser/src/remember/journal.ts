import { unwrap, wrap, type IDBPDatabase } from "idb";
import { attempt } from "./attempt.ts";
import { DATABASE, STORE } from "./database.ts";
import { FOREIGN, openDatabase } from "./open-database.ts";
import { isStoredEvent, type Aggregates, type Row, type StoredEvent } from "./row.ts";

export { DATABASE };

/** What becomes of the oldest rows. */
export interface Folding {
  aggregates: Aggregates;
  /** Of the rows that go. */
  keys: number[];
}

/**
 * Chooses what goes; undefined leaves all as it is.
 *
 * @param rows The first that are not in the aggregates yet.
 * @param lasting Those that stayed though they are.
 * @param count How many rows there are.
 */
export type Choose = (
  rows: Row[],
  lasting: Row[],
  count: number,
  aggregates: Aggregates | undefined,
) => Folding | undefined;

/** Where events are kept, one after another. */
export interface Journal {
  /**
   * Appends events, passing over those whose id is there already, and gives the rows from a key on
   * as they are then, all in one transaction. Settles when that has completed: what was appended is kept.
   */
  sync(events: StoredEvent[], from: number, limit?: number): Promise<Row[]>;
  /** How many rows there are, up to a key. */
  count(upTo?: number): Promise<number>;
  /** What rows that are gone added up to. Read after the rows it lacks none of those that a fold in between takes. */
  aggregates(): Promise<Aggregates | undefined>;
  /**
   * Replaces the oldest rows by what they add up to, in one transaction: whatever happens, every event is in a row that
   * comes after the aggregates, or in them.
   *
   * @param limit How many rows are looked at.
   * @param isFull The browser gives no room for the aggregates before rows have gone: then they follow in a transaction
   *   of their own.
   * @returns Whether there was something to do.
   */
  fold(limit: number, choose: Choose, isFull?: boolean): Promise<boolean>;
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

type Mode = "readonly" | "readwrite";

/** Milliseconds. The first `open` in Safari 14 may never settle: https://bugs.webkit.org/show_bug.cgi?id=226547 */
const PATIENCE = 2000;

/** The key of the aggregates. Of another kind than those of rows, so that whoever reads rows passes over it. */
const AGGREGATES = "aggregates";

/** Rows from a key on: those have numbers only, and a key of another kind is not ours. */
const after = (key: number, isOpen?: boolean): IDBKeyRange => IDBKeyRange.bound(key, Infinity, isOpen);

/** What a database says whose files are damaged. */
const UNREADABLE = /^(Unknown|Data|NotReadable)Error$/;

/** The journal in IndexedDB. Nothing is opened before it is used. */
export function openJournal({ opened, deleted }: JournalOptions = {}): Journal {
  let database: IDBPDatabase | undefined;
  let connecting: Promise<IDBPDatabase> | undefined;
  let closed = false;
  let mended = false;

  function disconnect(from = database): void {
    from?.close();
    if (from === database) database = connecting = undefined;
  }

  function close(): void {
    closed = true;
    disconnect();
  }

  async function open(): Promise<IDBPDatabase> {
    try {
      const mine = (await openDatabase(true))!;
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
   *
   * @param ask Makes its requests, and gives what reads their results when all is done. No promise stands between
   *   requests: the page may have one of its own that is too late for a transaction.
   */
  async function run<T>(
    mode: Mode,
    ask: (store: IDBObjectStore, carefully?: true) => () => T,
    carefully?: true,
  ): Promise<T> {
    if (closed) throw new Error("closed");
    const used = await connect();
    try {
      const transaction = used.transaction(STORE, mode);
      const answer = ask(unwrap(transaction.objectStore(STORE)), carefully);
      // A request that succeeded says nothing: with the quota used up the transaction aborts after it.
      await transaction.done;
      return answer();
    } catch (error) {
      disconnect(used);
      if (!carefully) return run(mode, ask, true);
      if (!mended && UNREADABLE.test((error as Error).name)) {
        mended = true;
        if (await isUnreadable()) {
          await remove();
          return run(mode, ask);
        }
      }
      throw error;
    }
  }

  /** Whether the rows cannot be read, by whatever connection: Firefox opens a damaged file and then never reads it. */
  const isUnreadable = (): Promise<boolean> =>
    run(
      "readonly",
      asking((store) => store.getAll()),
      true,
    ).then(
      () => false,
      ({ name }) => UNREADABLE.test(name),
    );

  const remove = (): Promise<unknown> => patiently(wrap(indexedDB.deleteDatabase(DATABASE)));

  return {
    sync: (events, from, limit) =>
      run(events[0] ? "readwrite" : "readonly", (store, carefully) => {
        for (const { id, event } of events) {
          const request = store.add({ id, event });
          // An id that is there already undoes the rest; in Chromium, where the transaction was told to commit, even
          // when the error is handled.
          if (carefully)
            request.addEventListener("error", (failure) => {
              if (request.error!.name !== "ConstraintError") return;
              failure.preventDefault();
              failure.stopPropagation();
            });
        }
        const rows = store.getAll(after(from), limit);
        // Else Chromium forgets what was written just before a navigation.
        if (!carefully) store.transaction.commit();
        return () => (rows.result as Row[]).filter(isStoredEvent);
      }),
    count: (upTo = Infinity) =>
      run(
        "readonly",
        asking((store) => store.count(IDBKeyRange.bound(0, upTo))),
      ),
    aggregates: () =>
      run(
        "readonly",
        asking((store) => store.get(AGGREGATES)),
      ).then(aggregatesIn),
    async fold(limit, choose, isFull) {
      let folding: Folding | undefined;
      const put = (store: IDBObjectStore) => store.put({ ...folding!.aggregates, key: AGGREGATES });
      await run("readwrite", (store) => {
        const kept = store.get(AGGREGATES);
        const count = store.count(after(0));
        count.addEventListener("success", () => {
          const before = aggregatesIn(kept.result);
          const upTo = before?.upTo ?? 0;
          const lasting = store.getAll(IDBKeyRange.bound(0, upTo), limit);
          const rows = store.getAll(after(upTo, true), limit);
          rows.addEventListener("success", () => {
            // What throws here would be an error of the page's.
            folding = attempt(() => choose(rows.result, lasting.result, count.result, before));
            if (!folding) return;
            for (const key of folding.keys) store.delete(key);
            if (!isFull) put(store);
          });
        });
        return () => {};
      });
      if (isFull && folding) await run("readwrite", asking(put));
      return !!folding;
    },
    async erase() {
      const isOpen = !!database;
      // Should a foreign page hold on to the database, it is at least empty.
      if (isOpen)
        await run(
          "readwrite",
          asking((store) => store.clear()),
        ).catch(() => {});
      // From here on whatever is being opened is let go again.
      close();
      if (isOpen || (await patiently(openDatabase()).then(letGo, isNotForeign))) await remove();
    },
    close,
  };
}

/** For a transaction of one request. */
const asking =
  <T>(ask: (store: IDBObjectStore) => IDBRequest<T>) =>
  (store: IDBObjectStore): (() => T) => {
    const request = ask(store);
    return () => request.result;
  };

const letGo = (database?: IDBPDatabase): boolean => {
  database?.close();
  return true;
};

const isNotForeign = ({ name }: Error): boolean => name !== FOREIGN;

/** Anyone can write into the storage of a page. */
const aggregatesIn = (kept?: Aggregates): Aggregates | undefined =>
  kept && kept.upTo > 0 ? kept : undefined;

const patiently = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(reject, PATIENCE, new Error("IndexedDB hangs"))),
  ]);
