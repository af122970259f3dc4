import { describe, expect, test } from "vitest";
import { DATABASE } from "./journal.ts";
import {
  NOON,
  visit,
  visitBefore,
  look,
  keysOfOurs,
  ourDatabases,
  journalNames,
  hide,
  startAnew,
} from "./visits.ts";

startAnew();

describe("erasing", () => {
  test("leaves nothing, and nothing is kept until that is permitted again", async () => {
    await visitBefore("page_view");
    const { history, knowledge } = visit();
    await look(history, 2);
    await history.erase();
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
    expect(knowledge.counts).toEqual({});
    expect(await history.exported()).toEqual({ events: [], aggregates: undefined });
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
