import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { amendBy } from "./amend.ts";
import type * as fake from "./fake-knowledge.ts";
import type * as remember from "./history.ts";
import type { FakeKnowledge } from "./fake-knowledge.ts";
import type { History, Permission } from "./history.ts";
import { STORE } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { DATABASE, openJournal } from "./journal.ts";
import { SNAPSHOT } from "./snapshot.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const here = import.meta.url;

interface Tab {
  window: Window & typeof globalThis;
  knowledge: FakeKnowledge;
  history: History;
  changed: ReturnType<typeof vi.fn>;
  erased: ReturnType<typeof vi.fn>;
  close(): void;
}

let tabs: Tab[] = [];

/** A document of its own, with its own modules: what another tab is. */
async function openTab(permission: Permission = "granted"): Promise<Tab> {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const window = frame.contentWindow as Tab["window"];
  const load = window.Function("url", "return import(url)") as (url: string) => Promise<never>;
  const { openHistory } = (await load(new URL("history.ts", here).href)) as typeof remember;
  const { createFakeKnowledge } = (await load(new URL("fake-knowledge.ts", here).href)) as typeof fake;
  const knowledge = createFakeKnowledge();
  const changed = vi.fn();
  const erased = vi.fn();
  const history = openHistory({ knowledge, changed, erased });
  history.permit(permission);
  await history.loaded;
  const close = () => {
    history.stop();
    frame.remove();
  };
  const tab = { window, knowledge, history, changed, erased, close };
  tabs.push(tab);
  return tab;
}

const rows = async () => {
  const journal = openJournal();
  const all = await journal.sync([], 0);
  journal.close();
  return all;
};
const keysOfOurs = () => Object.keys(localStorage).filter((key) => key.startsWith("shopkeeper"));
const ourDatabases = async () => (await indexedDB.databases()).filter(({ name }) => name === DATABASE);

beforeEach(async () => {
  for (const key of keysOfOurs()) localStorage.removeItem(key);
  await openJournal().erase();
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const tab of tabs) tab.close();
  tabs = [];
});

describe("two tabs", () => {
  test("tell each other what happened, and agree on every count", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.history.add("view_item", {}, NOON).kept;
    await vi.waitFor(() => expect(two.knowledge.counts).toEqual({ view_item: 1 }));
    expect(two.changed.mock.calls[0]![0]).toMatchObject([{ name: "view_item", visit: 1 }]);
    await two.history.add("view_item", {}, NOON + 1).kept;
    await vi.waitFor(() => expect(one.knowledge.counts).toEqual({ view_item: 2 }));
    expect(two.knowledge.counts).toEqual({ view_item: 2 });
    const next = await openTab();
    expect(next.knowledge.counts).toEqual({ view_item: 2 });
  });

  test("do not answer each other for ever", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await new Promise((resolve) => setTimeout(resolve, 50));
    const written = [one, two].map(({ window }) => vi.spyOn(window.Storage.prototype, "setItem"));
    await one.history.add("view_item", {}, NOON).kept;
    await vi.waitFor(() => expect(two.knowledge.counts).toEqual({ view_item: 1 }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(written.map((spy) => spy.mock.calls.length)).toEqual([1, 0]);
  });

  test("keep an order once, though its page is open in both", async () => {
    const [one, two] = [await openTab(), await openTab()];
    const order = { transaction_id: "A-1", value: 80 };
    const kept = [one, two].map(({ history }) => history.add("purchase", order, NOON).kept);
    expect(await Promise.all(kept)).toEqual([true, true]);
    expect(await rows()).toHaveLength(1);
    expect([one.knowledge.counts, two.knowledge.counts]).toEqual([{ purchase: 1 }, { purchase: 1 }]);
    const next = await openTab();
    expect(next.knowledge.counts).toEqual({ purchase: 1 });
  });

  test("agree although they cannot hear each other, as soon as one writes or is looked at again", async () => {
    const [one, two, three] = [await openTab(), await openTab(), await openTab()];
    for (const { window } of [one, two, three])
      vi.spyOn(window.Storage.prototype, "setItem").mockImplementation(() => {
        throw new DOMException("full", "QuotaExceededError");
      });
    await one.history.add("view_item", {}, NOON).kept;
    await two.history.add("search", {}, NOON).kept;
    expect(two.knowledge.counts).toEqual({ view_item: 1, search: 1 });
    expect(three.knowledge.counts).toEqual({});
    three.window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await vi.waitFor(() => expect(three.knowledge.counts).toEqual({ view_item: 1, search: 1 }));
    await one.history.add("search", {}, NOON).kept;
    expect(one.knowledge.counts).toEqual({ view_item: 1, search: 2 });
  });

  test("count the same visit", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.history.add("page_view", {}, NOON).kept;
    await vi.waitFor(() => expect(two.knowledge.visit).toBe(1));
    expect(two.history.add("page_view", {}, NOON + 60_000).event!.visit).toBe(1);
  });

  test("forget a part together, and go on together", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.history.add("view_item", {}, NOON).kept;
    await two.history.add("search", {}, NOON).kept;
    await vi.waitFor(() => expect(one.knowledge.counts).toEqual({ view_item: 1, search: 1 }));
    await one.history.amend(amendBy((events) => events.filter(({ event }) => event.name !== "search")));
    await vi.waitFor(() => expect(two.knowledge.counts).toEqual({ view_item: 1 }));
    await two.history.add("view_item", {}, NOON).kept;
    await vi.waitFor(() => expect(one.knowledge.counts).toEqual({ view_item: 2 }));
    expect(await rows()).toHaveLength(2);
  });

  test("do not mind the shop's emptying of localStorage", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.history.add("view_item", {}, NOON).kept;
    await vi.waitFor(() => expect(two.knowledge.counts).toEqual({ view_item: 1 }));
    one.window.localStorage.clear();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(two.erased).not.toHaveBeenCalled();
    await two.history.add("view_item", {}, NOON).kept;
    await vi.waitFor(() => expect(one.knowledge.counts).toEqual({ view_item: 2 }));
  });

  test("each leave what they could not keep, and a third keeps all of it", async () => {
    const [one, two] = [await openTab(), await openTab()];
    for (const { window, history } of [one, two]) {
      vi.spyOn(window.IDBDatabase.prototype, "transaction").mockImplementation(() => {
        throw new DOMException("busy", "UnknownError");
      });
      await history.add("add_to_cart", {}, NOON).kept;
      window.dispatchEvent(new PageTransitionEvent("pagehide"));
    }
    for (const tab of [one, two]) tab.close();
    const three = await openTab();
    expect(await rows()).toHaveLength(2);
    expect(three.knowledge.counts).toEqual({ add_to_cart: 2 });
    expect(three.history.status()).toMatchObject({ events: 2, waiting: 0 });
  });
});

test("ten writers of a hundred events each make a thousand rows, and everyone counts a thousand", async () => {
  const writers = await Promise.all(Array.from({ length: 10 }, () => openTab()));
  const kept = await Promise.all(
    writers.map(async ({ history }) => {
      const kept: boolean[] = [];
      for (let index = 0; index < 50; index++) {
        const pair = [history.add("view_item", {}, NOON).kept, history.add("search", {}, NOON).kept];
        kept.push(...(await Promise.all(pair)));
      }
      return kept;
    }),
  );
  expect(kept.flat()).toEqual(Array(1000).fill(true));
  const all = await rows();
  expect(all).toHaveLength(1000);
  expect(new Set(all.map(({ id }) => id)).size).toBe(1000);
  const counts = { view_item: 500, search: 500 };
  await vi.waitFor(
    () => expect(writers.map(({ knowledge }) => knowledge.counts)).toEqual(writers.map(() => counts)),
    5000,
  );
  const next = await openTab();
  expect(next.knowledge.counts).toEqual(counts);
  expect(next.history.status().events).toBe(1000);
}, 30_000);

describe("erasing in one tab", () => {
  test.each([
    ["by the shopper's wish", (history: History) => history.erase()],
    ["by denial", async (history: History) => history.permit("denied")],
  ])("erases in all of them, %s, and nothing comes back", async (_name, erase) => {
    const [one, two, three] = [await openTab(), await openTab(), await openTab("pending")];
    await one.history.add("view_item", {}, NOON).kept;
    await two.history.add("view_item", {}, NOON).kept;
    three.history.add("view_item", {}, NOON);
    const late = [two.history.add("search", {}, NOON).kept];
    two.history.saveSoon();
    const erased = erase(one.history);
    late.push(two.history.add("add_to_cart", {}, NOON).kept);
    await erased;
    await vi.waitFor(() => expect(two.erased).toHaveBeenCalled(), 1000);
    expect(two.knowledge.counts).toEqual({});
    expect(await two.history.all()).toEqual([]);
    await Promise.all(late);
    expect(await two.history.add("view_item", {}, NOON).kept).toBe(false);
    two.window.dispatchEvent(new PageTransitionEvent("pagehide"));
    await vi.waitFor(async () => expect(await ourDatabases()).toEqual([]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ourDatabases()).toEqual([]);
    expect(keysOfOurs()).toEqual([]);
    const next = await openTab();
    expect(next.knowledge.counts).toEqual({});
  });

  test("reaches tabs that have no database", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.history.add("view_item", {}, NOON).kept;
    const { open } = two.window.IDBFactory.prototype;
    two.history.stop();
    two.window.IDBFactory.prototype.open = () => {
      throw new DOMException("no", "UnknownError");
    };
    const { openHistory } = (await (
      two.window.Function("url", "return import(url)") as (url: string) => Promise<never>
    )(new URL("history.ts", here).href)) as typeof remember;
    const erased = vi.fn();
    const history = openHistory({ knowledge: two.knowledge, changed() {}, erased });
    history.permit("granted");
    await history.loaded;
    two.window.IDBFactory.prototype.open = open;
    expect(history.status().mode).toBe("memory");
    await one.history.erase();
    await vi.waitFor(() => expect(erased).toHaveBeenCalledTimes(1));
    expect(two.knowledge.counts).toEqual({});
    history.stop();
    expect(keysOfOurs()).toEqual([]);
  });

  test("does not take away what a later page keeps", async () => {
    const [one, two] = [await openTab(), await openTab()];
    await one.history.add("view_item", {}, NOON).kept;
    await one.history.erase();
    const next = await openTab();
    await next.history.add("search", {}, NOON).kept;
    await vi.waitFor(() => expect(localStorage.getItem(SNAPSHOT)).not.toBeNull());
    two.close();
    one.close();
    expect(next.erased).not.toHaveBeenCalled();
    expect(next.knowledge.counts).toEqual({ search: 1 });
    expect((await rows()).map(({ event }) => event.name)).toEqual(["search"]);
  });

  test("is noticed by a tab that was not told, when it writes or is looked at", async () => {
    const { history, knowledge, erased, window } = await openTab();
    await history.add("view_item", {}, NOON).kept;
    const database = await openDatabase();
    await database!.clear(STORE);
    database!.close();
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await vi.waitFor(() => expect(erased).toHaveBeenCalledTimes(1));
    expect(knowledge.counts).toEqual({});
  });
});
