/** A line of the beacon. */
export interface Line {
  id?: string;
  client: string;
  ts: number;
  name: string;
  experiment_id?: string;
  variation?: string;
  goal?: string;
  value?: number;
}

/** What report should find of a variation, counted one client at a time. */
export interface Count {
  exposures: number;
  conversions: number;
  value: number;
  valueSquares: number;
}

/** The same counts as the queries, in the most simple-minded way: for each experiment, and each client of it. */
export function countNaively(lines: Line[], goal: string, windowMs: number, until = Infinity) {
  const seen = new Set<string>();
  const once = lines.filter((line) => {
    const key = line.id ?? JSON.stringify(line);
    return !seen.has(key) && seen.add(key);
  });
  const counts = new Map<string, Map<string, Count>>();
  const multiple = new Map<string, number>();
  const exposures = once.filter(({ name }) => name === "experiment_view");
  for (const id of new Set(exposures.map((line) => line.experiment_id!))) {
    const variations = new Map<string, Count>();
    counts.set(id, variations);
    for (const client of new Set(
      exposures.filter((line) => line.experiment_id === id).map((line) => line.client),
    )) {
      const own = exposures.filter((line) => line.experiment_id === id && line.client === client);
      if (new Set(own.map(({ variation }) => variation)).size > 1) {
        multiple.set(id, (multiple.get(id) ?? 0) + 1);
        continue;
      }
      const first = Math.min(...own.map(({ ts }) => ts));
      if (first >= until) continue;
      const reached = once.filter(
        (line) =>
          line.name === "goal" &&
          line.client === client &&
          line.goal === goal &&
          (line.experiment_id ?? id) === id &&
          line.ts >= first &&
          line.ts < first + windowMs &&
          line.ts < until,
      );
      const worth = reached.reduce((sum, { value = 0 }) => sum + value, 0);
      const { variation } = own[0]!;
      const count = variations.get(variation!) ?? { exposures: 0, conversions: 0, value: 0, valueSquares: 0 };
      variations.set(variation!, {
        exposures: count.exposures + 1,
        conversions: count.conversions + (reached.length ? 1 : 0),
        value: count.value + worth,
        valueSquares: count.valueSquares + worth * worth,
      });
    }
  }
  return { counts, multiple };
}
