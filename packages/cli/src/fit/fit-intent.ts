import { saidOf, type IntentModel, type VisitMoment, type VisitSigns } from "@shopkeeper/engine";
import { auc } from "./auc.ts";
import { calibrate } from "./calibrate.ts";
import { fitLogistic } from "./fit-logistic.ts";

/** Fewer visits that end with an order, or without, say nothing. */
const FEWEST = 100;

/** Into so many stretches of time the visits are parted: each is foretold from the others. */
const STRETCHES = 5;

/** A model that ranks worse says too little to act on. */
const WORTH = 0.6;

/** A sign that moves the sum by less, when it goes from low to high, is left out. */
const SLIGHT = 0.05;

export interface IntentFit {
  /** Absent where it is not worth having. */
  model?: IntentModel;
  /** Chance that a visit that ended with an order is ranked above one that did not, by models that have not seen its time. */
  auc: number;
  moments: number;
}

/**
 * Learns by what signs a visit ends with an order. Whether that is worth having, and what truly comes of what it says, is
 * told by models that have not seen the time that they tell of.
 *
 * @param moments Of any visitors, in any order.
 *
 * @returns `undefined` of too few visits.
 */
export function fitIntent(moments: VisitMoment[]): IntentFit | undefined {
  const sorted = [...moments].sort((a, b) => a.ts - b.ts);
  const orders = sorted.filter(({ bought }) => bought).length;
  if (orders < FEWEST || sorted.length - orders < FEWEST) return undefined;
  const said = foretold(sorted);
  const came = sorted.map(({ bought }) => bought);
  const found = auc(said, came);
  if (!(found >= WORTH)) return { auc: found, moments: moments.length };
  const calibration = calibrate(said, came.map(Number));
  return { auc: found, moments: moments.length, model: { ...fitWeights(sorted), calibration } };
}

/** What is said of each moment by a model of the other stretches of time. */
function foretold(sorted: VisitMoment[]): number[] {
  return Array.from({ length: STRETCHES }, (_, stretch) => {
    const [from, to] = [stretch, stretch + 1].map((each) => Math.floor((each * sorted.length) / STRETCHES));
    const model = fitWeights([...sorted.slice(0, from), ...sorted.slice(to)]);
    return sorted.slice(from, to).map(({ signs }) => saidOf(model, signs));
  }).flat();
}

/** Few numbers that say nearly as much as all. */
export function fitWeights(moments: VisitMoment[]): Omit<IntentModel, "calibration"> {
  const came = moments.map(({ bought }) => bought);
  const fit = (names: (keyof VisitSigns)[]) =>
    fitLogistic(
      moments.map(({ signs }) => names.map((name) => signs[name])),
      came,
    );
  const names = Object.keys(moments[0]!.signs) as (keyof VisitSigns)[];
  const all = fit(names);
  const kept = names.filter(
    (name, index) => Math.abs(all.weights[index]!) * spreadOf(name, moments) >= SLIGHT,
  );
  const { bias, weights } = fit(kept);
  const rounded = (weight: number): number => Number(weight.toPrecision(4));
  return {
    bias: rounded(bias),
    weights: Object.fromEntries(kept.map((name, index) => [name, rounded(weights[index]!)])),
  };
}

function spreadOf(name: keyof VisitSigns, moments: VisitMoment[]): number {
  const mean = moments.reduce((sum, { signs }) => sum + signs[name], 0) / moments.length;
  const variance = moments.reduce((sum, { signs }) => sum + (signs[name] - mean) ** 2, 0) / moments.length;
  return Math.sqrt(variance);
}
