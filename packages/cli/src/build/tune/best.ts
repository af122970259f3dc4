/**
 * The best few of many, best first; of equals the one with the lower number.
 *
 * @param candidates Numbers, of which the first `count` are meant.
 * @param score Of each number.
 */
export function bestOf(
  candidates: Int32Array,
  count: number,
  score: Float64Array,
  limit: number,
): Int32Array {
  const isWorse = (a: number, b: number): boolean =>
    score[a]! < score[b]! || (score[a] === score[b] && a > b);
  const order = (list: Int32Array): Int32Array => list.sort((a, b) => score[b]! - score[a]! || a - b);
  if (count <= limit) return order(candidates.slice(0, count));
  // A heap with the worst on top.
  const heap = order(candidates.slice(0, limit)).reverse();
  for (let index = limit; index < count; index++) {
    const candidate = candidates[index]!;
    if (!isWorse(heap[0]!, candidate)) continue;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= limit) break;
      if (below + 1 < limit && isWorse(heap[below + 1]!, heap[below]!)) below++;
      if (!isWorse(heap[below]!, candidate)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = candidate;
  }
  return order(heap);
}
