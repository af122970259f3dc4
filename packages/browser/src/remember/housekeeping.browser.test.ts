import { describe, expect, test, vi } from "vitest";
import { openJournal } from "./journal.ts";
import { SNAPSHOT } from "./snapshot.ts";
import { journalRows, NOON, startAnew, visit } from "./visits.ts";

startAnew();

const DAY = 864e5;

const indexes = async () => (await journalRows()).map(({ event }) => event.index);

async function aggregates() {
  const journal = openJournal();
  const folded = await journal.aggregates();
  journal.close();
  return folded;
}

/** A page that tells so many events, of which each tenth is an order. */
async function tell(count: number, from = 0, retention = { events: 1e6, days: 1e6 }) {
  const page = visit("granted", retention);
  for (let index = from; index < from + count; index++) {
    const order = index % 10 ? undefined : `${index}`;
    void page.history.add(order ? "purchase" : "page_view", { index, transaction_id: order }, NOON + index);
  }
  await page.history.add("search", { index: from + count }, NOON + from + count).kept;
  return page;
}

describe("retention", () => {
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
    await vi.waitFor(async () => expect(await indexes()).toEqual([0, 7, 8, 9]));
  });

  test("what is gone still counts, also for a page that has nothing but the journal", async () => {
    (await tell(300)).history.stop();
    visit("granted", { events: 50, days: 1e6 });
    await vi.waitFor(async () => expect(await journalRows()).toHaveLength(49));
    localStorage.removeItem(SNAPSHOT);
    const next = visit();
    await next.history.loaded;
    expect(next.knowledge.counts).toEqual({ page_view: 270, purchase: 30, search: 1 });
  });

  test("what was asked for the first time is shown what is gone and what is left, each once", async () => {
    (await tell(300)).history.stop();
    visit("granted", { events: 50, days: 1e6 }).history.stop();
    const page = visit("granted", { events: 50, days: 1e6 });
    await vi.waitFor(async () => expect(await journalRows()).toHaveLength(49));
    page.knowledge.cold = true;
    page.history.saveSoon();
    await vi.waitFor(() => expect(page.knowledge.cold).toBe(false));
    const [events, folded, count] = page.knowledge.warmedWith!;
    expect((folded as { counts: object }).counts).toMatchObject({ page_view: expect.any(Number) });
    expect(events.slice(0, count).map(({ name }) => name)).not.toContain("page_view");
    expect(events).toHaveLength(49);
  });

  test("a snapshot of before the fold is not gone on from", async () => {
    const early = await tell(100);
    early.history.saveSoon();
    await vi.waitFor(() => expect(localStorage.getItem(SNAPSHOT)).toContain("search"));
    early.history.stop();
    const snapshot = localStorage.getItem(SNAPSHOT)!;
    (await tell(200, 101)).history.stop();
    visit("granted", { events: 20, days: 1e6 });
    await vi.waitFor(async () => expect(await journalRows()).toHaveLength(20));
    localStorage.setItem(SNAPSHOT, snapshot);
    const next = visit();
    await next.history.loaded;
    expect(next.knowledge.counts).toEqual({ page_view: 270, purchase: 30, search: 2 });
  });

  test("a tab that has not read for long learns what others have folded meanwhile", async () => {
    const { history, knowledge, erased } = await tell(5);
    const other = openJournal();
    const rows = Array.from({ length: 20 }, (_, index) => ({
      id: `other ${index}`,
      event: { name: "view_item", ts: NOON + 100 + index, visit: 1 },
    }));
    const keys = (await other.sync(rows, 0)).map(({ key }) => key);
    const state = {
      counts: { page_view: 4, purchase: 1, search: 1, view_item: 15 },
      orders: ["0"],
      visit: 1,
      last: NOON,
    };
    await other.fold(0, () => ({ aggregates: { upTo: keys[20]!, state }, keys: keys.slice(0, 21) }));
    other.close();
    await history.add("search", {}, NOON + 200).kept;
    await vi.waitFor(() =>
      expect(knowledge.counts).toEqual({ page_view: 4, purchase: 1, search: 2, view_item: 20 }),
    );
    expect(erased).not.toHaveBeenCalled();
  });

  test("holds within one page too, however much happens on it", async () => {
    const page = visit("granted", { events: 100, days: 1e6 });
    await page.history.loaded;
    await vi.waitFor(() => expect(page.history.status().bytes).toBeGreaterThanOrEqual(0));
    for (let round = 0; round < 8; round++) {
      for (let index = 0; index < 50; index++) void page.history.add("page_view", { index }, NOON + index);
      await page.history.add("search", {}, NOON).kept;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await vi.waitFor(async () => expect((await journalRows()).length).toBeLessThanOrEqual(100), 10_000);
    expect(page.knowledge.counts).toEqual({ page_view: 400, search: 8 });
  });

  test("goes by bytes as well", async () => {
    (await tell(100)).history.stop();
    visit("granted", { bytes: 2000, days: 1e6 });
    await vi.waitFor(async () => expect(JSON.stringify(await journalRows()).length).toBeLessThan(2500));
    expect((await aggregates())!.upTo).toBeGreaterThan(0);
  });

  test("leaves little where the shop itself is short of room", async () => {
    vi.spyOn(StorageManager.prototype, "estimate").mockResolvedValue({ usage: 95, quota: 100 });
    (await tell(1500)).history.stop();
    visit();
    await vi.waitFor(async () => expect((await journalRows()).length).toBeLessThanOrEqual(1000), 5000);
  });

  test("works where nobody tells how much room there is", async () => {
    vi.spyOn(navigator, "storage", "get").mockReturnValue(undefined as never);
    (await tell(30)).history.stop();
    visit("granted", { events: 10, days: 1e6 });
    await vi.waitFor(async () => expect(await journalRows()).toHaveLength(10));
  });
});
