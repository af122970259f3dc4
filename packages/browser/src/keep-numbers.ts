import { toJson, type ShopEvent } from "@shopkeeper/engine";
import { whenIdle } from "./dom/when-idle.ts";
import { guardedBy } from "./guard.ts";
import type { Report } from "./dom/report.ts";
import { attempt } from "./remember/attempt.ts";
import { NUMBERS } from "./remember/history.ts";
import { readText, writeText } from "./remember/stored-text.ts";
import { learnNumbers, useSamples } from "./render/number.ts";

/**
 * Keeps how this browser writes prices, so that the rails of later pages need not ask it.
 *
 * @param keeps Whether anything may be kept.
 * @returns What hears of every event.
 */
export function keepNumbers(keeps: () => boolean, report: Report): (event: ShopEvent) => void {
  useSamples(() => attempt(() => JSON.parse(readText(NUMBERS)!)));
  return ({ items }) => {
    const currency = items?.[0]?.currency;
    if (!currency) return;
    whenIdle(
      guardedBy(report)(() => {
        const samples = keeps() && learnNumbers(currency);
        if (samples) writeText(NUMBERS, toJson(samples));
      }),
    );
  };
}
