import type { ShopEvent } from "@shopkeeper/engine";
import type { Knowledge } from "./knowledge.ts";
import type { Retention } from "./retention.ts";
import type { Row, StoredEvent } from "./row.ts";
import type { Ask } from "./stores.ts";

/** Whether something may be kept: `pending` is in memory only, `denied` erases. */
export type Permission = "granted" | "pending" | "denied";

export interface HistoryOptions {
  knowledge: Knowledge;
  /** Other tabs or the journal told something new; knowledge has taken it already. */
  changed(events: ShopEvent[]): void;
  /** Another tab forgot everything, and now so did this one. Told again where a write under way finds it too. */
  erased(): void;
  retention?: Retention | undefined;
  /** What the inline snippet of the next page is told, given what knowledge saved; `undefined` where there is none. */
  foresee?(state: unknown): unknown;
}

/** Changes what is kept, and what waits to be, by id. */
export type Amend = (waiting: Map<string, StoredEvent>) => Promise<unknown>;

/** All that is kept, also while nothing more may be. */
export interface Exported {
  /** With their ids. */
  events: StoredEvent[];
  /** What events added up to that are no longer kept themselves. */
  aggregates?: unknown;
  /** What is known of products, a row each. */
  catalogue?: unknown[];
}

export interface HistoryStatus {
  mode: "indexeddb" | "memory";
  /** The last error of the storage, such as `"QuotaExceededError: …"`. */
  error?: string | undefined;
  /** How many events are remembered. */
  events: number;
  /** How much they and the snapshot take, about. */
  bytes: number;
  /** How many of them are in memory only. */
  waiting: number;
  /** Characters of the snapshot that this page wrote last. */
  snapshot: number;
}

export interface History {
  /** Settles when reconciled with the journal, or given up: memory. Never rejects. */
  readonly loaded: Promise<void>;
  /**
   * Stamps an event with its visit, gives it to knowledge and keeps it.
   *
   * @param parameters Plain data.
   * @param id Where the same may be recorded by several pages, so that it is kept once.
   * @returns `event`: undefined when knowledge refused it, or nothing may be known. `kept`: true once it
   *   is durable, false when it is in memory only; never rejects.
   * @example history.add("page_view", { page_path: "/" }, Date.now())
   */
  add(
    name: string,
    parameters: object,
    ts: number,
    id?: string,
  ): { event: ShopEvent | undefined; kept: Promise<boolean> };
  permit(permission: Permission): void;
  /** Whether something may be kept now. */
  keeps(): boolean;
  /** Every event that is remembered, in the order of keeping. */
  all(): Promise<ShopEvent[]>;
  /** The rows of the journal from a key on; where there is none, what waits in memory, with the key 0. */
  since(key: number): Promise<Row[]>;
  /** Reads or writes what is kept beside the events. @throws Where nothing may be kept, or storage fails. */
  ask: Ask;
  /** All that is kept, for the shopper to look at. */
  exported(): Promise<Exported>;
  /** Writes the snapshot, once for all calls of a task, and warms what is cold. An event that is kept does so too. */
  saveSoon(): void;
  /**
   * Lets somebody change what is kept, and begins anew with what is left: knowledge, snapshot, other tabs.
   *
   * @throws What the act throws; what is kept is read anew all the same.
   */
  amend(act: Amend): Promise<void>;
  /** Erases everything, in all tabs. Nothing is kept from then on until `permit("granted")` or the next page. */
  erase(): Promise<void>;
  status(): HistoryStatus;
  stop(): void;
}
