// The table of what is looked at after what, made in memory in the plainest way, a Map of Maps: what the builder's SQL is
// held against on small shops, and what the figures of its settings can be read off without it.
const LIMIT = { window: 10, session: 100, hop: 30 };

/** The settings that are tuned to no shop. */
export const DEFAULTS = {
  /** After so much of the whole time a visit counts 1/e. */
  recency: 0.7,
  /** What is 1 + reach views away counts 1/e of what is next. */
  reach: 2,
  /** What the way back counts. */
  back: 0.6,
  rowPower: 0.85,
  columnPower: 0.1,
  shrink: 20,
  /** What two steps count beside one. */
  hop: 0.6,
  epsilon: 0.03,
  neighbours: 20,
};

const pushed = (map, key, other, weight) => {
  let row = map.get(key);
  if (!row) map.set(key, (row = new Map()));
  row.set(other, (row.get(other) ?? 0) + weight);
};

/** The highest of a row; of equals the lower number first. */
const best = (row, count) => [...row].sort(([a, p], [b, q]) => q - p || (a < b ? -1 : 1)).slice(0, count);

/**
 * @template {string | number} Id
 * @param {Id[][]} visits Oldest first; in each the items in order.
 * @param {Partial<typeof DEFAULTS>} [settings]
 * @param {number[]} [ages] How old each visit is, in parts of the whole time. Absent: by their order.
 * @returns {Map<Id, [item: Id, weight: number][]>} Of each item what it leads to, with ln(1 + P / epsilon), best first.
 */
export function referenceTable(visits, settings, ages) {
  const { recency, reach, back, rowPower, columnPower, shrink, hop, epsilon, neighbours } = {
    ...DEFAULTS,
    ...settings,
  };
  /** @type {Map<Id, number>} */
  const support = new Map();
  const pairs = new Map();
  visits.forEach((visit, index) => {
    const age = ages?.[index] ?? 1 - (index + 1) / visits.length;
    const fresh = Math.exp(-age / recency);
    // Twice in a row is once, and of very many the last count.
    const items = visit.filter((item, at) => item !== visit[at - 1]).slice(-LIMIT.session);
    for (const item of items) support.set(item, (support.get(item) ?? 0) + 1);
    for (let a = 0; a < items.length; a++)
      for (let b = a + 1; b < items.length && b - a <= LIMIT.window; b++) {
        if (items[a] === items[b]) continue;
        const weight = fresh * Math.exp(-(b - a - 1) / reach);
        pushed(pairs, items[a], items[b], weight);
        pushed(pairs, items[b], items[a], weight * back);
      }
  });

  /** What leads to what with one step: P. */
  const near = new Map();
  for (const [item, row] of pairs) {
    for (const [other, weight] of row)
      row.set(
        other,
        weight * (support.get(item) + shrink) ** -rowPower * (support.get(other) + shrink) ** -columnPower,
      );
    near.set(item, best(row, Math.max(LIMIT.hop, neighbours)));
  }

  /** The strongest of each, as parts of 1. */
  const shares = new Map(
    [...near].map(([item, row]) => {
      const strongest = row.slice(0, LIMIT.hop);
      const total = strongest.reduce((sum, [, p]) => sum + p, 0);
      return [item, strongest.map(([other, p]) => [other, p / total])];
    }),
  );
  const table = new Map();
  for (const [item, row] of near) {
    const sums = new Map(row);
    if (hop)
      for (const [middle, first] of shares.get(item))
        for (const [other, second] of shares.get(middle) ?? [])
          if (other !== item) sums.set(other, (sums.get(other) ?? 0) + hop * first * second);
    table.set(
      item,
      best(sums, neighbours).map(([other, p]) => [other, Math.log(1 + p / epsilon)]),
    );
  }
  return table;
}
