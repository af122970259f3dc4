// What says how good something is.

/** @type {(numbers: number[]) => number} */
export const mean = (numbers) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/**
 * Pearson's correlation.
 *
 * @param {number[]} a
 * @param {number[]} b
 */
export function correlation(a, b) {
  const [middleA, middleB] = [mean(a), mean(b)];
  let [both, squareA, squareB] = [0, 0, 0];
  a.forEach((_, index) => {
    const [x, y] = [a[index] - middleA, b[index] - middleB];
    both += x * y;
    squareA += x * x;
    squareB += y * y;
  });
  return both / Math.sqrt(squareA * squareB);
}

/**
 * How far off on average.
 *
 * @param {number[]} a
 * @param {number[]} b
 */
export const meanError = (a, b) => mean(a.map((each, index) => Math.abs(each - b[index])));
