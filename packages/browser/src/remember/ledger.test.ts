import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeKnowledge } from "./fake-knowledge.ts";
import { continues, createLedger, type Ledger } from "./ledger.ts";
import type { Row, StoredEvent } from "./row.ts";

/** A journal as the tabs share it: keys grow, with gaps where a transaction was undone. */
function createSharedJournal() {
  const rows: Row[] = [];
  let last = 0;
  return {
    rows,
    from: (key: number) => rows.filter((row) => row.key >= key),
    append(events: Iterable<StoredEvent>, gap: number) {
      last += gap;
      for (const { id, event } of events)
        if (!rows.some((row) => row.id === id)) rows.push({ key: ++last, id, event });
    },
  };
}

function openTab(journal: ReturnType<typeof createSharedJournal>, text?: string) {
  const waiting = new Map<string, StoredEvent>();
  const knowledge = createFakeKnowledge();
  const ledger: Ledger = createLedger(knowledge, waiting);
  let read = text;
  ledger.rebuild(read, []);
  let reconciled = false;
  /** One transaction: appends, then learns what is there. */
  const exchange = (events: Iterable<StoredEvent>, gap: number) => {
    const { mark } = ledger;
    journal.append(events, gap);
    const rows = journal.from(mark.upTo);
    if (!continues(rows, mark)) {
      ledger.rebuild((read = undefined), []);
      ledger.rebuild(read, journal.rows);
    } else if (reconciled) ledger.learn(rows);
    else ledger.rebuild(read, rows);
    reconciled = true;
  };
  return {
    knowledge,
    ledger,
    waiting,
    load: (tail: StoredEvent[]) => exchange(tail, 0),
    add(id: string, name: string) {
      const event = { name, ts: 1, visit: 1 };
      waiting.set(id, { id, event });
      ledger.tell(id, event);
    },
    exchange(gap: number) {
      const events = [...waiting.values()];
      waiting.clear();
      exchange(events, gap);
    },
  };
}

const tab = fc.nat(2);
const step = fc.oneof(
  fc.record({ act: fc.constant("add"), tab, name: fc.constantFrom("view_item", "search") }),
  fc.record({ act: fc.constant("exchange"), tab, gap: fc.nat(2) }),
  fc.record({ act: fc.constant("save"), tab }),
  fc.record({ act: fc.constant("reload"), tab, snapshot: fc.nat(), damaged: fc.boolean() }),
);

test("whatever tabs write, learn, save and reload, in whatever order, each hears of every event once", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const journal = createSharedJournal();
      const tabs = [openTab(journal), openTab(journal), openTab(journal)];
      for (const each of tabs) each.load([]);
      const snapshots: string[] = [];
      let ids = 0;
      let added = 0;
      for (const step of steps) {
        const it = tabs[step.tab]!;
        if ("name" in step) {
          added++;
          it.add(`${ids++}`, step.name);
        } else if ("gap" in step) it.exchange(step.gap);
        else if ("damaged" in step) {
          // Any snapshot that was ever written may be the one that is found.
          const text = snapshots[step.snapshot % (snapshots.length || 1)];
          const next = openTab(journal, step.damaged ? text?.slice(1) : text);
          next.load([...it.waiting.values()]);
          tabs[step.tab] = next;
        } else snapshots.push(JSON.stringify(it.ledger.snapshot()));
      }
      for (const each of tabs) each.exchange(0);
      for (const each of tabs) each.exchange(0);
      expect(journal.rows).toHaveLength(added);
      const counts: Record<string, number> = {};
      for (const { event } of journal.rows) counts[event.name] = (counts[event.name] ?? 0) + 1;
      for (const { knowledge } of tabs) expect(knowledge.counts).toEqual(counts);
    }),
    { numRuns: 300 },
  );
});

test("a snapshot of a journal that is gone is found out", () => {
  const journal = createSharedJournal();
  const before = openTab(journal);
  before.load([]);
  before.add("a", "view_item");
  before.exchange(0);
  const other = createSharedJournal();
  other.append([{ id: "b", event: { name: "search", ts: 1, visit: 1 } }], 0);
  const after = openTab(other, JSON.stringify(before.ledger.snapshot()));
  expect(after.knowledge.counts).toEqual({ view_item: 1 });
  after.load([]);
  expect(after.knowledge.counts).toEqual({ search: 1 });
});
