import type { Lift } from "./compare.ts";
import { formatChange } from "./format.ts";

/** The lift as it stood at the end of a day. */
export interface Point {
  /** Such as `2026-11-27`. */
  day: string;
  lift: Lift;
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 240, 88, 12, 12, 28];

const formatTick = (lift: number): string => (lift ? formatChange(lift).replace(".0 ", " ") : "0 %");

const round = (value: number): string => value.toFixed(1);

/** Steps of 1, 2 or 5 times a power of ten, at most six of them. */
function ticksBetween(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough)!;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

/** From where to where lifts are drawn: the last interval and what is near, so that the wide ones at the start hide nothing. */
function rangeOf(points: Point[]): [low: number, high: number] {
  const { low, high } = points.at(-1)!.lift;
  const width = Math.max(high - low, 0.02);
  const lows = points.map(({ lift }) => lift.low);
  const highs = points.map(({ lift }) => lift.high);
  return [
    Math.min(0, Math.max(Math.min(...lows), low - width)),
    Math.max(0, Math.min(Math.max(...highs), high + width)),
  ];
}

/**
 * A plot of the cumulative lift with its interval, as SVG without any script. Colours come from the page's style: `band`, `line`,
 * `zero`, `grid`.
 *
 * @param points At least one, by day.
 * @param id Unlike that of any other plot of the page.
 * @param title What a screen reader says; already escaped.
 */
export function plot(points: Point[], id: string, title: string): string {
  const times = points.map(({ day }) => Date.parse(day));
  const [from, to] = [times[0]!, times.at(-1)!];
  const [low, high] = rangeOf(points);
  const x = (index: number): string =>
    round(
      to > from ? LEFT + ((times[index]! - from) / (to - from)) * (WIDTH - LEFT - RIGHT) : (WIDTH + LEFT) / 2,
    );
  const y = (lift: number): string => round(TOP + ((high - lift) / (high - low)) * (HEIGHT - TOP - BOTTOM));
  const path = (read: (lift: Lift) => number): string[] =>
    points.map(({ lift }, index) => `${x(index)},${y(read(lift))}`);
  const band = [...path(({ low }) => low), ...path(({ high }) => high).reverse()].join(" ");
  const grid = ticksBetween(low, high).map(
    (tick) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/>` +
      `<text x="${LEFT - 6}" y="${y(tick)}" dy="4" text-anchor="end">${formatTick(tick)}</text>`,
  );
  const last = points.length - 1;
  const lone = last
    ? ""
    : `<line class="line" x1="${x(0)}" x2="${x(0)}" y1="${y(points[0]!.lift.low)}" y2="${y(points[0]!.lift.high)}"/>`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}"><title id="${id}">${title}</title>
<clipPath id="${id}-clip"><rect x="${LEFT}" y="${TOP}" width="${WIDTH - LEFT - RIGHT}" height="${HEIGHT - TOP - BOTTOM}"/></clipPath>
${grid.join("")}
<g clip-path="url(#${id}-clip)"><polygon class="band" points="${band}"/>
<line class="zero" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(0)}" y2="${y(0)}"/>
<polyline class="line" points="${path(({ estimate }) => estimate).join(" ")}"/>${lone}</g>
<circle class="dot" cx="${x(last)}" cy="${y(points[last]!.lift.estimate)}" r="4"/>
<text x="${LEFT}" y="${HEIGHT - 8}">${points[0]!.day}</text>
${last ? `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 8}" text-anchor="end">${points[last]!.day}</text>` : ""}
</svg>`;
}
