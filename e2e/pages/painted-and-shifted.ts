import type { Page } from "@playwright/test";

/** Which elements with an `elementtiming` were painted, and how far the page shifted, as the browser itself tells. */
export const paintedAndShifted = (page: Page): Promise<{ painted: string[]; shift: number }> =>
  page.evaluate(async () => {
    const seen = (type: string): Promise<PerformanceEntry[]> =>
      new Promise((resolve) => {
        const entries: PerformanceEntry[] = [];
        new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
          type,
          buffered: true,
        });
        setTimeout(() => resolve(entries), 100);
      });
    const [elements, shifts] = await Promise.all([seen("element"), seen("layout-shift")]);
    return {
      painted: elements.map((entry) => (entry as PerformanceEntry & { identifier: string }).identifier),
      shift: shifts.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
    };
  });
