// Recommending by the visits that are most like this one: the family of session-based nearest neighbours, as their papers
// define them. All take the most recent visits that share an item with this one, weigh how alike they are, keep the most
// alike, and add up their items.
import { bestOf } from "./baselines.mjs";

/**
 * @typedef {object} Neighbour
 * @property {number} visit Its number: later visits have higher ones.
 * @property {number[]} items Each once, where it stands last.
 * @property {number} alike
 */

/** The visits that each item is in, and of each visit its items, each once. */
function indexOf(visits) {
  const itemsOf = visits.map((visit) => [...new Set(visit.toReversed())].reverse());
  const visitsOf = new Map();
  itemsOf.forEach((items, visit) => {
    for (const item of items) {
      const known = visitsOf.get(item);
      if (known) known.push(visit);
      else visitsOf.set(item, [visit]);
    }
  });
  return { itemsOf, visitsOf };
}

/**
 * @param {number[][]} visits Oldest first.
 * @param {object} ways
 * @param {number} ways.recent So many of the most recent visits with an item in common are looked at.
 * @param {number} ways.nearest So many of the most alike are kept.
 * @param {(position: number, length: number) => number} ways.weigh What an item of this visit counts; 1 is the first position.
 * @param {(sum: number, length: number, other: number, visit: number) => number} ways.alike From the sum over the items in
 *   common, how long this visit and the other are, and its number.
 * @param {(neighbour: Neighbour, prefix: number[]) => (item: number, position: number) => number} ways.count What an item
 *   of a neighbour counts.
 * @returns {import("./evaluate.mjs").Method}
 */
function neighbourMethod(visits, { recent, nearest, weigh, alike, count }) {
  const { itemsOf, visitsOf } = indexOf(visits);
  return (prefix, limit) => {
    // Where an item comes twice, the later place counts.
    const weights = new Map(prefix.map((item, at) => [item, weigh(at + 1, prefix.length)]));
    const candidates = new Set(
      [...weights.keys()].flatMap((item) => visitsOf.get(item)?.slice(-recent) ?? []),
    );
    const neighbours = [...candidates]
      .sort((a, b) => b - a)
      .slice(0, recent)
      .map((visit) => {
        const items = itemsOf[visit];
        const sum = items.reduce((total, item) => total + (weights.get(item) ?? 0), 0);
        return { visit, items, alike: alike(sum, weights.size, items.length, visit) };
      })
      .sort((a, b) => b.alike - a.alike || b.visit - a.visit)
      .slice(0, nearest);
    const scores = new Map();
    for (const neighbour of neighbours) {
      const counts = count(neighbour, prefix);
      neighbour.items.forEach((item, position) =>
        scores.set(item, (scores.get(item) ?? 0) + neighbour.alike * counts(item, position)),
      );
    }
    return bestOf(scores, limit);
  };
}

/**
 * S-KNN: the cosine of the two sets of items.
 *
 * @see https://doi.org/10.1145/3109859.3109872 (Jannach and Ludewig 2017)
 */
export const sKnn = (visits, { recent = 1000, nearest = 100 } = {}) =>
  neighbourMethod(visits, {
    recent,
    nearest,
    weigh: () => 1,
    alike: (sum, length, other) => sum / Math.sqrt(length * other),
    count: () => () => 1,
  });

/**
 * V-SKNN: the later an item of this visit, the more it counts, falling in a line from 1; the likeness is the dot product.
 *
 * @see https://doi.org/10.1007/s11257-018-9209-6 (Ludewig and Jannach 2018)
 */
export const vsKnn = (visits, { recent = 1000, nearest = 100 } = {}) =>
  neighbourMethod(visits, {
    recent,
    nearest,
    weigh: (position, length) => position / length,
    alike: (sum) => sum,
    count: () => () => 1,
  });

/**
 * STAN: the cosine with weights that fall off in this visit, with the age of the other visit, and with the distance from the
 * item in common that came last in this one.
 *
 * @param {object} [settings]
 * @param {number} [settings.here] After so many items of this visit a weight has fallen to 1/e.
 * @param {number} [settings.age] And after so much of the time of all visits, by their order.
 * @param {number} [settings.there] And so many items from the one in common.
 * @see https://doi.org/10.1145/3331184.3331322 (Garg and others 2019)
 */
export const stan = (visits, { recent = 2500, nearest = 500, here = 1.02, age = 0.2, there = 2.05 } = {}) =>
  neighbourMethod(visits, {
    recent,
    nearest,
    weigh: (position, length) => Math.exp((position - length) / here),
    alike: (sum, length, other, visit) =>
      (sum / Math.sqrt(length * other)) * Math.exp(-(visits.length - visit) / visits.length / age),
    count({ items }, prefix) {
      const common = items.indexOf(prefix.findLast((item) => items.includes(item)));
      return (_, position) => Math.exp(-Math.abs(position - common) / there);
    },
  });

/**
 * VMIS-kNN: V-SKNN, whose neighbours count the less the longer ago their last item in common was seen, and whose items count
 * the less the more visits have them.
 *
 * @see https://doi.org/10.1145/3514221.3517901 (Kersbergen, Sprangers and Schelter 2022)
 */
export function vmisKnn(visits, { recent = 500, nearest = 100 } = {}) {
  const inVisits = new Map();
  for (const visit of visits)
    for (const item of new Set(visit)) inVisits.set(item, (inVisits.get(item) ?? 0) + 1);
  return neighbourMethod(visits, {
    recent,
    nearest,
    weigh: (position, length) => position / length,
    alike: (sum) => sum,
    count({ items }, prefix) {
      const since = prefix.length - prefix.findLastIndex((item) => items.includes(item));
      // Ten items ago is too long.
      const fresh = Math.max(0, 1 - 0.1 * since);
      return (item) => fresh * Math.log(visits.length / inVisits.get(item));
    },
  });
}
