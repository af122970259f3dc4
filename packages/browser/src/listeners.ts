import type { Messages } from "./api.ts";
import type { Undo } from "./dom/undo.ts";
import { ownDocument } from "./dom/own-document.ts";

export interface Listeners {
  on<Type extends keyof Messages>(type: Type, listener: (message: Messages[Type]) => void): Undo;
  /** Tells everyone who listens, and the page by a DOM event `shopkeeper:TYPE` on `document`. */
  tell<Type extends keyof Messages>(type: Type, message: Messages[Type]): void;
}

/** @param failed What a listener threw; the others are told all the same. */
export function createListeners(document: Document, failed: (error: Error) => void): Listeners {
  const all = new Set<{ type: string; listener(message: unknown): void }>();
  return {
    on(type, listener) {
      const entry = { type, listener: listener as (message: unknown) => void };
      all.add(entry);
      return () => all.delete(entry);
    },
    tell(type, message) {
      for (const entry of all)
        if (entry.type === type)
          try {
            entry.listener(message);
          } catch (error) {
            // An error in a listener for errors has nobody left to hear it.
            if (type !== "error") failed(error as Error);
          }
      try {
        ownDocument.dispatchEvent(new CustomEvent(`shopkeeper:${type}`, { detail: message }));
      } catch {
        // MooTools and others put constructors of their own in the place of the browser's.
      }
    },
  };
}
