import { attempt } from "./attempt.ts";

/** The key of a cursor into the journal, and a little more: which outcomes were handed on. */
export const OUTCOMES = "shopkeeper.outcomes";

// Blocked cookies and sandboxed frames make the very mention of `localStorage` throw.

/** The text that is stored under a key, if there is one and the browser lets us look. */
export const readText = (key: string): string | null | undefined => attempt(() => localStorage.getItem(key));

/** Stores a text, or removes it when there is none; whether that could be done. */
export const writeText = (key: string, text?: string): boolean | undefined =>
  attempt(() => {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return true;
  });
