import type { Item } from "@shopkeeper/engine";
import { guarded } from "../guarded.ts";
import { ACT } from "../../dom/notes.ts";
import { parseJson } from "../parse-json.ts";

/** An act that leads to another page, kept for it: there it shows whether the shop has accepted. */
export interface Note {
  name: string;
  items: Item[];
  /** When it was done, in milliseconds since 1970. */
  at: number;
  /** What the cart's counter said then. */
  count?: number | undefined;
  /** The page was left by it, so that the shop has been asked. */
  sure: boolean;
}

/** How long a page may stand between, in ms: a checkout elsewhere, a log-in. */
const LATEST = 30 * 60_000;

/** @returns Whether the next page will find it. */
export const leaveNote = (note: Note): boolean =>
  !!guarded(() => {
    sessionStorage.setItem(ACT, JSON.stringify(note));
    return true;
  })();

/** The note of the page before, once. */
export function takeNote(): Note | undefined {
  const note = parseJson(guarded(() => sessionStorage.getItem(ACT))()) as Note | undefined;
  guarded(() => sessionStorage.removeItem(ACT))();
  return note && Date.now() - note.at < LATEST ? note : undefined;
}
