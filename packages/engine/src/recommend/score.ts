import type { Row } from "./format/decode-shard.ts";
import type { Scoring } from "./format/manifest.ts";

/** What is added for products, by their numbers. */
export interface Addends {
  numbers: number[];
  weights: number[];
}

/** A product by its number. */
export interface Scored {
  number: number;
  score: number;
}

/**
 * Adds up rows, and gives the best products, best first; of equals the one with the lower number.
 *
 * The sums stand in a small table with open addressing, and only the few that are best are ever sorted: a rail takes some
 * microseconds (`bench/recommend`).
 *
 * @param factors How much each list counts.
 * @param limit How many products are wanted at most.
 * @param unwanted Numbers of products that are left out.
 */
export function addUp(lists: Addends[], factors: number[], limit: number, unwanted: number[] = []): Scored[] {
  const total = lists.reduce((sum, { numbers }) => sum + numbers.length, 1);
  // At most half full.
  const bits = 33 - Math.clz32(total);
  const keys = new Int32Array(2 ** bits);
  const sums = new Float64Array(2 ** bits);
  const used: number[] = [];
  lists.forEach(({ numbers, weights }, list) => {
    for (let index = 0; index < numbers.length; index++) {
      // 0 is a free place. Multiplied by the golden ratio, neighbouring numbers lie far apart (Knuth, 6.4).
      const key = numbers[index]! + 1;
      let at = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
      while (keys[at] && keys[at] !== key) at = (at + 1) % keys.length;
      if (!keys[at]) used.push(at);
      keys[at] = key;
      sums[at]! += weights[index]! * factors[list]!;
    }
  });
  const best: Scored[] = [];
  for (const at of used) {
    const number = keys[at]! - 1;
    const score = sums[at]!;
    if (score < (best[limit - 1]?.score ?? -Infinity) || unwanted.includes(number)) continue;
    let place = best.length;
    for (; place; place--) {
      const other = best[place - 1]!;
      if (other.score > score || (other.score === score && other.number < number)) break;
      best[place] = other;
    }
    best[place] = { number, score };
    best.length = Math.min(best.length, limit);
  }
  return best;
}

/**
 * What is looked at next: for each of the last views, newest first, the logarithms in its row, by how long ago it was;
 * see `docs/recommending.md`.
 *
 * @param views The rows of what was viewed in this visit, newest first; undefined where there is none.
 * @param isDiscovery Products that were viewed are left out. Otherwise each has a bonus, for a fifth of all clicks and more go
 *   back to one of them.
 * @example scoreViews([rowOf("wool-coat"), rowOf("scarf")], manifest.score, 20, true)
 */
export function scoreViews(
  views: (Row | undefined)[],
  { decay, repeatLast, repeat, fade, again }: Scoring,
  limit: number,
  isDiscovery = false,
): Scored[] {
  const lists: Addends[] = [];
  const factors: number[] = [];
  for (let index = 0; index < decay.length; index++) {
    const row = views[index];
    if (!row) continue;
    lists.push(row);
    factors.push(decay[index]!);
  }
  const owns = views.map((row) => row?.own ?? -1);
  if (isDiscovery) return addUp(lists, factors, limit, owns);
  const seen = [...new Set(owns)].filter((own) => own >= 0);
  const bonus = seen.map((own) => {
    const since = owns.indexOf(own);
    const times = owns.filter((each) => each === own).length;
    return (since ? repeat * Math.exp((1 - since) / fade) : repeatLast) + again * (times - 1);
  });
  return addUp([...lists, { numbers: seen, weights: bonus }], [...factors, 1], limit);
}

/** What goes with these: the sum of what their rows say, without the products themselves. */
export function scoreBasket(lines: (Row | undefined)[], limit: number): Scored[] {
  const rows = lines.filter((row) => !!row);
  return addUp(
    rows,
    rows.map(() => 1),
    limit,
    rows.map(({ own }) => own),
  );
}
