import type { Engine } from "./engine/engine.ts";
import type { Numbered } from "./input/number-events.ts";
import type { ModelRow } from "./format/encode-model.ts";
import type { Rebuy } from "@shopkeeper/engine";

/** What the steps have found, by ids instead of numbers. */
export interface Found {
  views: ModelRow[];
  baskets: ModelRow[];
  categories: ModelRow[];
  popular: string[];
  rebuy: Record<string, Rebuy>;
  /** Of each table, to compare engines: rows, and sums of weights and of ids. */
  checksums: Record<string, [rows: number, weights: number, ids: number]>;
}

const MILLION = 1e6;
const DAY = 24 * 60 * 60_000;

/** From so many on, something is said of what is bought again. */
const REBUY_MINIMUM = 20;

/** Rows of a table by what they lead from, heaviest first, and of equals by number. */
async function gather(engine: Engine, table: string, columns: [from: string, to: string, weight: string]) {
  const rows = new Map<number, { to: number; weight: number }[]>();
  const checksum: [number, number, number] = [0, 0, 0];
  for await (const batch of engine.rows(table, columns))
    for (const [from, to, weight] of batch as [number, number, number][]) {
      const row = rows.get(from);
      if (row) row.push({ to, weight });
      else rows.set(from, [{ to, weight }]);
      checksum[0]++;
      checksum[1] += weight;
      checksum[2] += to;
    }
  for (const row of rows.values()) row.sort((a, b) => b.weight - a.weight || a.to - b.to);
  return { rows, checksum };
}

/** Reads what the steps have made. */
export async function collectModel(engine: Engine, { ids, categories }: Numbered): Promise<Found> {
  const views = await gather(engine, "views", ["i", "j", "weight"]);
  const baskets = await gather(engine, "baskets", ["i", "j", "weight"]);
  const sellers = await gather(engine, "sellers", ["category", "item", "score"]);
  const modelRows = (rows: typeof views.rows, scale: number, nameOf: (from: number) => string): ModelRow[] =>
    [...rows].map(([from, row]) => ({
      item: nameOf(from),
      neighbours: row.map(({ to, weight }) => ({ item: ids[to]!, weight: weight / scale })),
    }));
  const popular = (sellers.rows.get(0) ?? []).map(({ to }) => ids[to]!);
  sellers.rows.delete(0);
  const rebuy: Record<string, Rebuy> = {};
  let rebuys = 0;
  for await (const batch of engine.rows("rebuys", ["category", "bought", "again", "gap"]))
    for (const [category, bought, again, gap] of batch as [number, number, number, number | null][]) {
      rebuys++;
      if (bought < REBUY_MINIMUM) continue;
      const name = category ? categories[category - 1]! : "";
      const days = Math.round((10 * (gap ?? 0)) / DAY) / 10;
      rebuy[name] = { rate: Math.round((1000 * again) / bought) / 1000, days };
    }
  return {
    views: modelRows(views.rows, MILLION, (item) => ids[item]!),
    baskets: modelRows(baskets.rows, MILLION, (item) => ids[item]!),
    // A category's best seller counts 1.
    categories: [...sellers.rows].map(([category, row]) => ({
      item: categories[category - 1]!,
      neighbours: row.map(({ to, weight }) => ({ item: ids[to]!, weight: weight / row[0]!.weight })),
    })),
    popular,
    rebuy,
    checksums: {
      views: views.checksum,
      baskets: baskets.checksum,
      sellers: sellers.checksum,
      rebuys: [rebuys, 0, 0],
    },
  };
}
