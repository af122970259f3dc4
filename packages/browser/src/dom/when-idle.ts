/**
 * Calls back when the page has nothing better to do.
 *
 * @param patience Milliseconds after which it must be done all the same.
 */
export function whenIdle(act: () => void, patience = 5000): void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => act(), { timeout: patience });
  else setTimeout(act, Math.min(patience, 200));
}
