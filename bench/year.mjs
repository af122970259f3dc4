// A year of 10,000 shoppers: what they were shown, held against the rules by a checker that does not know the engine.
import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bench } from "./kit/paths.mjs";
import { list, table } from "./kit/report.mjs";
import { round } from "./kit/statistics.mjs";

const run = promisify(execFile);
const SEED = 20260101;
/** Shoppers of one process. */
const PART = 100;

async function runPart(first, shoppers) {
  const { stdout } = await run(
    process.execPath,
    [join(bench, "year/run-part.mjs"), ...[first, shoppers, SEED].map(String)],
    { maxBuffer: 1e9 },
  );
  return JSON.parse(stdout);
}

const sum = (numbers) => numbers.reduce((all, each) => all + (each ?? 0), 0);
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** What the parts found, together. */
function together(parts) {
  const longest = Math.max(...parts.map(({ visits }) => visits.length));
  const names = [...new Set(parts.flatMap(({ shows }) => Object.keys(shows)))].sort();
  const total = (key) => sum(parts.map((part) => part[key]));
  return {
    shoppers: total("shoppers"),
    decisions: total("decisions"),
    shown: total("shown"),
    advertised: total("advertised"),
    dismissed: total("dismissed"),
    visits: Array.from({ length: longest }, (_, count) => sum(parts.map(({ visits }) => visits[count]))),
    each: parts.flatMap(({ each }) => each).sort((a, b) => a - b),
    shows: Object.fromEntries(names.map((name) => [name, sum(parts.map(({ shows }) => shows[name]))])),
    broken: parts.flatMap(({ broken }) => broken),
  };
}

/**
 * @param {number} shoppers
 * @param {(found: object) => void} soFar Is told what was found as often as some have lived their year.
 */
export async function liveYear(shoppers, processes = availableParallelism(), soFar = () => {}) {
  const starts = Array.from({ length: Math.ceil(shoppers / PART) }, (_, index) => index * PART);
  const parts = [];
  const work = async () => {
    for (let first; (first = starts.shift()) !== undefined;) {
      parts.push(await runPart(first, Math.min(PART, shoppers - first)));
      soFar(together(parts));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return together(parts);
}

export function describeYear(found) {
  const { shoppers, decisions, shown, advertised, dismissed, visits, each, broken } = found;
  const all = sum(visits);
  const ofBroken = (pattern) => broken.filter((rule) => pattern.test(rule)).length;
  const at = (share) => each[Math.min(each.length - 1, Math.floor(share * each.length))];
  return [
    table(
      ["what", "found:"],
      [
        ["shoppers, each for up to a year (seeded)", round(shoppers)],
        ["visits", round(all)],
        ["decisions about one of 16 experiences", round(decisions)],
        ["shown", round(shown)],
        [
          "times that a cap or a quiet rule was broken",
          ofBroken(/, (cap|quiet|over|one|when|where|group|journey|research|led)/),
        ],
        ["products that were shown or spoken of", round(advertised)],
        ["of these bought before, or in the cart", ofBroken(/, (bought|in the cart)/)],
        ["interruptions that were dismissed", round(dismissed)],
      ],
    ),
    "",
    table(
      ["interruptions in a visit", "visits:", "share:"],
      visits.map((count, number) => [number, round(count), percent(count, all)]),
    ),
    "",
    list([
      `Of a shopper in the year: median ${at(0.5)}, 90th percentile ${at(0.9)}, 99th ${at(0.99)}, most ${each.at(-1)}.`,
      "The shop asks for more than anybody would bear: eight pop-ups and a tour, three of them at once or in a moment.",
      "The checker (`bench/year/check-log.mjs`) reads the log of what was shown and shares no code with the engine; that it sees a broken rule is a test (`packages/engine/test/year.test.ts`).",
    ]),
  ].join("\n");
}

export const year = {
  title: "A year of 10,000 shoppers: what they were shown",
  runs: () => 1,
  async measure() {
    const found = await liveYear(10_000);
    if (found.broken.length) throw new Error(found.broken.slice(0, 5).join("\n"));
    return describeYear(found);
  },
};
