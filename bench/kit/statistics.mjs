/** The middle of the numbers, `undefined` where there are none. */
export function median(numbers) {
  const sorted = numbers.filter((number) => Number.isFinite(number)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? sorted[middle]
    : sorted.length
      ? (sorted[middle - 1] + sorted[middle]) / 2
      : undefined;
}

/** The median of what `read` finds in the samples. */
export const medianOf = (samples, read) => median(samples.map(read));

/**
 * The median of what a sample is to the base of the same round: what slows a whole round down falls out.
 *
 * @example pairedRatio(ours, bare, ({ firstPaint }) => firstPaint) // 1.04
 */
export const pairedRatio = (samples, base, read) =>
  median(samples.slice(0, base.length).map((sample, round) => read(sample) / read(base[round])));

/** How many of the samples are so. @example countOf(samples, (sample) => sample.flashed) // "3/10" */
export const countOf = (samples, isSo) => `${samples.filter(isSo).length}/${samples.length}`;

/** A number with so many decimals, "–" where there is none. */
export const round = (number, decimals = 0) =>
  Number.isFinite(number)
    ? number.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    : "–";

/** How many times as much as the base. @example ratio(30, 20) // "1.50×" */
export const ratio = (number, base) => formatTimes(number / base);

/** @example formatTimes(1.5) // "1.50×" */
export function formatTimes(times) {
  return Number.isFinite(times) ? `${round(times, times < 10 ? 2 : times < 100 ? 1 : 0)}×` : "–";
}

/** The number below which such a part of the numbers lies. @example quantile(times, 0.99) */
export const quantile = (numbers, part) =>
  numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(numbers.length * part) - 1)];
