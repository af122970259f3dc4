import { calibrated } from "./calibrated.ts";
import type { IntentModel, VisitSigns } from "./predictions.ts";

/** The chance that the logistic model tells, before it is held against what came true. */
export function saidOf({ bias, weights }: Omit<IntentModel, "calibration">, signs: VisitSigns): number {
  let sum = bias;
  for (const name in weights)
    sum += weights[name as keyof VisitSigns]! * (signs[name as keyof VisitSigns] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * How likely this visit ends with an order.
 *
 * @returns From 0 to 1.
 */
export const intentOf = (model: IntentModel, signs: VisitSigns): number | undefined =>
  calibrated(model.calibration, saidOf(model, signs));
