import { attempt } from "./attempt.ts";
import { writeText } from "./stored-text.ts";
import { toJson } from "@shopkeeper/engine";

/**
 * What the next page needs before its first paint. A cache: the journal is the truth. Each snapshot
 * is valid in itself, so that tabs may overwrite each other's, and an old one is only behind.
 */
export interface Snapshot {
  v: 1;
  /** What knowledge saved. */
  state: unknown;
  /** The greatest key of the journal that is folded into the state, 0 for none. */
  upTo: number;
  /** The id of the row with that key: another one, and this is not the journal that was. */
  id: string;
  /** Ids of the events that are folded in without being in the journal up to there. */
  beyond: string[];
  /** What the inline snippet of the next page needs, where the shop has it. */
  frame?: unknown;
}

export const SNAPSHOT = "shopkeeper.snapshot";
/** Characters. It is read before anything is painted. */
const LIMIT = 24_000;

/** The snapshot in a text; undefined when in any doubt. */
export const parseSnapshot = (text: string | null | undefined): Snapshot | undefined =>
  attempt(() => {
    const snapshot = JSON.parse(text!) as Snapshot;
    const { v, upTo, id, beyond } = snapshot;
    return v === 1 && upTo >= 0 && typeof id === "string" && Array.isArray(beyond) ? snapshot : undefined;
  });

/** Stores a snapshot; the text of it, or undefined when it was too large or could not be stored. */
export function writeSnapshot(snapshot: Snapshot): string | undefined {
  const text = toJson(snapshot);
  return text.length <= LIMIT && writeText(SNAPSHOT, text) ? text : undefined;
}
