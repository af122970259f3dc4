import { cdp } from "vitest/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DATABASE, openJournal, type Journal } from "./journal.ts";
import type { StoredEvent } from "./row.ts";

const stored = (id: string): StoredEvent => ({
  id,
  event: { name: "page_view", ts: 1, visit: 1, page_path: `/${id}` },
});
const ids = (rows: StoredEvent[]) => rows.map(({ id }) => id);

let journals: Journal[] = [];
function journal(options?: Parameters<typeof openJournal>[0]) {
  const opened = openJournal(options);
  journals.push(opened);
  return opened;
}

beforeEach(() => openJournal().erase());
afterEach(() => {
  vi.restoreAllMocks();
  for (const each of journals) each.close();
  journals = [];
});

const settles = (request: IDBRequest) =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error as Error));
  });

describe("a journal", () => {
  const create = () => journal();

  test("gives what was appended, in that order, under growing keys", async () => {
    const it = create();
    expect(ids(await it.sync([stored("a"), stored("b")], 0))).toEqual(["a", "b"]);
    const rows = await it.sync([stored("c")], 0);
    expect(ids(rows)).toEqual(["a", "b", "c"]);
    expect(rows[0]!.key).toBeGreaterThan(0);
    expect(rows[1]!.key).toBeGreaterThan(rows[0]!.key);
    expect(rows[2]!.key).toBeGreaterThan(rows[1]!.key);
    expect(rows[2]!.event).toEqual(stored("c").event);
  });

  test("gives only the rows from a key on, and no more than asked for", async () => {
    const it = create();
    const rows = await it.sync(["a", "b", "c", "d"].map(stored), 0);
    expect(ids(await it.sync([], rows[1]!.key))).toEqual(["b", "c", "d"]);
    expect(ids(await it.sync([], 0, 2))).toEqual(["a", "b"]);
    expect(await it.sync([], rows[3]!.key + 1)).toEqual([]);
  });

  test("passes over an id that is there, and keeps the rest", async () => {
    const it = create();
    await it.sync([stored("a")], 0);
    expect(ids(await it.sync([stored("b"), stored("a"), stored("c")], 0))).toEqual(["a", "b", "c"]);
    expect(ids(await it.sync([stored("d"), stored("d")], 0))).toEqual(["a", "b", "c", "d"]);
  });

  test("replaces its oldest rows by what they add up to, all or nothing", async () => {
    const it = create();
    const rows = await it.sync(["a", "b", "c", "d"].map(stored), 0);
    const keys = rows.map(({ key }) => key);
    expect(await it.aggregates()).toBeUndefined();
    const first = { upTo: keys[1]!, state: "a and b" };
    expect(
      await it.fold(2, (rows, lasting, count, aggregates) => {
        expect([ids(rows), lasting, count, aggregates]).toEqual([["a", "b"], [], 4, undefined]);
        return { aggregates: first, keys: [keys[0]!] };
      }),
    ).toBe(true);
    expect(await it.aggregates()).toMatchObject(first);
    expect(ids(await it.sync([], 0))).toEqual(["b", "c", "d"]);
    expect(await it.count()).toBe(3);
    await it.fold(9, (rows, lasting, count, aggregates) => {
      expect([ids(rows), ids(lasting), count]).toEqual([["c", "d"], ["b"], 3]);
      expect(aggregates).toMatchObject(first);
      throw new Error("of ours");
    });
    expect(await it.fold(9, () => undefined)).toBe(false);
    expect(ids(await it.sync([], 0))).toEqual(["b", "c", "d"]);
  });

  test("never gives a key a second time", async () => {
    const it = create();
    const [row] = await it.sync([stored("a")], 0);
    await it.fold(1, () => ({ aggregates: { upTo: row!.key, state: 1 }, keys: [row!.key] }));
    expect((await it.sync([stored("b")], 0))[0]!.key).toBeGreaterThan(row!.key);
  });

  test("has nothing left when it was erased", async () => {
    const it = create();
    await it.sync([stored("a")], 0);
    await it.erase();
    expect(await create().sync([], 0)).toEqual([]);
  });
});

describe("the journal in IndexedDB", () => {
  test("opens nothing before it is used", async () => {
    journal();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await indexedDB.databases()).toEqual([]);
  });

  test("writes the events of one call in one transaction and commits it at once", async () => {
    const it = journal();
    await it.sync([], 0);
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
    const commit = vi.spyOn(IDBTransaction.prototype, "commit");
    const written = it.sync(["a", "b", "c"].map(stored), 0);
    await Promise.resolve();
    await Promise.resolve();
    expect(commit).toHaveBeenCalledTimes(1);
    await written;
    expect(transaction).toHaveBeenCalledTimes(1);
  });

  test("says that something is kept only when its transaction completed", async () => {
    const it = journal();
    await it.sync([], 0);
    const { transaction } = IDBDatabase.prototype;
    const order: string[] = [];
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(function (
      this: IDBDatabase,
      ...given
    ) {
      const begun = transaction.apply(this, given);
      begun.addEventListener("complete", () => order.push("completed"));
      return begun;
    });
    await it.sync([stored("a")], 0).then(() => order.push("acknowledged"));
    expect(order).toEqual(["completed", "acknowledged"]);
  });

  test("does not take a request's success for an acknowledgement", async () => {
    const it = journal();
    await it.sync([], 0);
    const { add } = IDBObjectStore.prototype;
    // As with a full quota: the request succeeds, and then the transaction aborts.
    const adding = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (
      this: IDBObjectStore,
      value,
    ) {
      const request = add.call(this, value);
      const read = this.get(1);
      read.addEventListener("success", () => this.transaction.abort());
      return request;
    });
    vi.spyOn(IDBTransaction.prototype, "commit").mockReturnValue();
    await expect(it.sync([stored("a")], 0)).rejects.toThrow();
    expect(adding).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
    expect(await it.sync([], 0)).toEqual([]);
  });

  test("opens again and does the same once more when its connection died", async () => {
    const it = journal();
    await it.sync([stored("a")], 0);
    const { transaction } = IDBDatabase.prototype;
    // As iOS does it in the background: closed, and nobody was told.
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(function (
      this: IDBDatabase,
      ...given
    ) {
      this.close();
      return transaction.apply(this, given);
    });
    expect(ids(await it.sync([stored("b")], 0))).toEqual(["a", "b"]);
  });

  test("goes on when the browser's data was cleared under it", async () => {
    const it = journal();
    await it.sync([stored("a")], 0);
    await cdp().send("Storage.clearDataForOrigin", { origin: location.origin, storageTypes: "indexeddb" });
    expect(ids(await it.sync([stored("b")], 0))).toEqual(["b"]);
  });

  test("lets go of the database for whoever deletes it, says so, and does not come back", async () => {
    const deleted = vi.fn();
    const it = journal({ deleted });
    await it.sync([stored("a")], 0);
    await settles(indexedDB.deleteDatabase(DATABASE));
    expect(deleted).toHaveBeenCalledTimes(1);
    await expect(it.sync([stored("b")], 0)).rejects.toThrow();
    expect(await indexedDB.databases()).toEqual([]);
  });

  test("lets a newer script upgrade the database, and goes on with what that made of it", async () => {
    const deleted = vi.fn();
    const it = journal({ deleted });
    await it.sync([stored("a")], 0);
    const upgrade = indexedDB.open(DATABASE, 2);
    upgrade.addEventListener("upgradeneeded", () => upgrade.result.createObjectStore("later"));
    ((await settles(upgrade)) as IDBDatabase).close();
    expect(ids(await it.sync([stored("b")], 0))).toEqual(["a", "b"]);
    expect(deleted).not.toHaveBeenCalled();
  });

  test("passes over rows that are junk", async () => {
    const it = journal();
    await it.sync([stored("a")], 0);
    const database = (await settles(indexedDB.open(DATABASE))) as IDBDatabase;
    const store = database.transaction("events", "readwrite").objectStore("events");
    const junk = [
      {},
      { id: "x" },
      { id: 5, event: {} },
      { id: "y", event: null },
      { id: "z", event: { name: "n" } },
    ];
    for (const value of [
      ...junk,
      { id: "w", event: { name: "n", ts: "1", visit: 1 } },
      { key: "text", id: "v" },
    ])
      await settles(store.add(value));
    await settles(store.add({ id: "u", event: { name: "n", ts: 1, visit: 1, items: 5 } }));
    database.close();
    expect(ids(await it.sync([stored("b")], 0))).toEqual(["a", "b"]);
  });

  test("rejects when the opening throws", async () => {
    vi.spyOn(IDBFactory.prototype, "open").mockImplementationOnce(() => {
      throw new DOMException("cookies are blocked", "SecurityError");
    });
    await expect(journal().sync([stored("a")], 0)).rejects.toThrow("cookies are blocked");
  });

  test("rejects when the opening is refused, and may be asked again", async () => {
    ((await settles(indexedDB.open("newer", 2))) as IDBDatabase).close();
    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, "open").mockImplementationOnce(() => open.call(indexedDB, "newer", 1));
    const it = journal();
    await expect(it.sync([stored("a")], 0)).rejects.toMatchObject({ name: "VersionError" });
    expect(ids(await it.sync([stored("a")], 0))).toEqual(["a"]);
    await settles(indexedDB.deleteDatabase("newer"));
  });

  test("gives an opening that hangs two seconds, does not try a second one beside it, and says when it succeeds late", async () => {
    const { open } = IDBFactory.prototype;
    let hang: (() => void) | undefined;
    const opening = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(function (
      this: IDBFactory,
      ...given
    ) {
      const request = open.apply(this, given);
      const { addEventListener } = request;
      request.addEventListener = function (type: string, ...rest: never[]) {
        if (type !== "success") return addEventListener.call(request, type, ...(rest as [never]));
        addEventListener.call(request, type, (event) => event.stopImmediatePropagation());
        hang = () => (rest[0] as unknown as () => void)();
      };
      return request;
    });
    const opened = vi.fn();
    const it = journal({ opened });
    await expect(it.sync([stored("a")], 0)).rejects.toThrow();
    await expect(it.sync([stored("a")], 0)).rejects.toThrow();
    expect(opening).toHaveBeenCalledTimes(1);
    expect(opened).not.toHaveBeenCalled();
    hang!();
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
    expect(ids(await it.sync([stored("a")], 0))).toEqual(["a"]);
    expect(opening).toHaveBeenCalledTimes(1);
  });
});
