import { guardedBy } from "../guard.ts";
import type { Undo } from "./undo.ts";
import { wrapMethod } from "./wrap-method.ts";

/**
 * Hears the entries that a page pushes to `window.dataLayer`, those pushed before included, each once. What it throws is kept from the page.
 *
 * @returns Looks for the data layer, which the page may make after us, or exchange. And the undo.
 */
export function watchPushes(
  // oxlint-disable-next-line typescript/no-explicit-any
  host: any,
  hear: (entry: unknown) => void,
): [look: () => void, undo: Undo] {
  const known = new WeakSet<object>();
  let layer: unknown;
  let unwrap: Undo | undefined;
  const note = guardedBy(() => {})((entry: unknown): void => {
    if (entry && typeof entry == "object") known.add(entry);
    hear(entry);
  });
  return [
    () => {
      const { dataLayer } = host;
      // Not an array: nobody made one yet, or it is an element of the page with that id.
      if (dataLayer === layer || !Array.isArray(dataLayer)) return;
      unwrap?.();
      layer = dataLayer;
      // An exchanged one may hold entries of the one before.
      for (const entry of dataLayer) if (!known.has(entry)) note(entry);
      unwrap = wrapMethod(dataLayer, "push", (...entries) => entries.forEach(note));
    },
    () => unwrap?.(),
  ];
}
