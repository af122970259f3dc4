import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { guarded } from "./guarded.ts";
import { wrapMethod } from "../dom/wrap-method.ts";

/**
 * Calls `changed` whenever a single-page app moves to another path or query, forth or back; a change of the hash alone,
 * or of the history's state, is none.
 *
 * At that moment the old content usually still stands: read the page `whenSettled`.
 */
export function watchRoutes(window: Window, changed: () => void): Undo {
  const address = (): string => window.location.pathname + window.location.search;
  let last = address();
  const look = guarded(() => {
    if (address() === last) return;
    last = address();
    changed();
  });
  const { navigation } = window as unknown as { navigation?: EventTarget & { updateCurrentEntry?: unknown } };
  // A page's `<a id="navigation">` is no Navigation API.
  return typeof navigation?.updateCurrentEntry == "function"
    ? listen(navigation, "currententrychange", look)
    : undoAll([
        listen(window, "popstate", look),
        ...["pushState", "replaceState"].map((name) => wrapMethod(window.history, name, look)),
      ]);
}
