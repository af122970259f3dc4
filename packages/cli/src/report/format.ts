import type { Lift } from "./compare.ts";
import type { ExperimentReport, Report } from "./report.ts";

/** @example formatNumber(12345.678, 2) // "12,345.68" */
export const formatNumber = (value: number, decimals = 0): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** @example formatPart(0.0312) // "3.12 %" */
export const formatPart = (part: number, decimals = 2): string => `${formatNumber(part * 100, decimals)} %`;

/** A difference with its sign. @example formatChange(0.118) // "+11.8 %" */
export const formatChange = (part: number): string =>
  `${part < 0 ? "−" : "+"}${formatNumber(Math.abs(part) * 100, 1)} %`;

/** @example formatLift({ estimate: 0.118, low: -0.06, high: 0.33 }) // "+11.8 % (−6.0 % to +33.0 %)" */
export const formatLift = (lift: Lift | null): string =>
  lift
    ? `${formatChange(lift.estimate)} (${formatChange(lift.low)} to ${formatChange(lift.high)})`
    : "too few yet";

/** What the interval says. */
export function readLift(lift: Lift | null): string {
  if (!lift) return "";
  return lift.low > 0 ? "higher" : lift.high < 0 ? "lower" : "open";
}

/** Never quite sure. @example formatChance(0.99996) // "> 99.9 %" */
export function formatChance(chance: number | null): string {
  if (chance === null) return "";
  if (chance > 0.999) return "> 99.9 %";
  return chance < 0.001 ? "< 0.1 %" : formatPart(chance, 1);
}

/** @example formatP(0.0000000254) // "2.5e-8" */
export function formatP(p: number): string {
  if (p < 1e-15) return "< 1e-15";
  return p < 0.0001 ? p.toExponential(1) : p.toFixed(4);
}

/** @example plural(1, "client") // "1 client" */
export const plural = (count: number, word: string): string =>
  `${formatNumber(count)} ${word}${count === 1 ? "" : "s"}`;

/** Whether the variations were seen as often as they should be, in words. */
export function describeSampleRatio({ sampleRatio, variations }: ExperimentReport): string {
  if (!sampleRatio) return "sample ratio: nothing to compare";
  const { alarm, chiSquare, p } = sampleRatio;
  const weights = variations.map(({ weight }) => (weight === null ? "–" : formatPart(weight, 1))).join(" : ");
  const found = `p = ${formatP(p)}, chi-square ${formatNumber(chiSquare, 2)}, expected ${weights}`;
  return alarm
    ? `SAMPLE RATIO MISMATCH (${found}): trust nothing below before you know why some clients are missing`
    : `sample ratio as expected (${found})`;
}

/** What was read, and what of it was left out. */
export function describeRead({ lines, outcomes, doubles, others, anonymous, bad }: Report["read"]): string[] {
  return [
    `${plural(lines, "line")}, ${plural(outcomes, "outcome")}`,
    doubles && `${formatNumber(doubles)} sent more than once`,
    others && `${formatNumber(others)} about something else`,
    anonymous && `${formatNumber(anonymous)} without user_pseudo_id`,
    bad && `${plural(bad, "bad line")}`,
  ].filter((part): part is string => !!part);
}

/** What the reader of an experiment should know besides. */
export function notesOf({ multipleExposure, notes }: ExperimentReport): string[] {
  if (!multipleExposure) return notes;
  const told = `${plural(multipleExposure, "client")} saw more than one variation: counted here, and nowhere else.`;
  return [told, ...notes];
}
