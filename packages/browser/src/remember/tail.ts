import { attempt } from "./attempt.ts";
import { isStoredEvent, type StoredEvent } from "./row.ts";
import { readText, writeText } from "./stored-text.ts";
import { toJson } from "@shopkeeper/engine";

export const TAIL = "shopkeeper.tail";
/** Characters. It is written while a page is being left. */
const LIMIT = 16_000;

/** The events that pages left behind without knowing them kept. */
export const readTail = (): StoredEvent[] =>
  attempt(() => (JSON.parse(readText(TAIL) ?? "[]") as StoredEvent[]).filter(isStoredEvent)) ?? [];

/**
 * Takes these events out of the tail, leaving those of other tabs alone, and adds others. The newest, where
 * they are too many; without any, the tail is removed.
 *
 * @returns Whether all of them are in it now.
 */
export function changeTail(without: StoredEvent[], added: StoredEvent[] = []): boolean {
  const left = readTail().filter(({ id }) => !without.some((event) => event.id === id));
  let events = [...left, ...added].map(({ id, event }) => ({ id, event }));
  let text;
  while ((text = events[0] && toJson(events)) && text.length > LIMIT)
    events = events.slice(events.length / 2 + 1);
  return !!writeText(TAIL, text) && events.length === left.length + added.length;
}
