import type { ConsentState } from "../api.ts";
import { guardedBy } from "../guard.ts";
import { CHOICE, readChoice, writeChoice, type Choice } from "./choice.ts";

export type { ConsentState };

/** One state for each purpose. */
export interface ConsentStates {
  measurement: ConsentState;
  personalization: ConsentState;
}

export interface Consent {
  /** What all that was said comes to. */
  readonly states: ConsentStates;
  /** The shopper paused: what is kept stays and is not looked at. Both states are `pending` then. */
  readonly paused: boolean;
  /**
   * What the shop says, or a consent tool by its name; for this page.
   *
   * @param source Who says so. The word of one source replaces its former one.
   * @example consent.set("denied")
   */
  set(states: ConsentState | Partial<ConsentStates>, source?: string): void;
  /** What the shopper says here; remembered in this browser. Undefined takes it back. */
  choose(choice: Choice | undefined): void;
  /** Calls the listener after something changed; gives its `off`. */
  on(listener: (states: ConsentStates, paused: boolean) => void): () => void;
  stop(): void;
}

/**
 * Who may be remembered: the shop's word, the shopper's own, and the browser's Global Privacy Control
 * together. One that says no wins over any that says yes; the shopper's yes answers a shop that waits.
 *
 * @param word Of the shop. `auto` or nothing: granted where nobody says no. What is no such word waits.
 */
export function createConsent(word?: string): Consent {
  const said = new Map<string, Partial<ConsentStates>>();
  const listeners = new Set<(states: ConsentStates, paused: boolean) => void>();
  const listening = new AbortController();
  let choice = readChoice();
  let states: ConsentStates;

  function combine(purpose: keyof ConsentStates): ConsentState {
    const words = [...said.values()].map((each) => each[purpose] ?? "granted");
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: unknown };
    if (choice === "denied" || globalPrivacyControl === true || words.includes("denied")) return "denied";
    if (choice === "paused") return "pending";
    return choice || words.every((each) => each === "granted") ? "granted" : "pending";
  }

  const combined = (): ConsentStates => ({
    measurement: combine("measurement"),
    personalization: combine("personalization"),
  });

  /** Does what changes something, and tells who listens if it did. */
  function change(act?: () => void): void {
    const before = JSON.stringify([states, choice]);
    act?.();
    states = combined();
    if (JSON.stringify([states, choice]) !== before)
      for (const listener of listeners) listener(states, choice === "paused");
  }

  const hear = guardedBy(() => {})(() => change(() => (choice = readChoice())));
  addEventListener("storage", ({ key }) => key === CHOICE && hear(), { signal: listening.signal });
  // Coming back from the back/forward cache: what happened meanwhile was not told to this page.
  addEventListener("pageshow", ({ persisted }) => persisted && hear(), { signal: listening.signal });

  if (word && word !== "auto") said.set("shop", both(word as ConsentState));
  states = combined();

  return {
    get states() {
      return states;
    },
    get paused() {
      return choice === "paused";
    },
    set: (word, source = "shop") =>
      change(() =>
        said.set(source, typeof word === "string" ? both(word) : { ...said.get(source), ...word }),
      ),
    choose: (next) =>
      change(() => {
        writeChoice((choice = next));
      }),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => listening.abort(),
  };
}

const both = (state: ConsentState): ConsentStates => ({ measurement: state, personalization: state });
