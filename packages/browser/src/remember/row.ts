import type { ShopEvent } from "@shopkeeper/engine";

/** An event with the name that it is known by in every tab, so that it is never kept twice. */
export interface StoredEvent {
  id: string;
  event: ShopEvent;
}

/** An event in a journal. Keys grow in the order in which transactions completed, also over tabs. */
export interface Row extends StoredEvent {
  key: number;
}

/** What the oldest events added up to, most of which are themselves no longer kept. */
export interface Aggregates {
  /** The greatest key of an event that is in it. */
  upTo: number;
  /** What knowledge made of those events. */
  state: unknown;
}

/** An event that is not in the journal yet. */
export interface WaitingEvent extends StoredEvent {
  /** It is being written. */
  _sent?: boolean;
}

/** What is left of events when something is forgotten. It must take any shape that a row may have. */
export type Change = (events: StoredEvent[]) => StoredEvent[];

/** Anyone can write into the storage of a page: what has not our shape is passed over. */
export const isStoredEvent = <Stored extends StoredEvent>(row: Stored | null | undefined): row is Stored =>
  typeof row?.id === "string" &&
  typeof row.event?.name === "string" &&
  Number.isFinite(row.event.ts) &&
  Number.isFinite(row.event.visit) &&
  Array.isArray(row.event.items ?? []);
