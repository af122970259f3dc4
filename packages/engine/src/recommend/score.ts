import type { Row } from "./format/decode-shard.ts";
import type { Scoring } from "./format/manifest.ts";

/** What is added for products, by their numbers, ascending. */
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
 * All lists ascend, so that they are walked side by side: nothing is hashed, and nothing sorted but the few that are best.
 *
 * @param factors How much each list counts.
 * @param limit How many products are wanted at most.
 * @param unwanted Numbers of products that are left out.
 */
export function addUp(lists: Addends[], factors: number[], limit: number, unwanted: number[] = []): Scored[] {
  const best: Scored[] = [];
  const at = lists.map(() => 0);
  for (;;) {
    let number = Infinity;
    for (let index = 0; index < lists.length; index++) {
      const next = lists[index]!.numbers[at[index]!]!;
      if (next < number) number = next;
    }
    if (number === Infinity) return best;
    let score = 0;
    for (let index = 0; index < lists.length; index++) {
      const { numbers, weights } = lists[index]!;
      if (numbers[at[index]!] === number) score += weights[at[index]!++]! * factors[index]!;
    }
    if ((best.length >= limit && score <= best[limit - 1]!.score) || unwanted.includes(number)) continue;
    let place = best.length;
    while (place && best[place - 1]!.score < score) place--;
    best.splice(place, 0, { number, score });
    if (best.length > limit) best.pop();
  }
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
  const seen = [...new Set(owns)].filter((own) => own >= 0).sort((a, b) => a - b);
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
