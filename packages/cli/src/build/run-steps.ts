import type { DuckDBConnection } from "@duckdb/node-api";
import type { Engine, Settings } from "./engine/engine.ts";
import { HOP_LIMIT, NEAR_LIMIT, PAUSE, SESSION_CAP, type BuildSettings } from "./settings.ts";
import { STANDARD_STEPS, TABLES } from "./steps.ts";

/** What the time of the events is. */
export interface Period {
  first: number;
  last: number;
  /** Whether it is time at all, or only an order. */
  isTime: boolean;
}

const DAY = 24 * 60 * 60_000;

/** Bought again is what was bought within half a year, or half the time that there is. */
export const horizonOf = ({ first, last, isTime }: Period): number =>
  isTime ? Math.floor(Math.min(180 * DAY, (last - first) / 2)) : 0;

/** The small tables. Weights of distances are thousandths, so that all that is added up are whole numbers. */
export function settingsRows(settings: BuildSettings, period: Period): Settings {
  const { table, neighbours, basketMinimum, popular } = settings;
  const row: Record<keyof (typeof TABLES)["settings"], number> = {
    last_ts: period.last,
    span: Math.max(1, period.last - period.first),
    recency: table.recency,
    pause: PAUSE,
    session_cap: SESSION_CAP,
    shrink: table.shrink,
    row_power: table.rowPower,
    column_power: table.columnPower,
    hop: table.hop,
    hop_limit: HOP_LIMIT,
    near_limit: Math.max(NEAR_LIMIT, neighbours),
    epsilon: table.epsilon,
    neighbours,
    basket_minimum: basketMinimum,
    popular_limit: popular,
    // The lines of one order may be seconds apart.
    same_order: DAY,
    horizon: horizonOf(period),
  };
  const thousandths = (weight: number): number => Math.floor(1000 * weight + 0.5);
  return {
    settings: [Object.keys(TABLES.settings).map((column) => row[column as keyof typeof row])],
    distances: table.forward.map((forward, index) => [
      index + 1,
      thousandths(forward),
      thousandths(table.backward[index]!),
    ]),
  };
}

/** Runs all steps on an engine. */
export async function runSteps(
  engine: Engine,
  source: DuckDBConnection,
  rows: Settings,
  progress: (label: string, rows?: number) => void,
): Promise<void> {
  await engine.take(source, rows, (count) => progress("copy", count));
  for (const { name, label } of STANDARD_STEPS) {
    progress(label);
    await engine.run(name);
  }
}
