import type { ShopEvent } from "@shopkeeper/engine";
import { attempt } from "./attempt.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Aggregates, Row, StoredEvent } from "./row.ts";
import { parseSnapshot, type Snapshot } from "./snapshot.ts";

/** A place in the journal: the key of a row and its id. */
export type Mark = Pick<Snapshot, "upTo" | "id">;

/** The account of what knowledge was told, so that it hears of every event once. */
export interface Ledger {
  /** Up to where knowledge knows the journal. */
  readonly mark: Mark;
  /** Whether knowledge was told of an event that it has not read in the journal yet. */
  isBeyond(id: string): boolean;
  /** Tells knowledge of an event that is not in the journal yet; false where it knew. */
  tell(id: string, event: ShopEvent): boolean;
  /** Tells knowledge of rows of the journal; the events that were news. */
  learn(rows: Row[]): ShopEvent[];
  /**
   * Begins anew: with what a snapshot knows, or else the aggregates, then the rows, then the events that wait to be
   * kept, whose visits are counted again. The events of rows that were news.
   */
  rebuild(text: string | null | undefined, rows: Row[], aggregates?: Aggregates): ShopEvent[];
  snapshot(): Snapshot;
}

const START: Mark = { upTo: 0, id: "" };

/** @param waiting The events that are not in the journal yet; those that turn out to be known are taken out. */
export function createLedger(knowledge: Knowledge, waiting: Map<string, StoredEvent>): Ledger {
  let mark = START;
  let beyond = new Set<string>();

  // A row that somebody else wrote may have any shape.
  const take = (event: ShopEvent) => attempt(() => knowledge.take(event)) ?? false;

  function tell(id: string, event: ShopEvent): boolean {
    const news = take(event);
    if (news) beyond.add(id);
    return news;
  }

  function learn(rows: Row[]): ShopEvent[] {
    const news = [];
    for (const { key, id, event } of rows) {
      if (key <= mark.upTo) continue;
      mark = { upTo: key, id };
      if (!beyond.delete(id) && take(event)) news.push(event);
    }
    return news;
  }

  return {
    get mark() {
      return mark;
    },
    isBeyond: (id) => beyond.has(id),
    tell,
    learn,
    rebuild(text, rows, aggregates) {
      const begin = (from?: Partial<Snapshot>) => !!from && knowledge.restore(from.state);
      const snapshot = parseSnapshot(text);
      // The rows between it and the aggregates are gone.
      const isBehind = aggregates && snapshot && snapshot.upTo < aggregates.upTo;
      const known = !isBehind && begin(snapshot) ? snapshot : undefined;
      if (known) mark = known;
      else if (begin(aggregates)) mark = { upTo: aggregates!.upTo, id: "" };
      else {
        knowledge.reset();
        mark = START;
      }
      beyond = new Set(known?.beyond);
      const news = learn(rows);
      for (const { id, event } of [...waiting.values()].sort((a, b) => a.event.ts - b.event.ts)) {
        if (beyond.has(id)) continue;
        event.visit = knowledge.visitAt(event.ts);
        if (!tell(id, event)) waiting.delete(id);
      }
      return news;
    },
    snapshot: () => ({
      ...mark,
      v: 1,
      state: knowledge.save(),
      beyond: [...beyond].slice(-200),
    }),
  };
}

/** Whether rows, read from a mark on, begin with it. Else this journal is not the one that was marked, or not any more. */
export const continues = ([first]: Row[], { upTo, id }: Mark): boolean =>
  !upTo || (first?.key === upTo && first.id === id);
