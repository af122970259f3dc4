import { describe, expect, test, vi } from "vitest";
import { SNAPSHOT } from "./snapshot.ts";
import { readTail, TAIL } from "./tail.ts";
import { NOON, visit, look, snapshot, journalNames, hide, startAnew } from "./visits.ts";

startAnew();

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
