// For tests: pages of one visitor, one after another.
import { afterEach, beforeEach, vi } from "vitest";
import { createFakeKnowledge, type FakeKnowledge } from "./fake-knowledge.ts";
import { openHistory, type History, type HistoryOptions, type Permission } from "./history.ts";
import { DATABASE, openJournal } from "./journal.ts";
import { SNAPSHOT, type Snapshot } from "./snapshot.ts";
import { ownDocument } from "../dom/own-document.ts";

export const NOON = Date.UTC(2026, 5, 1, 12);
export const MINUTE = 60_000;

export interface Visitor {
  history: History;
  knowledge: FakeKnowledge;
  changed: ReturnType<typeof vi.fn<HistoryOptions["changed"]>>;
  erased: ReturnType<typeof vi.fn<() => void>>;
}

let opened: History[] = [];

export function visit(
  permission: Permission | undefined = "granted",
  retention?: HistoryOptions["retention"],
): Visitor {
  const knowledge = createFakeKnowledge();
  const changed = vi.fn<HistoryOptions["changed"]>();
  const erased = vi.fn<() => void>();
  const history = openHistory({ knowledge, changed, erased, retention });
  opened.push(history);
  history.permit(permission);
  return { history, knowledge, changed, erased };
}

/** The page before: events are kept, and the page is left. */
export async function visitBefore(...names: string[]): Promise<void> {
  const { history } = visit();
  await Promise.all(names.map((name, index) => history.add(name, {}, NOON + index).kept));
  await history.loaded;
  history.saveSoon();
  history.stop();
}

export const look = (history: History, times = 1) =>
  Promise.all(
    [...Array(times).keys()].map((index) => history.add("page_view", { index }, NOON + index).kept),
  );

export const keysOfOurs = () => Object.keys(localStorage).filter((key) => key.startsWith("shopkeeper"));
export const snapshot = () => JSON.parse(localStorage.getItem(SNAPSHOT) ?? "null") as Snapshot | null;
export const ourDatabases = async () => (await indexedDB.databases()).filter(({ name }) => name === DATABASE);

export async function journalRows() {
  const journal = openJournal();
  const rows = await journal.sync([], 0);
  journal.close();
  return rows;
}
export const journalNames = async () => (await journalRows()).map(({ event }) => event.name);

export function hide(type: "visibilitychange" | "pagehide") {
  const hidden = vi.spyOn(Document.prototype, "hidden", "get").mockReturnValue(true);
  if (type === "pagehide") dispatchEvent(new PageTransitionEvent(type));
  else ownDocument.dispatchEvent(new Event(type));
  hidden.mockRestore();
}

/** Each test begins with nothing kept, and leaves no history behind that listens. */
export function startAnew(): void {
  beforeEach(async () => {
    for (const key of keysOfOurs()) localStorage.removeItem(key);
    await openJournal().erase();
  });

  afterEach(() => {
    vi.restoreAllMocks();
    for (const history of opened) history.stop();
    opened = [];
  });
}
