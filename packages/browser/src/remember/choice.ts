import { readText, writeText } from "./stored-text.ts";

/** What the shopper said about being remembered in this browser. */
export type Choice = "granted" | "denied" | "paused";

export const CHOICE = "shopkeeper.choice";

export function readChoice(): Choice | undefined {
  const text = readText(CHOICE);
  return text === "granted" || text === "denied" || text === "paused" ? text : undefined;
}

/** Remembers the choice; without one, that there was one is forgotten too. */
export const writeChoice = (choice?: Choice): boolean | undefined => writeText(CHOICE, choice);
