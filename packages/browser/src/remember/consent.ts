import type { ConsentTools } from "@shopkeeper/engine";
import type { ConsentState } from "../api.ts";
import { guardedBy } from "../guard.ts";
import { CHOICE, readChoice, writeChoice, type Choice } from "./choice.ts";
import type { Host } from "./consent-tools/tool.ts";
import { watchConsentTools } from "./consent-tools/watch-consent-tools.ts";
import { SNAPSHOT } from "./snapshot.ts";
import { readText } from "./stored-text.ts";
import { ownDocument } from "../dom/own-document.ts";

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
  /** It is pending only until the page is parsed: a consent tool may stand further down. */
  readonly unsure: boolean;
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
 * Who may be remembered: the shop's word, or that of the page's consent tools, the shopper's own, and the browser's
 * Global Privacy Control together. One that says no wins over any that says yes; the shopper's yes answers a shop or a
 * tool that waits, and a tool's no takes it back: a later page, where the tool has not spoken yet, must not go by it.
 *
 * @param word Of the shop. `auto` or nothing: what the consent tools say, and granted where there is none. What is no such
 *   word waits.
 * @param tools What the shop says of its tools.
 */
export function createConsent(word?: string, tools?: ConsentTools): Consent {
  const said = new Map<string, Partial<ConsentStates>>();
  const listeners = new Set<(states: ConsentStates, paused: boolean) => void>();
  const listening = new AbortController();
  let choice = readChoice();
  let states: ConsentStates;
  let unsure = false;

  function combine(purpose: keyof ConsentStates): ConsentState {
    const words = [...said.values()].map((each) => each[purpose]);
    const told = words.filter((each) => each);
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: unknown };
    if (choice === "denied" || globalPrivacyControl === true || words.includes("denied")) return "denied";
    if (choice === "paused") return "pending";
    // Those who say nothing of a purpose leave it to the others; where nobody says anything of it, it waits.
    const waits = unsure || (words.length && !told[0]) || told.some((each) => each !== "granted");
    return choice || !waits ? "granted" : "pending";
  }

  const combined = (): ConsentStates => ({
    measurement: combine("measurement"),
    personalization: combine("personalization"),
  });

  /** Does what changes something, and tells who listens if it did. */
  function change(act?: () => unknown): void {
    const before = JSON.stringify([states, choice, unsure]);
    act?.();
    for (const [source, words] of said)
      if (choice === "granted" && source !== SHOP && Object.values(words).includes("denied"))
        writeChoice((choice = undefined));
    states = combined();
    if (JSON.stringify([states, choice, unsure]) !== before)
      for (const listener of listeners) listener(states, choice === "paused");
  }

  const hear = guardedBy(() => {})(() => change(() => (choice = readChoice())));
  addEventListener("storage", ({ key }) => key === CHOICE && hear(), { signal: listening.signal });
  // Coming back from the back/forward cache: what happened meanwhile was not told to this page.
  addEventListener("pageshow", ({ persisted }) => persisted && hear(), { signal: listening.signal });

  let unwatch: (() => void) | undefined;
  if (word && word !== "auto") change(() => said.set(SHOP, both(word as ConsentState)));
  else
    unwatch = watchConsentTools(window as unknown as Host, tools ?? {}, said, (look) =>
      change(() => {
        look();
        // Where something is kept the last page had leave to: the first frame need not wait.
        unsure = !said.size && ownDocument.readyState === "loading" && !readText(SNAPSHOT);
      }),
    );

  return {
    get states() {
      return states;
    },
    get paused() {
      return choice === "paused";
    },
    get unsure() {
      return unsure;
    },
    set: (word, source = SHOP) =>
      change(() =>
        said.set(
          source,
          typeof word === "string"
            ? both(word)
            : { ...(source === SHOP && both("granted")), ...said.get(source), ...word },
        ),
      ),
    choose(next) {
      // Who has said no has nothing to pause: to resume would be a yes that nobody said.
      if (choice === "denied" && next !== "granted") return;
      change(() => writeChoice((choice = next)));
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      listening.abort();
      unwatch?.();
    },
  };
}

const SHOP = "shop";

const both = (state: ConsentState): ConsentStates => ({ measurement: state, personalization: state });
