import { unwrap, wrap, type IDBPDatabase } from "idb";
import { attempt } from "./attempt.ts";
import { DATABASE, INDEX, STORE } from "./database.ts";
import { FOREIGN, openDatabase } from "./open-database.ts";
import { completion, heed, readRows } from "./requests.ts";
import type { Ask } from "./stores.ts";
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
   * @returns Whether there was something to do.
   */
  fold(limit: number, choose: Choose): Promise<boolean>;
  /** Runs one transaction on the store, for what is kept beside the events. */
  ask: Ask;
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

interface Connection {
  database: IDBPDatabase;
  /** Rejects when the browser closes it: Chromium says nothing more of the transactions that were under way. */
  lost: Promise<never>;
}

/** Milliseconds. The first `open` in Safari 14 may never settle: https://bugs.webkit.org/show_bug.cgi?id=226547 */
const PATIENCE = 2000;

/** Milliseconds. A slow disk is no fault yet. */
const PATIENCE_WITH_TRANSACTIONS = 3000;

/** The key of the aggregates. Of another kind than those of rows, so that whoever reads rows passes over it. */
const AGGREGATES = "aggregates";

/** Keys are given up to here; a row of somebody else's that has the last one leaves none for ours. */
const LAST_KEY = 2 ** 53;

/** Rows from a key on: those have numbers only, and a key of another kind is not ours. */
const after = (key: number, isOpen?: boolean): IDBKeyRange => IDBKeyRange.bound(key, Infinity, isOpen);

/** What a database says whose files are damaged, and one that has no more keys to give. */
const BROKEN = /^(Unknown|Data|NotReadable|Constraint)Error$/;

/** The journal in IndexedDB. Nothing is opened before it is used. */
export function openJournal({ opened, deleted }: JournalOptions = {}): Journal {
  let connection: Connection | undefined;
  let connecting: Promise<Connection> | undefined;
  let closed = false;
  let mended = false;

  function disconnect(from = connection): void {
    from?.database.close();
    if (from === connection) connection = connecting = undefined;
  }

  function close(): void {
    closed = true;
    disconnect();
  }

  async function open(): Promise<Connection> {
    try {
      const database = (await openDatabase(true))!;
      const lost = new Promise<never>((_, reject) => {
        database.addEventListener("close", () => {
          disconnect(mine);
          reject(new Error("the connection was lost"));
        });
      });
      lost.catch(() => {});
      const mine = { database, lost };
      // Who wants to upgrade or delete it waits until every tab has let go.
      database.addEventListener("versionchange", ({ newVersion }) => {
        disconnect(mine);
        if (newVersion) return;
        closed = true;
        deleted?.();
      });
      connecting = Promise.resolve((connection = mine));
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
      const transaction = unwrap(used.database).transaction(STORE, mode);
      const completed = completion(transaction);
      const answer = ask(transaction.objectStore(STORE), carefully);
      // A request that succeeded says nothing: with the quota used up the transaction aborts after it.
      await patiently(Promise.race([completed, used.lost]), PATIENCE_WITH_TRANSACTIONS);
      return answer();
    } catch (error) {
      disconnect(used);
      if (carefully) throw error;
      try {
        return await run(mode, ask, true);
      } catch (again) {
        if (await begunAnew(again as Error).catch(() => false)) return run(mode, ask);
        // Firefox tells only the first time why.
        throw (again as Error).name === "AbortError" ? error : again;
      }
    }
  }

  /** Begins anew, once a page, where the store is of no use: what it has cannot be read, or nothing can be added. */
  async function begunAnew({ name }: Error): Promise<boolean> {
    if (mended || !BROKEN.test(name)) return false;
    mended = true;
    const { database } = await connect();
    const transaction = unwrap(database).transaction(STORE);
    const store = transaction.objectStore(STORE);
    const lastKeys = store.count(after(LAST_KEY));
    const rows = readRows<Row>(store, IDBKeyRange.bound(0, LAST_KEY, false, true));
    const isBroken = await completion(transaction).then(
      () => lastKeys.result > 0,
      ({ name }) => BROKEN.test(name),
    );
    disconnect();
    if (!isBroken) return false;
    await remove();
    // What could be read is not lost.
    const add = (store: IDBObjectStore) => {
      for (const { id, event } of rows.filter(isStoredEvent)) store.add({ id, event });
      return () => true;
    };
    return run("readwrite", add, true);
  }

  const remove = (): Promise<unknown> => patiently(wrap(indexedDB.deleteDatabase(DATABASE)));

  return {
    ask: run,
    sync: (events, from, limit) =>
      run(events[0] ? "readwrite" : "readonly", (store, carefully) => {
        if (events[0] && !carefully) {
          for (const { id, event } of events) store.add({ id, event });
          const rows = store.getAll(after(from), limit);
          // Else Chromium forgets what was written just before a navigation.
          store.transaction.commit();
          return () => (rows.result as Row[]).filter(isStoredEvent);
        }
        // An id that is there already undoes the rest. So it is looked for before.
        const ids = store.index(INDEX);
        const own = new Map(events.map(({ id, event }) => [id, { id, event }]));
        for (const [id, row] of own) heed(ids.getKey(id), (key) => key === undefined && store.add(row));
        let rows: Row[] = [];
        // After what is added when these answer.
        heed(store.count(after(from)), () => (rows = readRows(store, after(from), limit)));
        return () => rows.filter(isStoredEvent);
      }),
    count: (upTo = Infinity) =>
      run(
        "readonly",
        asking((store) => store.count(IDBKeyRange.bound(0, upTo))),
      ),
    aggregates: () =>
      run("readonly", (store) => {
        const found = readRows<Aggregates>(store, IDBKeyRange.only(AGGREGATES));
        return () => aggregatesIn(found);
      }),
    async fold(limit, choose) {
      let folding: Folding | undefined;
      await run("readwrite", (store) => {
        const read = <T>(range: IDBKeyRange, then: (rows: T[]) => void) =>
          void readRows(store, range, limit, then);
        read<Aggregates>(IDBKeyRange.only(AGGREGATES), (found) => {
          const before = aggregatesIn(found);
          const upTo = before?.upTo ?? 0;
          heed(store.count(after(0)), (count) =>
            read<Row>(IDBKeyRange.bound(0, upTo), (lasting) =>
              read<Row>(after(upTo, true), (rows) => {
                folding = attempt(() => choose(rows, lasting, count, before));
                if (!folding) return;
                for (const key of folding.keys) store.delete(key);
                store.put({ ...folding.aggregates, key: AGGREGATES });
              }),
            ),
          );
        });
        return () => {};
      });
      return !!folding;
    },
    async erase() {
      const isOpen = !!connection;
      // Should another page hold on to the database, as a frozen tab does, it is at least empty.
      if (isOpen)
        await run(
          "readwrite",
          asking((store) => store.clear()),
        ).catch(() => {});
      // From here on whatever is being opened is let go again.
      close();
      const problem = !isOpen && (await patiently(openDatabase()).then(empty, ({ name }) => name));
      if (problem !== FOREIGN) await remove();
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

const empty = (database?: IDBPDatabase): void => {
  if (!database) return;
  unwrap(database).transaction(STORE, "readwrite").objectStore(STORE).clear();
  database.close();
};

/** Anyone can write into the storage of a page. */
const aggregatesIn = ([kept]: Aggregates[]): Aggregates | undefined =>
  kept && kept.upTo > 0 ? kept : undefined;

const patiently = <T>(promise: Promise<T>, patience = PATIENCE): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(reject, patience, new Error("IndexedDB hangs"))),
  ]);
