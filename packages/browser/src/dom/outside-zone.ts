type Zone = { root?: { run?<Result>(act: () => Result): Result } } | undefined;

/**
 * Acts outside of the zone that a page's own code is called in. Angular has its whole app checked for changes after each
 * timer, request or promise that was begun in its zone, and what we begin there is no change of the app.
 */
export function outsideZone<Result>(act: () => Result): Result {
  // A page's `<a id="Zone">` is no zone.
  const root = (globalThis as { Zone?: Zone }).Zone?.root;
  return typeof root?.run === "function" ? root.run(act) : act();
}
