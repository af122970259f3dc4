/**
 * Chance that one who did has a higher score than one who did not; equal scores count half.
 *
 * @returns From 0 to 1; 0.5 where all did, or nobody.
 *
 * @example auc([0.1, 0.9], [false, true]) // 1
 */
export function auc(scores: number[], did: boolean[]): number {
  const order = scores.map((_, index) => index).sort((a, b) => scores[a]! - scores[b]!);
  let ranks = 0;
  let positive = 0;
  for (let begin = 0, end = 0; begin < order.length; begin = end) {
    while (end < order.length && scores[order[end]!] === scores[order[begin]!]) end++;
    const hits = order.slice(begin, end).filter((index) => did[index]).length;
    positive += hits;
    ranks += (hits * (begin + end + 1)) / 2;
  }
  const pairs = positive * (scores.length - positive);
  return pairs ? (ranks - (positive * (positive + 1)) / 2) / pairs : 0.5;
}
