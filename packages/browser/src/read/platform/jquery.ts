import type { Undo } from "../../dom/undo.ts";
import { guarded } from "../guarded.ts";

type Handler = (event: unknown, ...given: never[]) => void;
interface Collection {
  on(types: string, handler: Handler): void;
  off(types: string, handler: Handler): void;
}

/**
 * Hears events that a page's own jQuery triggers on an element: they are no events of the DOM.
 *
 * @param types Names with spaces between. Where there is no jQuery, there is nothing to hear.
 */
export function onJQuery(window: Window, element: EventTarget, types: string, heard: Handler): Undo {
  const { jQuery } = window as { jQuery?: unknown };
  const collection =
    typeof jQuery == "function" ? (jQuery(element) as Partial<Collection> | undefined) : undefined;
  if (typeof collection?.on != "function") return () => {};
  const handler: Handler = guarded(heard);
  collection.on(types, handler);
  return () => collection.off?.(types, handler);
}
