import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { amendBy } from "./amend.ts";
import { createFakeKnowledge, type FakeKnowledge } from "./fake-knowledge.ts";
import { openHistory, type History, type HistoryOptions, type Permission } from "./history.ts";
import { DATABASE, openJournal } from "./journal.ts";
import type { StoredEvent } from "./row.ts";
import { SNAPSHOT, type Snapshot } from "./snapshot.ts";
import { changeTail, readTail, TAIL } from "./tail.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;

interface Visitor {
  history: History;
  knowledge: FakeKnowledge;
  changed: ReturnType<typeof vi.fn<HistoryOptions["changed"]>>;
  erased: ReturnType<typeof vi.fn<() => void>>;
}

let opened: History[] = [];

function visit(
  permission: Permission | undefined = "granted",
  retention?: HistoryOptions["retention"],
): Visitor {
  const knowledge = createFakeKnowledge();
  const changed = vi.fn<HistoryOptions["changed"]>();
  const erased = vi.fn<() => void>();
  const history = openHistory({ knowledge, changed, erased, retention });
  opened.push(history);
  history.permit(permission);
  return { history, knowledge, changed, erased };
}

/** The page before: events are kept, and the page is left. */
async function visitBefore(...names: string[]): Promise<void> {
  const { history } = visit();
  await Promise.all(names.map((name, index) => history.add(name, {}, NOON + index).kept));
  await history.loaded;
  history.saveSoon();
  history.stop();
}

const look = (history: History, times = 1) =>
  Promise.all(
    Array.from({ length: times }, (_, index) => history.add("page_view", { index }, NOON + index).kept),
  );

const keysOfOurs = () => Object.keys(localStorage).filter((key) => key.startsWith("shopkeeper"));
const snapshot = () => JSON.parse(localStorage.getItem(SNAPSHOT) ?? "null") as Snapshot | null;
const ourDatabases = async () => (await indexedDB.databases()).filter(({ name }) => name === DATABASE);

async function journalRows() {
  const journal = openJournal();
  const rows = await journal.sync([], 0);
  journal.close();
  return rows;
}
const journalNames = async () => (await journalRows()).map(({ event }) => event.name);

function hide(type: "visibilitychange" | "pagehide") {
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  if (type === "pagehide") dispatchEvent(new PageTransitionEvent(type));
  else document.dispatchEvent(new Event(type));
  hidden.mockRestore();
}

beforeEach(async () => {
  for (const key of keysOfOurs()) localStorage.removeItem(key);
  await openJournal().erase();
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const history of opened) history.stop();
  opened = [];
});

describe("an event", () => {
  test("is stamped with its visit, told to knowledge and kept", async () => {
    const { history, knowledge } = visit();
    await history.loaded;
    const { event, kept } = history.add("view_item", { items: [{ item_id: "mug" }] }, NOON);
    expect(event).toEqual({ name: "view_item", ts: NOON, visit: 1, items: [{ item_id: "mug" }] });
    expect(knowledge.counts).toEqual({ view_item: 1 });
    expect(await kept).toBe(true);
    expect((await journalRows()).map((row) => row.event)).toEqual([event]);
    expect(history.status()).toMatchObject({ mode: "indexeddb", events: 1, waiting: 0, error: undefined });
  });

  test("is kept when it happened before the journal was open", async () => {
    const { history } = visit();
    const { kept } = history.add("page_view", {}, NOON);
    expect(await kept).toBe(true);
    expect(await journalNames()).toEqual(["page_view"]);
  });

  test("is in the database before the next task, so that a navigation in this one does not lose it", async () => {
    const { history } = visit();
    await history.loaded;
    const commit = vi.spyOn(IDBTransaction.prototype, "commit");
    const put = vi.spyOn(IDBObjectStore.prototype, "add");
    history.add("select_item", {}, NOON);
    history.add("add_to_cart", {}, NOON);
    const channel = new MessageChannel();
    const nextTask = new Promise((resolve) => channel.port1.addEventListener("message", resolve));
    channel.port1.start();
    channel.port2.postMessage(0);
    await nextTask;
    expect(put).toHaveBeenCalledTimes(2);
    expect(commit).toHaveBeenCalledTimes(1);
  });

  test("that knowledge refuses is not kept", async () => {
    const { history, knowledge } = visit();
    const order = { transaction_id: "A-1" };
    const { event, kept } = history.add("purchase", order, NOON);
    expect(event).toBeDefined();
    expect(history.add("purchase", order, NOON + 1).event).toBeUndefined();
    await kept;
    expect(knowledge.counts).toEqual({ purchase: 1 });
    expect(await journalNames()).toEqual(["purchase"]);
  });

  test("is a copy: what the shop does to its objects later changes nothing", async () => {
    const { history } = visit();
    const items = [{ item_id: "mug" }];
    const { event, kept } = history.add("add_to_cart", { items, call: () => {} }, NOON);
    items.pop();
    await kept;
    expect(event!.items).toEqual([{ item_id: "mug" }]);
    expect((await history.all())[0]!.items).toEqual([{ item_id: "mug" }]);
  });

  test("cannot give itself another name, time or visit, and one that is no plain data is refused", async () => {
    const { history } = visit();
    expect(history.add("page_view", { name: "x", ts: 5, visit: 9 }, NOON).event).toMatchObject({
      name: "page_view",
      ts: NOON,
      visit: 1,
    });
    const ring: { ring?: unknown } = {};
    ring.ring = ring;
    const { event, kept } = history.add("ring", ring, NOON);
    expect(event).toBeUndefined();
    expect(await kept).toBe(false);
  });
});

describe("the next page", () => {
  test("knows at once what the last one knew, before the journal is open", async () => {
    await visitBefore("page_view", "page_view", "view_item");
    const { knowledge, history, changed } = visit();
    expect(knowledge.counts).toEqual({ page_view: 2, view_item: 1 });
    await history.loaded;
    expect(knowledge.counts).toEqual({ page_view: 2, view_item: 1 });
    expect(changed).not.toHaveBeenCalled();
    expect(history.status().events).toBe(3);
  });

  test("counts the visit on, or a new one after a pause", async () => {
    await visitBefore("page_view");
    const { history } = visit();
    expect(history.add("page_view", {}, NOON + 29 * MINUTE).event!.visit).toBe(1);
    expect(history.add("page_view", {}, NOON + 90 * MINUTE).event!.visit).toBe(2);
  });

  test("learns from the journal what its snapshot had not heard of", async () => {
    await visitBefore("page_view");
    const old = localStorage.getItem(SNAPSHOT)!;
    await visitBefore("view_item", "add_to_cart");
    localStorage.setItem(SNAPSHOT, old);
    const { knowledge, history, changed } = visit();
    expect(knowledge.counts).toEqual({ page_view: 1 });
    await history.loaded;
    expect(knowledge.counts).toEqual({ page_view: 1, view_item: 1, add_to_cart: 1 });
    expect(changed.mock.calls[0]![0].map(({ name }) => name)).toEqual(["view_item", "add_to_cart"]);
    await vi.waitFor(() => expect(snapshot()!.upTo).toBe(3));
  });

  test("counts its own visit again when the journal knows of a later one", async () => {
    await visitBefore("page_view");
    const old = localStorage.getItem(SNAPSHOT)!;
    const other = visit();
    await other.history.add("page_view", {}, NOON + 60 * MINUTE).kept;
    other.history.stop();
    localStorage.setItem(SNAPSHOT, old);
    const { history, knowledge } = visit();
    const { event, kept } = history.add("page_view", {}, NOON + 120 * MINUTE);
    expect(event!.visit).toBe(2);
    await kept;
    expect(event!.visit).toBe(3);
    expect((await journalRows()).map((row) => row.event.visit)).toEqual([1, 2, 3]);
    expect(knowledge.counts).toEqual({ page_view: 3 });
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, 40)],
    ["of another version", (text: string) => text.replace('"v":1', '"v":2')],
    ["emptied", () => ""],
    ["no record at all", () => "[]"],
    ["with a place that is no number", (text: string) => text.replace(/"upTo":\d+/, '"upTo":"x"')],
    ["with a state that knowledge does not trust", (text: string) => text.replace('"counts"', '"account"')],
    ["of another journal", (text: string) => text.replace(/"id":"[^"]+"/, '"id":"somebody else"')],
  ])("throws a snapshot away that is %s, and knows everything from the journal", async (_name, damage) => {
    await visitBefore("page_view", "page_view", "view_item");
    localStorage.setItem(SNAPSHOT, damage(localStorage.getItem(SNAPSHOT)!));
    const { knowledge, history } = visit();
    history.add("page_view", {}, NOON + 5);
    await history.loaded;
    expect(knowledge.counts).toEqual({ page_view: 3, view_item: 1 });
    await vi.waitFor(() => expect(snapshot()).toMatchObject({ v: 1, state: { counts: { page_view: 3 } } }));
  });

  test("forgets what the journal forgot: evicted, cleared or damaged, the journal is the truth", async () => {
    await visitBefore("page_view", "view_item");
    await openJournal().erase();
    const { knowledge, history } = visit();
    expect(knowledge.counts).toEqual({ page_view: 1, view_item: 1 });
    await history.loaded;
    expect(knowledge.counts).toEqual({});
    await look(history);
    expect(knowledge.counts).toEqual({ page_view: 1 });
  });

  test("skips rows that are junk, and those that knowledge cannot take", async () => {
    await visitBefore("page_view", "throws");
    localStorage.removeItem(SNAPSHOT);
    const { knowledge, history } = visit();
    await history.loaded;
    expect(knowledge.counts).toEqual({ page_view: 1 });
    expect(history.status()).toMatchObject({ mode: "indexeddb", error: undefined });
  });

  test("shows the whole history to what is asked for the first time", async () => {
    await visitBefore("page_view", "view_item");
    const { knowledge, history, changed } = visit();
    knowledge.cold = true;
    history.add("add_to_cart", {}, NOON + 9);
    await history.loaded;
    expect(knowledge.warmedWith!.map(({ name }) => name)).toEqual(["page_view", "view_item", "add_to_cart"]);
    knowledge.cold = true;
    changed.mockClear();
    history.saveSoon();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith([]));
    expect(knowledge.cold).toBe(false);
  });

  test("keeps an older snapshot, which is only behind, when a new one would be too large", async () => {
    await visitBefore("page_view");
    const { history, knowledge } = visit();
    await history.loaded;
    knowledge.save = () => ({ counts: {}, text: "x".repeat(24_000) });
    await look(history);
    history.saveSoon();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(localStorage.getItem(SNAPSHOT)!.length).toBeLessThan(24_000);
    expect(snapshot()!.upTo).toBe(1);
    history.stop();
    const next = visit();
    await next.history.loaded;
    expect(next.knowledge.counts).toEqual({ page_view: 2 });
  });
});

describe("what is left behind", () => {
  /** Until the answer is called, nothing can be written. */
  function failWrites(): () => void {
    const { transaction } = IDBDatabase.prototype;
    const failing = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
      this: IDBDatabase,
      stores,
      mode,
    ) {
      if (mode === "readwrite") throw new DOMException("busy", "UnknownError");
      return transaction.call(this, stores, mode);
    });
    return () => failing.mockRestore();
  }

  test.each(["visibilitychange", "pagehide"] as const)(
    "at %s is what is not known to be kept; the next page keeps it, once",
    async (type) => {
      const { history } = visit();
      await history.loaded;
      const release = failWrites();
      const { kept } = history.add("add_to_cart", { value: 5 }, NOON);
      expect(await kept).toBe(false);
      expect(localStorage.getItem(TAIL)).toBeNull();
      hide(type);
      expect(readTail().map(({ event }) => event.value)).toEqual([5]);
      history.stop();
      release();

      const next = visit();
      await next.history.loaded;
      expect(next.knowledge.counts).toEqual({ add_to_cart: 1 });
      expect(await journalNames()).toEqual(["add_to_cart"]);
      expect(localStorage.getItem(TAIL)).toBeNull();
      next.history.stop();

      const afterwards = visit();
      await afterwards.history.loaded;
      expect(afterwards.knowledge.counts).toEqual({ add_to_cart: 1 });
    },
  );

  test("is nothing when all is kept", async () => {
    const { history } = visit();
    await look(history);
    hide("pagehide");
    expect(localStorage.getItem(TAIL)).toBeNull();
  });

  test("is not told twice when it was kept after all, whoever knows of it", async () => {
    const { history } = visit();
    await history.loaded;
    const { kept } = history.add("add_to_cart", {}, NOON);
    await Promise.resolve();
    hide("visibilitychange");
    const tail = localStorage.getItem(TAIL)!;
    expect(JSON.parse(tail)).toHaveLength(1);
    await kept;
    expect(localStorage.getItem(TAIL)).toBeNull();
    await vi.waitFor(() => expect(snapshot()!.upTo).toBe(1));
    history.stop();
    for (const text of [localStorage.getItem(SNAPSHOT)!, ""]) {
      localStorage.setItem(SNAPSHOT, text);
      localStorage.setItem(TAIL, tail);
      const next = visit();
      await next.history.loaded;
      expect(next.knowledge.counts).toEqual({ add_to_cart: 1 });
      expect(await journalNames()).toEqual(["add_to_cart"]);
      next.history.stop();
    }
  });

  test("lies beside what other tabs left, and leaves that alone", async () => {
    const { history } = visit();
    await history.loaded;
    const release = failWrites();
    localStorage.setItem(
      TAIL,
      JSON.stringify([{ id: "theirs", event: { name: "search", ts: NOON, visit: 1 } }]),
    );
    history.add("add_to_cart", {}, NOON);
    hide("visibilitychange");
    expect(readTail().map(({ event }) => event.name)).toEqual(["search", "add_to_cart"]);
    release();
    await history.add("page_view", {}, NOON).kept;
    expect(readTail().map(({ id }) => id)).toEqual(["theirs"]);
  });

  test("is the newest part of it where it is too much", async () => {
    const { history } = visit();
    await history.loaded;
    failWrites();
    for (let index = 0; index < 300; index++)
      history.add("page_view", { index, text: "x".repeat(100) }, NOON + index);
    hide("pagehide");
    expect(localStorage.getItem(TAIL)!.length).toBeLessThan(16_001);
    expect(readTail().at(-1)!.event.index).toBe(299);
    expect(readTail().length).toBeGreaterThan(30);
  });

  test("may be junk", async () => {
    for (const text of ["{", "5", '[null,{"id":1},{"id":"x","event":{}}]']) {
      localStorage.setItem(TAIL, text);
      const { history, knowledge } = visit();
      await history.loaded;
      expect(knowledge.counts).toEqual({});
      history.stop();
    }
  });

  test("also holds what happens while the page is being left", async () => {
    const { history } = visit();
    await history.loaded;
    const put = vi.spyOn(IDBObjectStore.prototype, "add");
    hide("pagehide");
    expect(await history.add("page_leave", {}, NOON).kept).toBe(false);
    expect(put).not.toHaveBeenCalled();
    expect(readTail().map(({ event }) => event.name)).toEqual(["page_leave"]);
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await vi.waitFor(() => expect(localStorage.getItem(TAIL)).toBeNull());
    expect(await journalNames()).toEqual(["page_leave"]);
  });
});

describe("permission", () => {
  test("pending: nothing is written, not one key, and everything is known in memory", async () => {
    const read = vi.spyOn(Storage.prototype, "getItem");
    const { history, knowledge } = visit("pending");
    await history.loaded;
    expect(
      await Promise.all([history.add("page_view", {}, NOON).kept, history.add("search", {}, NOON).kept]),
    ).toEqual([false, false]);
    history.saveSoon();
    await new Promise((resolve) => setTimeout(resolve, 20));
    hide("visibilitychange");
    hide("pagehide");
    expect(knowledge.counts).toEqual({ page_view: 1, search: 1 });
    expect((await history.all()).map(({ name }) => name)).toEqual(["page_view", "search"]);
    expect(read).not.toHaveBeenCalled();
    expect(await indexedDB.databases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
    expect(history.status()).toMatchObject({ mode: "memory", events: 2, waiting: 2 });
  });

  test("granted later: what happened on this page is kept, on top of what was known", async () => {
    await visitBefore("page_view");
    const { history, knowledge } = visit("pending");
    const { event } = history.add("view_item", {}, NOON + 60 * MINUTE);
    expect([event!.visit, knowledge.counts]).toEqual([1, { view_item: 1 }]);
    history.permit("granted");
    expect([event!.visit, knowledge.counts]).toEqual([2, { page_view: 1, view_item: 1 }]);
    expect(await history.add("add_to_cart", {}, NOON + 61 * MINUTE).kept).toBe(true);
    expect(await journalNames()).toEqual(["page_view", "view_item", "add_to_cart"]);
    expect(knowledge.counts).toEqual({ page_view: 1, view_item: 1, add_to_cart: 1 });
  });

  test("taken back to pending: what is kept stays, and is not touched", async () => {
    const { history } = visit();
    await look(history, 2);
    history.permit("pending");
    const before = JSON.stringify(localStorage);
    expect(await history.add("page_view", {}, NOON).kept).toBe(false);
    hide("pagehide");
    expect(JSON.stringify(localStorage)).toBe(before);
    expect(await journalRows()).toHaveLength(2);
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    history.permit("granted");
    expect(await history.add("page_view", {}, NOON).kept).toBe(true);
    expect(await journalRows()).toHaveLength(4);
  });

  test("denied: erases everything that was kept, knows nothing and learns nothing", async () => {
    await visitBefore("page_view", "view_item");
    localStorage.setItem(TAIL, "[]");
    const { history, knowledge } = visit("denied");
    expect(history.add("page_view", {}, NOON).event).toBeUndefined();
    await history.loaded;
    await vi.waitFor(async () => expect(await ourDatabases()).toEqual([]));
    expect(keysOfOurs()).toEqual([]);
    expect(knowledge.counts).toEqual({});
    expect(await history.all()).toEqual([]);
  });

  test("denied after events were written in the same task: none of them comes back", async () => {
    const { history, knowledge } = visit();
    await look(history, 3);
    const { kept } = history.add("add_to_cart", {}, NOON);
    await Promise.resolve();
    history.add("add_to_cart", {}, NOON);
    history.permit("denied");
    await kept;
    hide("pagehide");
    await vi.waitFor(async () => expect(await ourDatabases()).toEqual([]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
    expect(knowledge.counts).toEqual({});
  });
});

describe("erasing", () => {
  test("leaves nothing, and nothing is kept until that is permitted again", async () => {
    await visitBefore("page_view");
    const { history, knowledge } = visit();
    await look(history, 2);
    await history.erase();
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
    expect(knowledge.counts).toEqual({});
    expect(await history.exportRows()).toEqual([]);
    expect(history.status()).toMatchObject({ mode: "memory", events: 0 });

    expect(await history.add("page_view", {}, NOON).kept).toBe(false);
    hide("pagehide");
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);

    history.permit("granted");
    expect(await history.add("search", {}, NOON).kept).toBe(true);
    expect(await journalNames()).toEqual(["page_view", "search"]);
  });

  test("is not undone by a write in flight, nor by the tail, nor by a snapshot", async () => {
    const { history } = visit();
    await look(history);
    const writes = [history.add("page_view", {}, NOON).kept];
    await Promise.resolve();
    await Promise.resolve();
    writes.push(history.add("view_item", {}, NOON).kept);
    history.saveSoon();
    const erased = history.erase();
    writes.push(history.add("add_to_cart", {}, NOON).kept);
    hide("pagehide");
    await erased;
    await Promise.all(writes);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
  });

  test("before the journal is open comes in time too", async () => {
    await visitBefore("page_view");
    const { history, knowledge } = visit();
    await history.erase();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
    expect(knowledge.counts).toEqual({});
  });

  test("by the shop's own code, which deletes every database, is obeyed", async () => {
    const { history, knowledge, erased } = visit();
    await look(history);
    const request = indexedDB.deleteDatabase(DATABASE);
    await new Promise((resolve) => request.addEventListener("success", resolve));
    expect(erased).toHaveBeenCalledTimes(1);
    expect(knowledge.counts).toEqual({});
    expect(await history.add("page_view", {}, NOON).kept).toBe(false);
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
  });
});

describe("forgetting a part", () => {
  const without = (name: string) => (events: StoredEvent[]) =>
    events.filter(({ event }) => event.name !== name);

  test("takes it out of the journal, the snapshot and what is known", async () => {
    const { history, knowledge } = visit();
    await Promise.all(["search", "view_item", "search"].map((name) => history.add(name, {}, NOON).kept));
    await history.amend(amendBy(without("search")));
    expect(await journalNames()).toEqual(["view_item"]);
    expect(knowledge.counts).toEqual({ view_item: 1 });
    expect(history.status()).toMatchObject({ mode: "indexeddb", events: 1 });
    hide("pagehide");
    expect(visit().knowledge.counts).toEqual({ view_item: 1 });
  });

  test("changes what an event holds", async () => {
    const { history } = visit();
    await history.add("view_item_list", { items: [{ item_id: "a" }, { item_id: "b" }] }, NOON).kept;
    const dropFirst = (events: StoredEvent[]) =>
      events.map(({ id, event }) => ({ id, event: { ...event, items: event.items!.slice(1) } }));
    await history.amend(amendBy(dropFirst));
    expect(await history.all()).toMatchObject([{ items: [{ item_id: "b" }] }]);
  });

  test("is not undone by what is under way, nor by the tail, nor by a snapshot of before", async () => {
    const { history, knowledge } = visit();
    await look(history);
    await vi.waitFor(() => expect(snapshot()!.upTo).toBeGreaterThan(0));
    const before = localStorage.getItem(SNAPSHOT);
    const writes = [history.add("search", {}, NOON).kept];
    await Promise.resolve();
    await Promise.resolve();
    writes.push(history.add("search", {}, NOON).kept);
    changeTail([], [{ id: "left behind", event: { name: "search", ts: NOON, visit: 1 } }]);
    const amended = history.amend(amendBy(without("search")));
    writes.push(history.add("view_item", {}, NOON).kept);
    await amended;
    await Promise.all(writes);
    await vi.waitFor(async () => expect(await journalNames()).toEqual(["page_view", "view_item"]));
    expect(knowledge.counts).toEqual({ page_view: 1, view_item: 1 });
    expect(readTail()).toEqual([]);

    history.stop();
    localStorage.setItem(SNAPSHOT, before!.replace('"page_view":1', '"page_view":1,"search":2'));
    const next = visit();
    expect(next.knowledge.counts).toMatchObject({ search: 2 });
    await next.history.loaded;
    expect(next.knowledge.counts).toEqual({ page_view: 1, view_item: 1 });
  });

  test("does not bring back what is erased meanwhile", async () => {
    const { history } = visit();
    await look(history, 3);
    await Promise.all([history.amend(amendBy((events) => events.slice(1))).catch(() => {}), history.erase()]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
  });

  test("works where there is no IndexedDB", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    const { history, knowledge } = visit();
    await history.add("search", {}, NOON).kept;
    await history.add("page_view", {}, NOON).kept;
    await history.amend(amendBy(without("search")));
    expect(knowledge.counts).toEqual({ page_view: 1 });
    expect((await history.all()).map(({ name }) => name)).toEqual(["page_view"]);
  });

  test("makes no database where there is none", async () => {
    await amendBy((events) => events)(new Map());
    expect(await ourDatabases()).toEqual([]);
  });

  test("before the visitor agreed opens nothing", async () => {
    const { history } = visit("pending");
    history.add("search", {}, NOON);
    await history.amend(amendBy(without("search")));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await history.all()).toEqual([]);
    expect(await ourDatabases()).toEqual([]);
  });

  test.for([
    [
      "the change",
      () => {
        throw new Error("of the change");
      },
    ],
    ["what it leaves", ([first]: StoredEvent[]) => [first!, first!]],
    [
      "a row that cannot be stored",
      ([first]: StoredEvent[]) => [first!, { id: "x", event: () => {} } as never],
    ],
  ] as [string, (events: StoredEvent[]) => StoredEvent[]][])(
    "that fails by %s says so, and all is as it was",
    async ([, change]) => {
      const { history, knowledge } = visit();
      await look(history, 2);
      await expect(history.amend(amendBy(change))).rejects.toThrow();
      expect(knowledge.counts).toEqual({ page_view: 2 });
      expect(await journalNames()).toHaveLength(2);
      expect(await history.add("page_view", {}, NOON).kept).toBe(true);
      expect(knowledge.counts).toEqual({ page_view: 3 });
    },
  );
});

describe("when storage fails", () => {
  async function goesOnInMemory() {
    const { history, knowledge } = visit();
    const { event, kept } = history.add("page_view", {}, NOON);
    expect(event).toBeDefined();
    expect(await kept).toBe(false);
    await history.loaded;
    expect(await history.add("search", {}, NOON).kept).toBe(false);
    expect(knowledge.counts).toEqual({ page_view: 1, search: 1 });
    expect((await history.all()).map(({ name }) => name)).toEqual(["page_view", "search"]);
    expect(history.status()).toMatchObject({ mode: "memory", events: 2, error: expect.any(String) });
    return history;
  }

  test("an opening that throws", async () => {
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    });
    const history = await goesOnInMemory();
    expect(history.status().error).toContain("SecurityError");
    await history.erase();
    expect(keysOfOurs()).toEqual([]);
  });

  test("an opening that is refused; and the next page keeps what this one could not", async () => {
    const newer = indexedDB.open("newer", 2);
    await new Promise((resolve) => newer.addEventListener("success", resolve));
    newer.result.close();
    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => open.call(indexedDB, "newer", 1));
    const history = await goesOnInMemory();
    hide("pagehide");
    history.stop();
    vi.restoreAllMocks();
    indexedDB.deleteDatabase("newer");
    const next = visit();
    expect(next.knowledge.counts).toEqual({ page_view: 1, search: 1 });
    await next.history.loaded;
    expect(next.knowledge.counts).toEqual({ page_view: 1, search: 1 });
    expect(await journalNames()).toEqual(["page_view", "search"]);
  });

  test("an opening that hangs; and when it succeeds late, everything is kept", async () => {
    const { open } = IDBFactory.prototype;
    let release: (() => void) | undefined;
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(function (this: IDBFactory, ...given) {
      const request = open.apply(this, given);
      const { addEventListener } = request;
      request.addEventListener = (type: string, listener: EventListener) => {
        if (type !== "success") return addEventListener.call(request, type, listener);
        addEventListener.call(request, type, (event) => event.stopImmediatePropagation());
        release = () => listener(new Event("success"));
      };
      return request;
    });
    await visit("pending").history.loaded;
    const history = await goesOnInMemory();
    release!();
    await vi.waitFor(() =>
      expect(history.status()).toMatchObject({ mode: "indexeddb", waiting: 0, events: 2 }),
    );
    vi.restoreAllMocks();
    expect(await journalNames()).toEqual(["page_view", "search"]);
  });

  test("no localStorage: the journal is enough", async () => {
    vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const { history } = visit();
    expect(await history.add("page_view", {}, NOON).kept).toBe(true);
    hide("pagehide");
    history.stop();
    const next = visit();
    await next.history.loaded;
    expect(next.knowledge.counts).toEqual({ page_view: 1 });
  });

  test("writes that fail are given up after three, and said to be in memory", async () => {
    const { history } = visit();
    await history.loaded;
    const put = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    for (let index = 0; index < 6; index++)
      expect(await history.add("page_view", { index }, NOON).kept).toBe(false);
    expect(put.mock.calls.length).toBeLessThanOrEqual(6);
    expect(history.status()).toMatchObject({ mode: "memory", waiting: 6 });
    expect(history.status().error).toContain("QuotaExceededError");
  });

  test("a write that failed is made up for by the next one", async () => {
    const { history, knowledge } = visit();
    await history.loaded;
    const failing = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("busy", "UnknownError");
    });
    expect(await history.add("page_view", {}, NOON).kept).toBe(false);
    failing.mockRestore();
    expect(await history.add("search", {}, NOON).kept).toBe(true);
    expect(await journalNames()).toEqual(["page_view", "search"]);
    expect(knowledge.counts).toEqual({ page_view: 1, search: 1 });
    expect(history.status()).toMatchObject({ mode: "indexeddb", waiting: 0 });
  });

  test("knowledge that is cold is not shown half a history", async () => {
    await visitBefore("page_view");
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("no", "UnknownError");
    });
    const { history, knowledge } = visit();
    knowledge.cold = true;
    await history.loaded;
    expect(knowledge.cold).toBe(true);
  });
});

describe("retention", () => {
  const DAY = 864e5;

  test("what is older than its days goes, but for purchases and the row that snapshots refer to", async () => {
    vi.spyOn(Date, "now").mockReturnValue(NOON);
    const { history } = visit();
    const days = [400, 400, 800, 100, 1];
    for (const [index, age] of days.entries())
      await history.add(
        index % 2 ? "purchase" : "page_view",
        { age, transaction_id: `${index}` },
        NOON - age * DAY,
      ).kept;
    history.stop();
    const next = visit();
    await vi.waitFor(async () =>
      expect((await journalRows()).map(({ event }) => event.age)).toEqual([400, 100, 1]),
    );
    expect(next.knowledge.counts).toEqual({ page_view: 3, purchase: 2 });
    await vi.waitFor(() => expect(next.history.status().events).toBe(3));
  });

  test("of too many the oldest go, purchases last", async () => {
    const before = visit("granted", { events: 1000, days: 1e6 });
    for (let index = 0; index < 10; index++)
      await before.history.add(index ? "page_view" : "purchase", { index }, NOON).kept;
    before.history.stop();
    visit("granted", { events: 4, days: 1e6 });
    await vi.waitFor(async () =>
      expect((await journalRows()).map(({ event }) => event.index)).toEqual([0, 7, 8, 9]),
    );
  });
});

describe("a page that is rendered ahead", () => {
  test("keeps nothing until it is shown", async () => {
    await visitBefore("page_view");
    const before = localStorage.getItem(SNAPSHOT);
    const prerendering = vi.fn(() => true);
    Object.defineProperty(document, "prerendering", { get: prerendering, configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(document, "prerendering"));
    const { history, knowledge } = visit();
    expect(knowledge.counts).toEqual({ page_view: 1 });
    expect(await history.add("page_view", {}, NOON + 1).kept).toBe(false);
    history.saveSoon();
    hide("pagehide");
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(localStorage.getItem(SNAPSHOT)).toBe(before);
    expect(await journalRows()).toHaveLength(1);

    prerendering.mockReturnValue(false);
    document.dispatchEvent(new Event("prerenderingchange"));
    await history.loaded;
    await vi.waitFor(async () => expect(await journalRows()).toHaveLength(2));
    expect(knowledge.counts).toEqual({ page_view: 2 });
  });
});

test("there is no listener for unload or beforeunload", () => {
  const listening = vi.spyOn(window, "addEventListener");
  visit();
  const types = listening.mock.calls.map(([type]) => type);
  expect(types).toContain("pagehide");
  expect(types).not.toContain("unload");
  expect(types).not.toContain("beforeunload");
});

test("a stopped history writes and hears nothing", async () => {
  const { history, changed } = visit();
  await look(history);
  history.stop();
  const before = JSON.stringify(localStorage);
  expect(await history.add("page_view", {}, NOON).kept).toBe(false);
  hide("pagehide");
  dispatchEvent(new StorageEvent("storage", { key: SNAPSHOT, newValue: "x" }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(JSON.stringify(localStorage)).toBe(before);
  expect(changed).not.toHaveBeenCalled();
});
