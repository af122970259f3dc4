/**
 * Calls back when the page has nothing better to do.
 *
 * @param patience Milliseconds after which it must be done all the same.
 */
export function whenIdle(act: () => void, patience = 5000): void {
  try {
    requestIdleCallback(() => act(), { timeout: patience });
  } catch {
    // Safari has no idle callback, and a page may have broken it.
    setTimeout(act, Math.min(patience, 200));
  }
}
