import type { ShopEvent } from "@shopkeeper/engine";
import { nanoid } from "nanoid";
import { ACT, CHECKOUT } from "../dom/notes.ts";
import { whenIdle } from "../dom/when-idle.ts";
import { guardedBy } from "../guard.ts";
import { attempt } from "./attempt.ts";
import type { Amend, Exported, History, HistoryOptions, Permission } from "./history-types.ts";
import { openDatabase } from "./open-database.ts";
import { openJournal, type Journal } from "./journal.ts";
import { continues, createLedger } from "./ledger.ts";
import { createHousekeeping } from "./housekeeping.ts";
import type { Aggregates, Row, StoredEvent, WaitingEvent } from "./row.ts";
import { readRows } from "./requests.ts";
import { SNAPSHOT, writeSnapshot } from "./snapshot.ts";
import { catalogueRange } from "./stores.ts";
import { OUTCOMES, readText, writeText } from "./stored-text.ts";
import { changeTail, readTail, TAIL } from "./tail.ts";
import { watchPageLife } from "./watch-page-life.ts";
import { withoutPersonalData } from "./without-personal-data.ts";
import { ownDocument } from "../dom/own-document.ts";

export type * from "./history-types.ts";
export type { Knowledge } from "./knowledge.ts";
export type { StoredEvent };

/** How long the visit was engaged with, for its next page and for other tabs: `[visit, milliseconds, up to when]`. */
export const ENGAGED = "shopkeeper.engaged";
/** How this browser writes numbers and prices: see `render/number.ts`. */
export const NUMBERS = "shopkeeper.numbers";

/** A failure may pass; after this many in a row the page is left to memory and its tail. */
const TRIES = 3;

/** The memory of one page: journal, snapshot and tail, what other tabs keep, and the permission to do so. */
export function openHistory({
  knowledge,
  changed,
  erased,
  retention = {},
  foresee,
}: HistoryOptions): History {
  /** What is not in the journal, or not yet, by id. */
  const waiting = new Map<string, WaitingEvent>();
  const ledger = createLedger(knowledge, waiting);
  let permission: Permission = "pending";
  /** There is one while something may be kept. */
  let journal: Journal | undefined;
  /** Settles when the journal is reconciled, or given up. */
  let opening: Promise<unknown> | undefined;
  /** The journal is reconciled. */
  let open = false;
  /** How many times the journal was begun with. */
  let starts = 0;
  /** Settles when what was kept is gone. */
  let erasing: Promise<unknown> | undefined;
  /** How many writes failed, one after another. */
  let failures = 0;
  let error: string | undefined;
  /** How many events the journal holds. */
  let kept = 0;
  /** What the events of this task wait for, and the write that began last. */
  let pass: Promise<boolean> | undefined;
  let writing: Promise<boolean> | undefined;
  let waits = false;
  /** The snapshot is behind. */
  let dirty = false;
  /** The journal may have something from other tabs. */
  let stale = false;
  /** A write failed that is to be tried once more. */
  let retries = false;
  /** The page is left, perhaps for ever. */
  let gone = false;
  /** The snapshot that was found, and the one that was written. */
  let found: string | null | undefined;
  let written: string | undefined;
  let settle!: () => void;
  const loaded = new Promise<void>((resolve) => (settle = resolve));

  const note = (problem: unknown) => void (error = String(problem));
  const guard = guardedBy(note);
  const tell = guard(changed);
  const housekeeping = createHousekeeping({
    retention,
    fold: knowledge.fold,
    journal: () => (open ? journal : undefined),
    mark: () => ledger.mark.upTo,
    kept: () => kept,
    recount,
    failed: note,
  });

  /** Reads what the last page knew. Nothing is awaited: the first paint follows. */
  function begin(): void {
    ledger.rebuild((found = readText(SNAPSHOT)), []);
    // A page that is rendered ahead may never be seen: it keeps nothing.
    if (!(ownDocument as { prerendering?: unknown }).prerendering) start();
  }

  /** Opens the journal, keeps what pages left behind, and learns what the snapshot did not know. */
  function start(): void {
    journal ??= openJournal({
      // After it was given up.
      opened: () => open || opening || start(),
      deleted: forgotten,
    });
    open = false;
    starts++;
    const tail = readTail();
    const turn: Promise<unknown> = Promise.resolve(erasing)
      .then(() => exchange(tail))
      // Where there is no room for more, what is there can be read all the same; the tail waits for the next page.
      .then((isKept) => isKept || (tail[0] && exchange([])))
      .then(warm)
      .then(takeStock)
      .catch(note)
      .then(() => {
        if (opening !== turn) return;
        opening = undefined;
        settle();
        void flush();
      });
    opening = turn;
  }

  /** Keeps events, and learns what other tabs kept, in one transaction. */
  async function exchange(events: WaitingEvent[], again = true): Promise<boolean> {
    const mine = journal!;
    const { mark } = ledger;
    const begun = starts;
    for (const event of events) event._sent = true;
    try {
      const rows = await mine.sync(events, mark.upTo);
      for (const { id } of events) waiting.delete(id);
      if (events[0]) changeTail(events);
      const isSame = continues(rows, mark);
      const aggregates = isSame && open ? undefined : await mine.aggregates();
      if (mine !== journal) return false;
      failures = 0;
      // All is read anew meanwhile: what this one read is of before.
      if (begun !== starts) return true;
      // Other tabs have folded what this one had not read yet.
      const isPast = !!aggregates && aggregates.upTo > mark.upTo;
      if (isSame || isPast) {
        // Another exchange may have come back before this one.
        const { upTo } = ledger.mark;
        const added = rows.filter(({ key }) => key > upTo).length;
        const behind = isPast || (!open && added > 0);
        // At first the visits of this page are counted again: they come after what it learns now.
        const news = behind ? ledger.rebuild(open ? undefined : found, rows, aggregates) : ledger.learn(rows);
        if (events[0] || !open) saveSoon();
        kept += added;
        open = true;
        if (news[0]) tell(news);
        housekeeping.watch();
      } else {
        // Another journal than the one that we know: the journal is the truth.
        if (open) guard(erased)();
        ledger.rebuild((found = undefined), []);
        start();
      }
      return true;
    } catch (problem) {
      for (const event of events) event._sent = false;
      note(problem);
      if (again && isFull(problem) && (await housekeeping.makeRoom().catch(note)))
        return exchange(events, false);
      // What failed may succeed a moment later, as where the browser has just cleared the store.
      if (++failures > 1 || isFull(problem)) return false;
      retries = true;
      soon();
      return false;
    }
  }

  /** Writes what waits; whether it is kept then. */
  async function flush(): Promise<boolean> {
    pass = undefined;
    // Not one turn later than has to be: what the page makes of the event comes after it is on its way.
    if (opening) await opening;
    // WebKit loses what is written while a page is left, and may hang the next page's database.
    if (gone) leave();
    if (!open || gone || failures >= TRIES) return false;
    const events = unsent();
    if (events[0]) writing = exchange(events);
    return writing ?? true;
  }

  const unsent = (): WaitingEvent[] => [...waiting.values()].filter(({ _sent }) => !_sent);

  /** The page may never run again: what is not known to be kept is left for the next one. */
  const leave = guard(() => {
    if (!journal) return;
    const events = [...waiting.values()];
    const isLeft = !events[0] || changeTail(events, events);
    if (dirty && isLeft) save(true);
  });

  /** @param isLeft What waits is in the tail. */
  function save(isLeft?: boolean): void {
    // What neither the journal nor the tail has is gone when the browser is killed now, and must not count from then on.
    if (waiting.size && !isLeft) return;
    // Before the journal is read, the next page would learn less from us than from the page before.
    if (!journal || (opening && !open)) return;
    dirty = false;
    const snapshot = ledger.snapshot();
    written = writeSnapshot({ ...snapshot, frame: foresee?.(snapshot.state) }) ?? written;
  }

  function saveSoon(): void {
    dirty = true;
    soon();
  }

  /**
   * When the page has nothing better to do, once for all that it was asked for: where somebody clicks, their click comes
   * first. Until then the journal has what the snapshot lacks, and other tabs learn of it no later than half a second after.
   */
  function soon(): void {
    if (waits) return;
    waits = true;
    whenIdle(
      guard(() => {
        waits = false;
        if (open && (stale || retries)) void exchange(retries ? unsent() : []);
        stale = retries = false;
        if (dirty) save();
        void warm().catch(note);
      }),
      500,
    );
  }

  /** Shows the past to what never saw it; never half of it, as where the journal cannot be read. */
  async function warm(): Promise<void> {
    if (!knowledge.cold || !(open || !ledger.mark.upTo)) return;
    const { rows, aggregates } = await read(open ? journal : undefined);
    // What was learned while these were read.
    for (let more = rows; more.at(-1) && more.at(-1)!.key < ledger.mark.upTo; rows.push(...more))
      more = await journal!.sync([], more.at(-1)!.key + 1);
    // What is still to be learned is told to everybody then.
    const known = rows.filter(({ key, id }) => key <= ledger.mark.upTo || ledger.isBeyond(id));
    const count = aggregates ? known.filter(({ key }) => key <= aggregates.upTo).length : 0;
    knowledge.warm(eventsOf(unique([...known, ...waiting.values()])), aggregates?.state, count);
    tell([]);
  }

  /** What a journal has. Its aggregates lack none of what was folded in between: they are read after the rows. */
  const read = async (
    source: Journal | undefined,
  ): Promise<{ rows: Row[]; aggregates?: Aggregates | undefined }> => ({
    rows: source ? await source.sync([], 0) : [],
    aggregates: await source?.aggregates(),
  });

  /** What is kept or waits to be, oldest first, and what was kept before that. */
  async function stored(source = open ? journal : undefined): Promise<Exported> {
    const { rows, aggregates } = await read(source);
    const tail = (journal ?? source) ? readTail() : [];
    return { events: unique([...rows, ...tail, ...waiting.values()]), aggregates: aggregates?.state };
  }

  /** Also what lies there while nothing may be kept: the shopper paused, and asks to see it. */
  async function exported(): Promise<Exported> {
    await opening;
    const source = open ? journal : await openExisting();
    try {
      return {
        ...(await stored(source)),
        catalogue: await source?.ask("readonly", (store) => {
          const rows = readRows(store, catalogueRange());
          return () => rows;
        }),
      };
    } catch (problem) {
      note(problem);
      return { events: [...waiting.values()] };
    } finally {
      if (source !== journal) source?.close();
    }
  }

  /** None is made where there is none, and none is read that may not be kept. */
  async function openExisting(): Promise<Journal | undefined> {
    const database = permission === "denied" ? undefined : await openDatabase().catch(note);
    database?.close();
    return database && openJournal();
  }

  async function takeStock(): Promise<void> {
    await recount();
    housekeeping.tidy();
  }

  async function recount(): Promise<void> {
    if (!open) return;
    const before = kept;
    // What other tabs have written since is counted when it is learned.
    const counted = await journal!.count(ledger.mark.upTo);
    kept += counted - before;
  }

  function close(): void {
    journal?.close();
    journal = opening = undefined;
    open = dirty = stale = retries = false;
  }

  function forget(): void {
    close();
    if (permission === "granted") permission = "pending";
    waiting.clear();
    kept = 0;
    ledger.rebuild(null, []);
    writeText(TAIL);
    writeText(ENGAGED);
    writeText(NUMBERS);
    writeText(OUTCOMES);
    writeText(CHECKOUT);
    attempt(() => sessionStorage.removeItem(ACT));
    settle();
    soon();
  }

  /** Another tab erased: nothing that is under way here may bring it back. */
  function forgotten(): void {
    if (!journal) return;
    if (readText(SNAPSHOT) === written) writeText(SNAPSHOT);
    forget();
    guard(erased)();
  }

  async function erase(): Promise<void> {
    const last = journal ?? openJournal();
    journal = undefined;
    writeText(SNAPSHOT);
    forget();
    // Who agrees again at once begins when this is done.
    await (erasing = last.erase().catch(note));
  }

  async function amend(act: Amend): Promise<void> {
    await flush();
    const mine = journal;
    // What is recorded meanwhile waits.
    open = false;
    await act(waiting).finally(() => {
      // Not where everything was erased meanwhile, or nothing may be kept.
      if (!mine || mine !== journal) return;
      ledger.rebuild((found = undefined), []);
      start();
      // Who was told that something is forgotten finds it nowhere any more.
      return opening!.then(() => save());
    });
  }

  const unwatch = watchPageLife(
    {
      left(isGone) {
        gone ||= isGone;
        leave();
      },
      back() {
        gone = false;
        // What was given up may have mended itself meanwhile.
        failures = 0;
        stale = true;
        void flush();
        soon();
      },
      shown() {
        if (permission === "granted" && !journal) begin();
      },
      written(isRemoved) {
        if (isRemoved) return forgotten();
        stale = true;
        // A tab that nobody looks at reads when it is looked at again.
        if (!ownDocument.hidden) soon();
      },
    },
    guard,
  );

  return {
    loaded,
    add(name, parameters, ts, own) {
      let event: ShopEvent | undefined;
      if (permission !== "denied")
        try {
          // A copy: the shop goes on with its objects, and only plain data can be stored.
          const copy: ShopEvent = {
            ...withoutPersonalData(parameters),
            name: withoutPersonalData([name])[0] ?? "*",
            ts,
            visit: knowledge.visitAt(ts),
          };
          // An order is one event, in however many tabs its page is opened.
          const isOrder = name === "purchase" && copy.transaction_id;
          const id = own ?? (isOrder ? `order ${copy.transaction_id}` : nanoid(12));
          if (ledger.tell(id, copy)) {
            event = copy;
            waiting.set(id, { id, event });
            dirty = true;
          }
        } catch (problem) {
          note(problem);
        }
      return { event, kept: event ? (pass ??= Promise.resolve().then(flush)) : Promise.resolve(false) };
    },
    permit(next) {
      permission = next;
      if (next === "denied") void erase();
      else if (next === "pending") {
        close();
        void warm().catch(note).then(settle);
      } else if (!journal) begin();
    },
    async all() {
      await opening;
      return eventsOf(
        await stored().then(
          ({ events }) => events,
          () => [...waiting.values()],
        ),
      );
    },
    async since(key) {
      await opening;
      return open ? journal!.sync([], key) : [...waiting.values()].map((event) => ({ ...event, key: 0 }));
    },
    async ask(mode, act) {
      await opening;
      if (!open) throw new Error("nothing may be kept");
      return journal!.ask(mode, act);
    },
    exported,
    keeps: () => !!journal,
    saveSoon,
    amend,
    erase,
    status: () => ({
      mode: open && !failures ? "indexeddb" : "memory",
      error,
      events: kept + waiting.size,
      bytes: Math.round(kept * housekeeping.size) + (written?.length ?? 0),
      waiting: waiting.size,
      snapshot: written?.length ?? 0,
    }),
    stop() {
      unwatch();
      leave();
      close();
    },
  };
}

const isFull = (problem: unknown): boolean => (problem as Error)?.name === "QuotaExceededError";

/** Each event once, by its id. */
const unique = (events: StoredEvent[]): StoredEvent[] => [
  ...new Map(events.map(({ id, event }) => [id, { id, event }])).values(),
];

const eventsOf = (rows: StoredEvent[]): ShopEvent[] => rows.map(({ event }) => event);
