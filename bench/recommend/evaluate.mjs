// How often a method has what was looked at next among its first twenty, and how far up.
//
// Two protocols: "next" asks for whatever came next; "discovery" only where that was new to the visitor, and takes out what
// was not. A fifth to a half of all next clicks go back to what was seen, so that the first alone flatters a list of that.

/**
 * @typedef {(prefix: number[], limit: number, isDiscovery: boolean) => number[]} Method Items, best first; `prefix` is what
 *   was looked at before, the latest last.
 *
 * @typedef {{ hr: number, mrr: number, questions: number }} Quality Per cent.
 */

const LENGTH = 20;

/**
 * @param {Method} method
 * @param {{ prefix: number[], target: number }[]} tests
 * @param {boolean} isDiscovery
 * @returns {Quality}
 */
export function qualityOf(method, tests, isDiscovery = false) {
  let [hits, ranks, questions] = [0, 0, 0];
  for (const { prefix, target } of tests) {
    if (isDiscovery && prefix.includes(target)) continue;
    questions++;
    const seen = isDiscovery ? new Set(prefix) : undefined;
    // Who cannot leave out what was seen gives as many more.
    const told = method(prefix, LENGTH + (seen?.size ?? 0), isDiscovery);
    const rank = (seen ? told.filter((item) => !seen.has(item)) : told).slice(0, LENGTH).indexOf(target);
    if (rank < 0) continue;
    hits++;
    ranks += 1 / (rank + 1);
  }
  return { hr: (100 * hits) / questions, mrr: (100 * ranks) / questions, questions };
}

/**
 * Microseconds that each answer took, of so many asked one after the other.
 *
 * @param {Method} method
 * @param {{ prefix: number[] }[]} tests
 */
export function timesOf(method, tests) {
  for (const { prefix } of tests.slice(0, 2000)) method(prefix, LENGTH, false);
  return tests.map(({ prefix }) => {
    const begin = performance.now();
    method(prefix, LENGTH, false);
    return (performance.now() - begin) * 1000;
  });
}
