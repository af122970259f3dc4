import type { ShopEvent } from "../event.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

/** What became of an experience or an experiment in this browser, as far as it is remembered. */
export interface OutcomeCount {
  experience_id?: string;
  experiment_id?: string;
  variation?: string;
  /** Of an experiment, visits in which it was seen. */
  views: number;
  clicks: number;
  dismissals: number;
  /** How often each goal was reached; `convert` is what the experience's own button did. */
  conversions: Record<string, number>;
  /** What the goals were worth together, by currency; empty where none was told. */
  value: Record<string, number>;
}

const NOBODY = { client: "", handOver: new Set<string>() };

const add = (sums: Record<string, number>, key: string, amount: number): void => {
  // Rounded, so that the order of adding never shows.
  sums[key] = Math.round(((Object.hasOwn(sums, key) ? sums[key]! : 0) + amount) * 1e6) / 1e6;
};

function count(into: OutcomeCount, { name, goal, value, currency }: Outcome): void {
  if (name.endsWith("view")) into.views++;
  else if (name === "experience_click") into.clicks++;
  else if (name === "experience_dismiss") into.dismissals++;
  else {
    add(into.conversions, goal ?? "convert", 1);
    if (value) add(into.value, currency ?? "", value);
  }
}

/**
 * Counts outcomes per experience and variation, and per experiment and variation.
 *
 * @example countOutcomes(await shop.events())[0]
 * // { experience_id: "hero-vip", views: 2, clicks: 1, dismissals: 0, conversions: { purchase: 1 }, value: { EUR: 89 } }
 */
export function countOutcomes(events: ShopEvent[]): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const event of events) {
    const outcome = outcomeOf(event, "", NOBODY) as Outcome | undefined;
    if (!outcome) continue;
    const { name, experience_id, experiment_id, variation } = outcome;
    const isExperiment = /^(experiment_view|goal)$/.test(name);
    const about = {
      ...(isExperiment || !experience_id ? {} : { experience_id }),
      ...(experiment_id ? { experiment_id } : {}),
      ...(variation ? { variation } : {}),
    };
    const key = JSON.stringify(about);
    const into = counts.get(key) ?? {
      ...about,
      views: 0,
      clicks: 0,
      dismissals: 0,
      conversions: {},
      value: {},
    };
    counts.set(key, into);
    count(into, outcome);
  }
  return [...counts.values()];
}
