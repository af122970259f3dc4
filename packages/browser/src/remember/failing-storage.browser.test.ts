import { describe, expect, test, vi } from "vitest";
import { NOON, visit, visitBefore, keysOfOurs, journalNames, hide, startAnew } from "./visits.ts";

startAnew();

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

  test("a write that failed is made up for by itself a moment later, where nothing more happens", async () => {
    const { history } = visit();
    await history.loaded;
    const failing = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("busy", "UnknownError");
    });
    expect(await history.add("page_view", {}, NOON).kept).toBe(false);
    failing.mockRestore();
    await vi.waitUntil(() => history.status().mode === "indexeddb", 5000);
    expect(history.status().waiting).toBe(0);
    expect(await journalNames()).toEqual(["page_view"]);
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
