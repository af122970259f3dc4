import type { Exposed } from "@shopkeeper/engine";
import { toJson } from "@shopkeeper/engine";
import { nanoid } from "nanoid";
import { attempt } from "../remember/attempt.ts";
import { OUTCOMES, readText, writeText } from "../remember/stored-text.ts";

/** Milliseconds. What nobody accepted for so long is given up, and nothing older is handed on. */
export const GIVE_UP = 7 * 864e5;
/** So many wait at most, the newest. */
const LONGEST = 200;
const OCCASIONS = 100;

/** An outcome that is to be handed on: the outcome itself is in the journal. */
export interface Waiting {
  /** The key of its row, or of one before it. */
  key: number;
  id: string;
  ts: number;
  /** -1: nobody was told yet; 0: it was not sent; else when that was tried last. */
  tried: number;
}

/** What outcomes keep beside the journal, for all tabs: a cursor into it, and little more. */
export interface Notes {
  v: 1;
  /** Of this browser, random and made for outcomes only; empty until one may leave. */
  client: string;
  /** The row up to which the journal was looked through. */
  mark: { key: number; id: string; ts: number };
  waiting: Waiting[];
  exposed: Exposed[];
  /** The occasions that were told, by their ids. */
  told: string[];
  /** What happened was not to be measured. */
  denied?: boolean;
}

const fresh = (now: number): Notes => ({
  v: 1,
  client: "",
  mark: { key: 0, id: "", ts: now - GIVE_UP },
  waiting: [],
  exposed: [],
  told: [],
});

/** Anyone can write into the storage of a page: what has not our shape is begun anew. */
const parse = (text: string | null | undefined): Notes | undefined =>
  attempt(() => {
    const notes = JSON.parse(text!) as Notes;
    const { v, client, mark, waiting, exposed, told } = notes;
    const isOurs =
      v === 1 &&
      typeof client === "string" &&
      [mark, ...waiting].every(
        ({ key, id, ts }) => key >= 0 && typeof id === "string" && Number.isFinite(ts),
      ) &&
      waiting.every(({ tried }) => tried >= -1) &&
      exposed.every(({ id, from, done, about }) => id.length && from >= 0 && done >= 0 && about) &&
      Array.isArray(told);
    return isOurs ? notes : undefined;
  });

export interface Notebook {
  /** What is noted now, for this task: another tab may change it in the next one. */
  read(): Notes;
  write(notes: Notes): void;
  /** Forgets what was noted in memory only. */
  forget(): void;
}

/** @param keeps Whether something may be stored now. What may not is held for this page. */
export function openNotebook(keeps: () => boolean, now: () => number): Notebook {
  let held: Notes | undefined;
  return {
    read() {
      if (!keeps()) return (held ??= fresh(now()));
      const kept = parse(readText(OUTCOMES)) ?? held ?? fresh(now());
      if (held && held !== kept) {
        // Consent came: what waited in memory waits with the rest.
        kept.waiting.push(...held.waiting.map((each) => ({ ...each, key: kept.mark.key })));
        kept.told.push(...held.told);
      }
      return kept;
    },
    write(notes) {
      const oldest = now() - GIVE_UP;
      notes.waiting = notes.waiting.filter(({ ts }) => ts > oldest).slice(-LONGEST);
      notes.told = notes.told.slice(-OCCASIONS);
      held = keeps() ? undefined : notes;
      if (!held) writeText(OUTCOMES, toJson(notes));
    },
    forget: () => (held = undefined),
  };
}

/** The id of this browser: made when the first outcome may leave. */
export const clientOf = (notes: Notes): string => (notes.client ||= nanoid(16));
