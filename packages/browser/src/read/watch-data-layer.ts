import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { dataLayerEvents } from "./dialect/data-layer.ts";
import { guarded } from "./guarded.ts";
import { baseOf } from "./query.ts";
import { wrapMethod } from "./wrap-method.ts";

/**
 * Hears the commerce events that a page pushes to `window.dataLayer`, those pushed before included.
 *
 * The page may make its data layer after us, or exchange it: it is looked for again when the document has been parsed and when
 * the page has loaded.
 */
export function watchDataLayer(
  window: Window,
  heard: (name: string, parameters: Record<string, unknown>) => void,
): Undo {
  const known = new WeakSet<object>();
  let layer: unknown;
  let unwrap: Undo | undefined;

  const hear = guarded((entry: unknown): void => {
    if (entry && typeof entry == "object") known.add(entry);
    for (const { name, parameters } of dataLayerEvents(entry, baseOf(window.document)))
      heard(name, parameters);
  });
  const look = guarded((): void => {
    const { dataLayer } = window as unknown as { dataLayer?: unknown };
    // Not an array: nobody made one yet, or it is an element of the page with that id.
    if (dataLayer === layer || !Array.isArray(dataLayer)) return;
    unwrap?.();
    layer = dataLayer;
    // An exchanged one may hold entries of the one before.
    for (const entry of dataLayer) if (!known.has(entry)) hear(entry);
    unwrap = wrapMethod(dataLayer, "push", (...entries) => entries.forEach(hear));
  });

  look();
  return undoAll([listen(window, "DOMContentLoaded load", look), () => unwrap?.()]);
}
