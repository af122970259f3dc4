import type { ShopEvent } from "@shopkeeper/engine";
import { nanoid } from "nanoid";
import { guardedBy } from "../guard.ts";
import type { Amend, History, HistoryOptions, Permission } from "./history-types.ts";
import { openJournal, type Journal } from "./journal.ts";
import { continues, createLedger } from "./ledger.ts";
import { expired } from "./retention.ts";
import type { StoredEvent, WaitingEvent } from "./row.ts";
import { SNAPSHOT, writeSnapshot } from "./snapshot.ts";
import { readText, writeText } from "./stored-text.ts";
import { changeTail, readTail, TAIL } from "./tail.ts";

export type * from "./history-types.ts";
export type { Knowledge } from "./knowledge.ts";
export type { StoredEvent };

/** A failure may pass; after this many in a row the page is left to memory and its tail. */
const TRIES = 3;

/** The memory of one page: journal, snapshot and tail, what other tabs keep, and the permission to do so. */
export function openHistory({ knowledge, changed, erased, retention = {} }: HistoryOptions): History {
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
  /** How many writes failed, one after another. */
  let failures = 0;
  let error: string | undefined;
  /** How many events the journal holds. */
  let kept = 0;
  /** What the events of this task wait for, and the write that began last. */
  let pass: Promise<boolean> | undefined;
  let writing: Promise<boolean> | undefined;
  let timer: unknown;
  /** The snapshot is behind. */
  let dirty = false;
  /** The journal may have something from other tabs. */
  let stale = false;
  /** The page is left, perhaps for ever. */
  let gone = false;
  /** The snapshot that was read, and the one that was written. */
  let read: string | null | undefined;
  let written: string | undefined;
  let settle!: () => void;
  const loaded = new Promise<void>((resolve) => (settle = resolve));

  const note = (problem: unknown) => void (error = String(problem));
  const guard = guardedBy(note);
  const tell = guard(changed);

  /** Reads what the last page knew. Nothing is awaited: the first paint follows. */
  function begin(): void {
    ledger.rebuild((read = readText(SNAPSHOT)), []);
    // A page that is rendered ahead may never be seen: it keeps nothing.
    if (!(document as { prerendering?: unknown }).prerendering) start();
  }

  /** Opens the journal, keeps what pages left behind, and learns what the snapshot did not know. */
  function start(): void {
    journal ??= openJournal({
      // After it was given up.
      opened: () => open || opening || start(),
      deleted: forgotten,
    });
    open = false;
    const turn: Promise<unknown> = exchange(readTail())
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
  async function exchange(events: WaitingEvent[]): Promise<boolean> {
    const mine = journal!;
    const { mark } = ledger;
    for (const event of events) event._sent = true;
    try {
      const rows = await mine.sync(events, mark.upTo);
      for (const { id } of events) waiting.delete(id);
      if (events[0]) changeTail(events);
      if (mine !== journal) return false;
      failures = 0;
      if (continues(rows, mark)) {
        const behind = !open && rows.some(({ key }) => key > mark.upTo);
        // At first the visits of this page are counted again: they come after what it learns now.
        const news = behind ? ledger.rebuild(read, rows) : ledger.learn(rows);
        if (events[0] || !open) saveSoon();
        kept += events.length + news.length;
        open = true;
        if (news[0]) tell(news);
      } else {
        // Another journal than the one that we know: the journal is the truth.
        if (open) guard(erased)();
        ledger.rebuild((read = undefined), []);
        start();
      }
      return true;
    } catch (problem) {
      note(problem);
      failures++;
      for (const event of events) event._sent = false;
      return false;
    }
  }

  /** Writes what waits; whether it is kept then. */
  async function flush(): Promise<boolean> {
    pass = undefined;
    await opening;
    // WebKit loses what is written while a page is left, and may hang the next page's database.
    if (gone) leave();
    if (!open || gone || failures >= TRIES) return false;
    const events = [...waiting.values()].filter(({ _sent }) => !_sent);
    if (events[0]) writing = exchange(events);
    return writing ?? true;
  }

  /** The page may never run again: what is not known to be kept is left for the next one. */
  const leave = guard(() => {
    if (!journal) return;
    if (dirty) save();
    const events = [...waiting.values()];
    if (events[0]) changeTail(events, events);
  });

  function save(): void {
    // Before the journal is read, the next page would learn less from us than from the page before.
    if (!journal || (opening && !open)) return;
    dirty = false;
    written = writeSnapshot(ledger.snapshot()) ?? written;
  }

  function saveSoon(): void {
    dirty = true;
    soon();
  }

  /** At the end of this task, once for all that it was asked for. */
  function soon(): void {
    timer ??= setTimeout(
      guard(() => {
        timer = undefined;
        if (stale && open) void exchange([]);
        stale = false;
        if (dirty) save();
        void warm().catch(note);
      }),
    );
  }

  /** Shows the past to what never saw it; never half of it, as where the journal cannot be read. */
  async function warm(): Promise<void> {
    if (!knowledge.cold || !(open || !ledger.mark.upTo)) return;
    knowledge.warm(eventsOf(await stored()));
    tell([]);
  }

  async function stored(): Promise<StoredEvent[]> {
    const rows = open ? await journal!.sync([], 0) : [];
    const all = new Map<string, StoredEvent>();
    for (const { id, event } of [...rows, ...(journal ? readTail() : []), ...waiting.values()])
      all.set(id, { id, event });
    return [...all.values()];
  }

  async function exportRows(): Promise<StoredEvent[]> {
    await opening;
    return stored().catch((problem) => (note(problem), [...waiting.values()]));
  }

  /** Counts the events, and removes those that have had their time, when the page has nothing better to do. */
  async function takeStock(): Promise<void> {
    if (!open) return;
    const mine = journal!;
    kept = await mine.count();
    const sweep = async (): Promise<void> => {
      const rows = await mine.sync([], 0, 200);
      // Never the row that snapshots refer to.
      const before = rows.filter(({ key }) => key < ledger.mark.upTo);
      const keys = expired(before, retention, kept, Date.now());
      if (!keys[0] || mine !== journal) return;
      await mine.remove(keys);
      kept -= keys.length;
      await sweep();
    };
    const tidy = () => void sweep().catch(note);
    // Safari has no idle callback.
    if (typeof requestIdleCallback === "function") requestIdleCallback(tidy);
    else setTimeout(tidy, 1000);
  }

  function close(): void {
    journal?.close();
    journal = opening = undefined;
    open = dirty = stale = false;
  }

  function forget(): void {
    close();
    if (permission === "granted") permission = "pending";
    waiting.clear();
    kept = 0;
    ledger.rebuild(null, []);
    writeText(TAIL);
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
    await last.erase().catch(note);
  }

  async function amend(act: Amend): Promise<void> {
    await flush();
    const mine = journal;
    // What is recorded meanwhile waits.
    open = false;
    await act(waiting).finally(() => {
      // Not where everything was erased meanwhile, or nothing may be kept.
      if (!mine || mine !== journal) return;
      ledger.rebuild((read = undefined), []);
      start();
      return opening;
    });
  }

  const listening = new AbortController();
  const listen = (target: EventTarget, type: string, hear: (event: never) => unknown) =>
    target.addEventListener(type, guard(hear) as EventListener, listening);
  const back = () => {
    gone = false;
    stale = true;
    void flush();
    soon();
  };
  // Never `unload`: it would cost the shop the back/forward cache.
  listen(window, "pagehide", () => {
    gone = true;
    leave();
  });
  listen(window, "pageshow", ({ persisted }: PageTransitionEvent) => persisted && back());
  listen(document, "visibilitychange", () => (document.hidden ? leave() : back()));
  listen(document, "prerenderingchange", () => permission === "granted" && !journal && begin());
  listen(window, "storage", ({ key, newValue }: StorageEvent) => {
    if (key !== SNAPSHOT) return;
    if (newValue === null) return forgotten();
    stale = true;
    // A tab that nobody looks at reads when it is looked at again.
    if (!document.hidden) soon();
  });

  return {
    loaded,
    add(name, parameters, ts) {
      let event: ShopEvent | undefined;
      if (permission !== "denied")
        try {
          // A copy: the shop goes on with its objects, and only plain data can be stored.
          const copy: ShopEvent = {
            ...JSON.parse(JSON.stringify(parameters)),
            name,
            ts,
            visit: knowledge.visitAt(ts),
          };
          // An order is one event, in however many tabs its page is opened.
          const id = name === "purchase" && copy.transaction_id ? `order ${copy.transaction_id}` : nanoid(12);
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
    all: async () => eventsOf(await exportRows()),
    exportRows,
    saveSoon,
    amend,
    erase,
    status: () => ({
      mode: open && !failures ? "indexeddb" : "memory",
      error,
      events: kept + waiting.size,
      waiting: waiting.size,
      snapshot: written?.length ?? 0,
    }),
    stop() {
      listening.abort();
      leave();
      close();
    },
  };
}

const eventsOf = (rows: StoredEvent[]): ShopEvent[] => rows.map(({ event }) => event);
