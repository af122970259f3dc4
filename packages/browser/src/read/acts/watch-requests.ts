import type { Undo } from "../../dom/undo.ts";
import { guarded } from "../guarded.ts";

/** A request that the page's scripts have made, seen when it has ended. */
export interface Ended {
  url: string;
  /** When it began, in milliseconds of the page's own clock. */
  start: number;
  /** Whether it was answered well; absent where the browser does not say (another origin, Safari before 18). */
  isWell?: boolean | undefined;
}

/** Hears of the requests of the page's scripts by their addresses. Nothing of the page is wrapped. */
export function watchRequests(heard: (request: Ended) => void): Undo {
  const tell = guarded((entry: PerformanceResourceTiming & { responseStatus?: number }) => {
    if (!/^(fetch|xmlhttprequest|beacon)$/.test(entry.initiatorType)) return;
    const { name, startTime, responseStatus } = entry;
    heard({ url: name, start: startTime, isWell: responseStatus ? responseStatus < 400 : undefined });
  });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tell(entry as PerformanceResourceTiming);
  });
  observer.observe({ type: "resource" });
  return () => observer.disconnect();
}
