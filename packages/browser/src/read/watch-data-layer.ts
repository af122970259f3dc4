import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { watchPushes } from "../dom/watch-pushes.ts";
import { dataLayerEvents } from "./dialect/data-layer.ts";
import { guarded } from "./guarded.ts";
import { baseOf } from "./query.ts";

/**
 * Hears the commerce events that a page pushes to `window.dataLayer`, those pushed before included.
 *
 * The page may make its data layer after us, or exchange it: it is looked for again when the document has been parsed and when
 * the page has loaded.
 */
export function watchDataLayer(
  window: Window,
  heard: (name: string, parameters: Record<string, unknown>, teller: string, at?: number) => void,
): Undo {
  /** A page that comes with an add tells what was posted on the page before: a cart that it shows has that in it. */
  let earlier: number | undefined = Date.now() - performance.now();
  const [lookNow, undo] = watchPushes(window, (entry) => {
    for (const { name, parameters } of dataLayerEvents(entry, baseOf(window.document)))
      heard(name, parameters, "data-layer", name.endsWith("_cart") ? earlier : undefined);
  });
  const look = guarded(lookNow);

  look();
  earlier = undefined;
  return undoAll([listen(window, "DOMContentLoaded load", look), undo]);
}
