import {
  describeRead,
  describeSampleRatio,
  formatChance,
  formatLift,
  formatNumber,
  formatPart,
  notesOf,
  readLift,
} from "./format.ts";
import type { ExperienceReport, ExperimentReport, Report, VariationReport } from "./report.ts";

/** So many bad lines are printed; `--json` has more. */
const SHOWN = 10;

/** Rows in columns: the first to the left, the others to the right. */
function columns(head: string[], rows: string[][]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, index) => Math.max(...all.map((row) => row[index]!.length)));
  return all.map((row) =>
    row
      .map((cell, index) => (index ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join("  ")
      .trimEnd(),
  );
}

const indent = (lines: string[]): string[] => lines.map((line) => line && `  ${line}`);

const rowOf = ({ id, exposures, conversions, conversionRate, value, valuePerClient }: VariationReport) => [
  id,
  formatNumber(exposures),
  formatNumber(conversions),
  formatPart(conversionRate),
  formatNumber(value, 2),
  formatNumber(valuePerClient, 2),
];

function printLifts({ variations }: ExperimentReport): string[] {
  const rows = variations.flatMap(({ id, beside }) => {
    if (!beside) return [];
    const { conversion, value, chanceToConvertMore, chanceToBeWorthMore } = beside;
    const rows = [
      [`${id}, conversion`, formatLift(conversion), readLift(conversion), formatChance(chanceToConvertMore)],
    ];
    if (chanceToBeWorthMore !== null)
      rows.push([`${id}, value`, formatLift(value), readLift(value), formatChance(chanceToBeWorthMore)]);
    return rows;
  });
  return rows.length ? ["", ...columns(["beside the control", "lift", "is", "chance to beat"], rows)] : [];
}

function printExperiment(experiment: ExperimentReport): string[] {
  const { id, goal, window, currency, firstDay, lastDay, variations } = experiment;
  const value = currency ? `value, ${currency}` : "value";
  return [
    `${id}: ${goal === null ? "no goal" : `${goal} within ${window}`}, ${firstDay} to ${lastDay}`,
    ...indent([
      describeSampleRatio(experiment),
      ...notesOf(experiment),
      "",
      ...columns(["variation", "exposures", "converted", "rate", value, "per client"], variations.map(rowOf)),
      ...printLifts(experiment),
    ]),
    "",
  ];
}

function printExperiences(experiences: ExperienceReport[]): string[] {
  if (!experiences.length) return [];
  const rows = experiences.map((row) => [
    row.variation === null ? row.id : `${row.id}, ${row.variation}`,
    ...[row.clients, row.views, row.clicks, row.dismissals, row.conversions].map((count) =>
      formatNumber(count),
    ),
  ]);
  return [...columns(["experience", "clients", "views", "clicks", "dismissals", "conversions"], rows), ""];
}

/** The report for a terminal, as lines. */
export function printText({ read, experiments, experiences, notes, settings }: Report): string[] {
  const level = formatPart(1 - settings.alpha, 1).replace(".0 ", " ");
  return [
    ...experiments.flatMap(printExperiment),
    ...printExperiences(experiences),
    ...notes,
    ...(experiments.length
      ? [`Intervals hold at ${level}, however often you look. Days are those of ${settings.timeZone}.`]
      : []),
    `Read: ${describeRead(read).join(" · ")}`,
  ];
}

/** The bad lines, as far as they are shown. */
export function printBadLines({ bad, badLines }: Report["read"]): string[] {
  const shown = badLines.slice(0, SHOWN).map(({ file, line, message }) => `${file}:${line}: ${message}`);
  const more = bad - shown.length;
  return more ? [...shown, `… and ${formatNumber(more)} more bad lines: --json tells up to 1,000`] : shown;
}
