// What needs no model, or nearly none: every figure is told beside these.

/** How often each item was looked at, the most first. */
export function bestSellers(visits) {
  const counts = new Map();
  for (const visit of visits) for (const item of visit) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([a, p], [b, q]) => q - p || a - b).map(([item]) => item);
}

/** @returns {import("./evaluate.mjs").Method} */
export function popularity(visits) {
  const items = bestSellers(visits).slice(0, 200);
  return (_, limit) => items.slice(0, limit);
}

/**
 * What was seen last comes first, and the most popular fill up.
 *
 * @returns {import("./evaluate.mjs").Method}
 */
export function recentlyViewed(visits) {
  const popular = popularity(visits);
  return (prefix, limit) => [...new Set([...prefix.toReversed(), ...popular(prefix, limit)])].slice(0, limit);
}

/** The best of a row of weights, best first; of equals the lower number. */
export const bestOf = (scores, limit) =>
  [...scores]
    .sort(([a, p], [b, q]) => q - p || a - b)
    .slice(0, limit)
    .map(([item]) => item);

/**
 * Association rules: what was in the same visits as the last item, each pair counted.
 *
 * @see https://doi.org/10.1007/s11257-018-9209-6 section 3.1.1 (Ludewig and Jannach 2018)
 * @returns {import("./evaluate.mjs").Method}
 */
export function associationRules(visits) {
  const rules = new Map();
  for (const visit of visits)
    for (let a = 0; a < visit.length; a++)
      for (let b = 0; b < visit.length; b++) if (visit[a] !== visit[b]) count(rules, visit[a], visit[b], 1);
  return (prefix, limit) => bestOf(rules.get(prefix.at(-1)) ?? [], limit);
}

/**
 * Sequential rules: what came after the last item, within so many steps, each pair by the inverse of its distance.
 *
 * @see https://doi.org/10.1007/s11257-018-9209-6 section 3.1.3
 * @returns {import("./evaluate.mjs").Method}
 */
export function sequentialRules(visits, steps = 10) {
  const rules = new Map();
  for (const visit of visits)
    for (let b = 1; b < visit.length; b++)
      for (let distance = 1; distance <= steps && distance <= b; distance++)
        if (visit[b - distance] !== visit[b]) count(rules, visit[b - distance], visit[b], 1 / distance);
  return (prefix, limit) => bestOf(rules.get(prefix.at(-1)) ?? [], limit);
}

function count(rules, item, other, weight) {
  let row = rules.get(item);
  if (!row) rules.set(item, (row = new Map()));
  row.set(other, (row.get(other) ?? 0) + weight);
}
