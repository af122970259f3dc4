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
import { plot, type Point } from "./plot.ts";
import type { Beside, ExperimentReport, Report } from "./report.ts";
import { STYLE } from "./style.ts";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

/** A table; what is not the first column stands to the right. Cells are texts. */
function table(caption: string, head: string[], rows: string[][]): string {
  const cells = (row: string[]): string =>
    row
      .map((cell, index) => (index ? `<td>${escape(cell)}</td>` : `<th scope="row">${escape(cell)}</th>`))
      .join("");
  return `<div class="wide"><table><caption>${escape(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}</tbody></table></div>`;
}

const paragraphs = (texts: string[]): string => texts.map((text) => `<p>${escape(text)}</p>`).join("\n");

/** The two measures: their names, and where they are found. */
const MEASURES = [
  {
    name: "conversion",
    lift: "conversionLift",
    chance: ({ chanceToConvertMore }: Beside) => chanceToConvertMore,
  },
  { name: "value", lift: "valueLift", chance: ({ chanceToBeWorthMore }: Beside) => chanceToBeWorthMore },
] as const;

type Measure = (typeof MEASURES)[number];

/** The lift of a variation day by day: plotted, and as a table. */
function printDays(
  { id, days }: ExperimentReport,
  variation: string,
  { name, lift }: Measure,
  plotId: string,
): string {
  const rows = days.map((day) => ({
    day: day.day,
    ...day.variations.find((each) => each.id === variation)!,
  }));
  const points = rows.flatMap((row): Point[] => (row[lift] ? [{ day: row.day, lift: row[lift] }] : []));
  const title = `${id}: lift of ${name} of ${variation} over the control, day by day`;
  const drawn = points.length
    ? `<figure>${plot(points, plotId, escape(title))}<figcaption>${escape(title)}, and the interval that holds however often you look</figcaption></figure>`
    : paragraphs([`Too few have converted to plot the lift of ${name} of ${variation}.`]);
  const numbers = table(
    title,
    ["day", "exposures", "converted", "value", "lift"],
    rows.map((row) => [
      row.day,
      formatNumber(row.exposures),
      formatNumber(row.conversions),
      formatNumber(row.value, 2),
      formatLift(row[lift]),
    ]),
  );
  return `${drawn}<details><summary>Day by day in numbers</summary>${numbers}</details>`;
}

function printExperiment(experiment: ExperimentReport, index: number): string {
  const { id, goal, window, currency, firstDay, lastDay, variations, sampleRatio } = experiment;
  const totals = table(
    "Variations, the control first",
    ["variation", "exposures", "converted", "rate", currency ? `value, ${currency}` : "value", "per client"],
    variations.map((each) => [
      each.id,
      formatNumber(each.exposures),
      formatNumber(each.conversions),
      formatPart(each.conversionRate),
      formatNumber(each.value, 2),
      formatNumber(each.valuePerClient, 2),
    ]),
  );
  const compared = variations.flatMap(({ id, beside }) =>
    MEASURES.flatMap((measure) => {
      const chance = beside && measure.chance(beside);
      return chance === null ? [] : [{ id, measure, chance, lift: beside![measure.name] }];
    }),
  );
  const lifts = table(
    "Beside the control",
    ["variation", "lift", "is", "chance to beat"],
    compared.map(({ id, measure, chance, lift }) => [
      `${id}, ${measure.name}`,
      formatLift(lift),
      readLift(lift),
      formatChance(chance),
    ]),
  );
  return `<section><h2>${escape(id)}</h2>
<p>${escape(goal === null ? "No goal" : `${goal} within ${window}`)}, ${firstDay} to ${lastDay}</p>
<p${sampleRatio?.alarm ? ' class="alarm" role="alert"' : ""}>${escape(describeSampleRatio(experiment))}</p>
${paragraphs(notesOf(experiment))}
${totals}
${compared.length ? lifts : ""}
${compared.map(({ id, measure }, nth) => printDays(experiment, id, measure, `plot-${index}-${nth}`)).join("\n")}
</section>`;
}

function printExperiences({ experiences }: Report): string {
  if (!experiences.length) return "";
  const rows = experiences.map((row) => [
    row.variation === null ? row.id : `${row.id}, ${row.variation}`,
    ...[row.clients, row.views, row.clicks, row.dismissals, row.conversions].map((count) =>
      formatNumber(count),
    ),
  ]);
  const head = ["experience", "clients", "views", "clicks", "dismissals", "conversions"];
  return `<section><h2>Experiences</h2>${table("What became of them", head, rows)}</section>`;
}

/** The report as one page that needs nothing else: no script, no style sheet, no picture from elsewhere. */
export function printHtml(report: Report): string {
  const { settings, read, experiments, notes } = report;
  const bad = table(
    "Lines that could not be read",
    ["where", "what is wrong"],
    read.badLines.map(({ file, line, message }) => [`${file}:${line}`, message]),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Experiments and experiences</title><style>${STYLE}</style></head>
<body><main><h1>Experiments and experiences</h1>
<p>${escape(describeRead(read).join(" · "))}. Intervals hold at ${formatPart(1 - settings.alpha, 1)}, however often you look. The chance to beat is what is believed now: it is no rule for when to stop. Days are those of ${escape(settings.timeZone)}.</p>
${paragraphs(notes)}
${experiments.map(printExperiment).join("\n")}
${printExperiences(report)}
${read.bad ? `<section><h2>Bad lines</h2>${bad}</section>` : ""}
</main></body></html>
`;
}
