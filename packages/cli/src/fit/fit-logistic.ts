/** A logistic model: the weight of each column, and a bias. */
export interface Logistic {
  bias: number;
  weights: number[];
}

/** As a few rows more that say that a weight is nothing. */
const RIDGE = 1;

/**
 * Fits a logistic regression by Newton's method, with a slight ridge on the standardised columns, so that it has an answer
 * where two columns say the same.
 *
 * @param rows Numbers, as many in each.
 * @param came Whether it happened.
 *
 * @see https://doi.org/10.2307/2347628 (le Cessie and van Houwelingen 1992)
 */
export function fitLogistic(rows: number[][], came: boolean[]): Logistic {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => {
    const mean = rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + (row[column]! - mean) ** 2, 0) / rows.length;
    return { mean, spread: Math.sqrt(variance) };
  });
  const scaled = rows.map((row) => [
    1,
    ...columns.map(({ mean, spread }, column) => (spread ? (row[column]! - mean) / spread : 0)),
  ]);
  let at = Array.from({ length: width + 1 }, () => 0);
  for (let round = 0; round < 50; round++) {
    const step = newtonStep(scaled, came, at);
    at = at.map((each, index) => each + step[index]!);
    if (step.every((each) => Math.abs(each) < 1e-9)) break;
  }
  const [bias, ...standard] = at;
  const weights = standard.map((weight, column) =>
    columns[column]!.spread ? weight / columns[column]!.spread : 0,
  );
  return {
    bias: bias! - weights.reduce((sum, weight, column) => sum + weight * columns[column]!.mean, 0),
    weights,
  };
}

function newtonStep(rows: number[][], came: boolean[], at: number[]): number[] {
  const width = at.length;
  const gradient = at.map((each, index) => (index ? -RIDGE * each : 0));
  const curvature = at.map((_, index) => at.map((_, other) => (index === other && index ? RIDGE : 0)));
  rows.forEach((row, index) => {
    let sum = 0;
    for (let column = 0; column < width; column++) sum += row[column]! * at[column]!;
    const chance = 1 / (1 + Math.exp(-sum));
    const weight = Math.max(chance * (1 - chance), 1e-9);
    for (let column = 0; column < width; column++) {
      gradient[column]! += row[column]! * (+came[index]! - chance);
      for (let other = 0; other < width; other++)
        curvature[column]![other]! += row[column]! * row[other]! * weight;
    }
  });
  return solve(curvature, gradient);
}

/** Gauss's elimination, the largest first. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (let step = 0; step < rows.length; step++) {
    let largest = step;
    for (let row = step; row < rows.length; row++)
      if (Math.abs(rows[row]![step]!) > Math.abs(rows[largest]![step]!)) largest = row;
    [rows[step], rows[largest]] = [rows[largest]!, rows[step]!];
    for (let row = 0; row < rows.length; row++) {
      if (row === step) continue;
      const factor = rows[row]![step]! / rows[step]![step]!;
      for (let column = step; column <= rows.length; column++)
        rows[row]![column]! -= factor * rows[step]![column]!;
    }
  }
  return rows.map((row, index) => row[rows.length]! / row[index]!);
}
