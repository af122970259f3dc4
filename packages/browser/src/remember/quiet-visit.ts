const key = "shopkeeper.quiet";

/** As long as a visit may pause: the engine's 30 minutes. */
const rest = 30 * 60_000;

/**
 * Notes that the shopper asked to be forgotten in this tab: for the rest of the visit nothing is remembered
 * and nothing is shown. The note is a time and nothing else.
 */
export function beginQuietVisit(now: number): void {
  try {
    sessionStorage.setItem(key, String(now));
  } catch {
    // Where nothing may be stored the quiet lasts for this page.
  }
}

/** Whether this tab is to be left alone; every page of the visit puts the end off. */
export function isQuietVisit(now: number): boolean {
  try {
    const since = Number(sessionStorage.getItem(key) ?? Number.NaN);
    const quiet = Math.abs(now - since) < rest;
    if (quiet) beginQuietVisit(now);
    else if (since) sessionStorage.removeItem(key);
    return quiet;
  } catch {
    return false;
  }
}
