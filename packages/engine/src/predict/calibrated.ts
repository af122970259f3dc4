import type { Calibration } from "./predictions.ts";

/**
 * What became of what a model said, between the pairs on a straight line, beyond them as at the end.
 *
 * @example calibrated([[0, 0.2], [1, 0.4]], 0.5) // 0.3
 */
export function calibrated(pairs: Calibration, said: number): number | undefined {
  const next = pairs.findIndex(([at]) => at >= said);
  const [to, share] = pairs.at(next) ?? [];
  const [from, before] = pairs[next - 1] ?? [];
  return next > 0 ? before! + ((share! - before!) * (said - from!)) / (to! - from!) : share;
}
