import { describe, expect, test, vi } from "vitest";
import { SNAPSHOT } from "./snapshot.ts";
import { NOON, visit, look, journalRows, journalNames, hide, startAnew } from "./visits.ts";

startAnew();

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

test("there is no listener for unload or beforeunload", () => {
  const listening = vi.spyOn(EventTarget.prototype, "addEventListener");
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
