import { describe, expect, test, vi } from "vitest";
import { TAIL } from "./tail.ts";
import {
  NOON,
  MINUTE,
  visit,
  visitBefore,
  look,
  keysOfOurs,
  ourDatabases,
  journalRows,
  journalNames,
  hide,
  startAnew,
} from "./visits.ts";

startAnew();

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

  test("taken back to pending: the shopper may still see what is kept, and nothing is made for that", async () => {
    const { history } = visit();
    await look(history, 2);
    history.permit("pending");
    expect((await history.exported()).events.map(({ event }) => event.name)).toEqual([
      "page_view",
      "page_view",
    ]);
    expect(await history.all()).toEqual([]);
    await history.erase();
    const { history: another } = visit("pending");
    expect((await another.exported()).events).toEqual([]);
    expect(await ourDatabases()).toEqual([]);
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
