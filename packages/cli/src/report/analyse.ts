import { compare, conversionsOf, valuesOf, type Looking, type Tally } from "./compare.ts";
import type { Plan } from "./plan.ts";
import type { Beside, DayReport, ExperimentReport, VariationReport } from "./report.ts";
import { chanceToBeWorthMore, chanceToConvertMore } from "./statistics/chance-to-beat.ts";
import { checkSampleRatio } from "./statistics/sample-ratio.ts";
import type { DailyRow } from "./tables.ts";

/** Below this, a mismatch is no chance any more, even if looked at every day. */
const MISMATCH = 0.001;

const NOTHING: Tally = { exposures: 0, conversions: 0, value: 0, valueSquares: 0 };

const add = (tally: Tally, row: DailyRow): Tally => ({
  exposures: tally.exposures + row.exposures,
  conversions: tally.conversions + row.conversions,
  value: tally.value + row.value,
  valueSquares: tally.valueSquares + row.value_squares,
});

/** Sums of cents are no whole cents in floating point. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

const ratio = (part: number, whole: number): number => (whole ? part / whole : 0);

type Tallies = Map<string, Tally>;

/** How it stood at the end of each day that something happened on. */
function tallyDays(plan: Plan, rows: DailyRow[]): { day: string; tallies: Tallies }[] {
  const days = [...new Set(rows.map(({ day }) => day))].sort();
  let tallies: Tallies = new Map(plan.variations.map((id) => [id, NOTHING]));
  return days.map((day) => {
    tallies = new Map(tallies);
    for (const row of rows)
      if (row.day === day) tallies.set(row.variation, add(tallies.get(row.variation) ?? NOTHING, row));
    return { day, tallies };
  });
}

function reportDay(
  plan: Plan,
  { day, tallies }: { day: string; tallies: Tallies },
  looking: Looking,
): DayReport {
  const control = tallies.get(plan.control)!;
  return {
    day,
    variations: plan.variations.map((id) => {
      const tally = tallies.get(id)!;
      const { exposures, conversions, value } = tally;
      const isControl = id === plan.control;
      return {
        id,
        exposures,
        conversions,
        value: tidy(value),
        conversionLift: (!isControl && compare([control, tally], conversionsOf, looking)) || null,
        valueLift: (!isControl && compare([control, tally], valuesOf, looking)) || null,
      };
    }),
  };
}

function reportBeside(control: Tally, tally: Tally, looking: Looking): Beside {
  return {
    conversion: compare([control, tally], conversionsOf, looking) ?? null,
    value: compare([control, tally], valuesOf, looking) ?? null,
    chanceToConvertMore: chanceToConvertMore(conversionsOf(control), conversionsOf(tally)),
    chanceToBeWorthMore:
      control.value || tally.value ? chanceToBeWorthMore(valuesOf(control), valuesOf(tally)) : null,
  };
}

function reportVariation(plan: Plan, id: string, tallies: Tallies, looking: Looking): VariationReport {
  const tally = tallies.get(id)!;
  const { exposures, conversions, value } = tally;
  const weights = plan.weights ?? Object.fromEntries(plan.variations.map((each) => [each, 1]));
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return {
    id,
    weight: Object.hasOwn(weights, id) ? ratio(weights[id]!, total) : null,
    exposures,
    conversions,
    conversionRate: ratio(conversions, exposures),
    value: tidy(value),
    valuePerClient: ratio(value, exposures),
    beside:
      id === plan.control || plan.goal === undefined
        ? null
        : reportBeside(tallies.get(plan.control)!, tally, looking),
  };
}

/**
 * The report of one experiment.
 *
 * @param rows What each day added, of this experiment.
 * @param looking Its `alpha` holds for all variations together: it is divided among them (Bonferroni).
 */
export function analyse(
  plan: Plan,
  rows: DailyRow[],
  multipleExposure: number,
  looking: Looking,
): ExperimentReport {
  const shared = { ...looking, alpha: looking.alpha / Math.max(1, plan.variations.length - 1) };
  const days = tallyDays(plan, rows);
  const tallies = days.at(-1)?.tallies ?? new Map(plan.variations.map((id) => [id, NOTHING]));
  const variations = plan.variations.map((id) => reportVariation(plan, id, tallies, shared));
  const sampleRatio = checkSampleRatio(
    variations.map(({ exposures }) => exposures),
    variations.map(({ weight }) => weight ?? 0),
  );
  return {
    id: plan.id,
    control: plan.control,
    goal: plan.goal ?? null,
    window: plan.window,
    currency: plan.currency ?? null,
    firstDay: days[0]?.day ?? "",
    lastDay: days.at(-1)?.day ?? "",
    multipleExposure,
    sampleRatio: sampleRatio ? { ...sampleRatio, alarm: sampleRatio.p < MISMATCH } : null,
    variations,
    days: days.map((day) => reportDay(plan, day, shared)),
    notes: plan.notes,
  };
}
