import { listen } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { guarded } from "./guarded.ts";
import { wrapMethod } from "../dom/wrap-method.ts";

/**
 * Calls `changed` whenever a single-page app moves to another path or query, forth or back; a change of the hash alone,
 * or of the history's state, is none.
 *
 * @param isByHash The app has its routes behind the `#`: then a change of that is one.
 *
 * At that moment the old content usually still stands: read the page `whenSettled`.
 */
export function watchRoutes(window: Window, changed: (isReplaced: boolean) => void, isByHash = false): Undo {
  const address = (): string => {
    const { pathname, search, hash } = window.location;
    return pathname + search + (isByHash ? hash : "");
  };
  let last = address();
  const look = (how: unknown): void => {
    if (address() === last) return;
    last = address();
    changed(how === "replace" || how === "replaceState");
  };
  const { navigation } = window as unknown as { navigation?: EventTarget & { updateCurrentEntry?: unknown } };
  // A page's `<a id="navigation">` is no Navigation API.
  return typeof navigation?.updateCurrentEntry == "function"
    ? listen<Event & { navigationType?: unknown }>(
        navigation,
        "currententrychange",
        guarded((event: { navigationType?: unknown }) => look(event.navigationType)),
      )
    : undoAll([
        listen(window, isByHash ? "popstate hashchange" : "popstate", guarded(look)),
        ...["pushState", "replaceState"].map((name) => wrapMethod(window.history, name, () => look(name))),
      ]);
}
