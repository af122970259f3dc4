import { describe, expect, test, vi } from "vitest";
import { amendBy } from "./amend.ts";
import { openJournal } from "./journal.ts";
import { SNAPSHOT } from "./snapshot.ts";
import { changeTail, readTail } from "./tail.ts";
import type { StoredEvent } from "./row.ts";
import {
  NOON,
  visit,
  visitBefore,
  look,
  keysOfOurs,
  snapshot,
  ourDatabases,
  journalNames,
  hide,
  startAnew,
} from "./visits.ts";

startAnew();

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

  test("takes with it what older events added up to: nobody can take one line out of a sum", async () => {
    await visitBefore("page_view", "view_item", "search");
    const journal = openJournal();
    await journal.fold(2, (rows) => ({
      aggregates: { upTo: rows[1]!.key, state: { counts: { page_view: 1, view_item: 1 }, orders: [] } },
      keys: rows.map(({ key }) => key),
    }));
    const { history, knowledge } = visit();
    await history.loaded;
    await history.amend(amendBy(without("view_item")));
    expect(knowledge.counts).toEqual({ search: 1 });
    expect(await journal.aggregates()).toBeUndefined();
    expect(await journal.count()).toBe(1);
    journal.close();
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
