import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openJournal } from "./journal.ts";
import { SNAPSHOT } from "./snapshot.ts";
import { NOON, MINUTE, visit, visitBefore, look, snapshot, journalRows, hide, startAnew } from "./visits.ts";

startAnew();

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
    expect(knowledge.warmedWith![0].map(({ name }) => name)).toEqual([
      "page_view",
      "view_item",
      "add_to_cart",
    ]);
    knowledge.cold = true;
    changed.mockClear();
    history.saveSoon();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith([]));
    expect(knowledge.cold).toBe(false);
  });

  test("shows to what is asked for the first time nothing that everybody is still to be told", async () => {
    const { history, knowledge } = visit();
    await look(history);
    const other = openJournal();
    await other.sync([{ id: "of another tab", event: { name: "search", ts: NOON, visit: 1 } }], 0);
    other.close();
    knowledge.cold = true;
    history.saveSoon();
    await vi.waitFor(() => expect(knowledge.cold).toBe(false));
    expect(knowledge.warmedWith![0].map(({ name }) => name)).toEqual(["page_view"]);
    await history.add("view_item", {}, NOON).kept;
    expect(knowledge.counts).toEqual({ page_view: 1, search: 1, view_item: 1 });
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

describe("a page that is rendered ahead", () => {
  test("keeps nothing until it is shown", async () => {
    await visitBefore("page_view");
    const before = localStorage.getItem(SNAPSHOT);
    const prerendering = vi.fn(() => true);
    vi.spyOn(
      Document.prototype as Document & { prerendering: boolean },
      "prerendering",
      "get",
    ).mockImplementation(prerendering);
    onTestFinished(() => void vi.restoreAllMocks());
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
