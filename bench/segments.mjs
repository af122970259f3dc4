// Segments: what it costs to take in an event and to bring a thousand segments up to date, after short and long histories.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { interleave } from "./kit/interleave.mjs";
import { bench } from "./kit/paths.mjs";
import { list } from "./kit/report.mjs";
import { versionOf } from "./kit/rivals.mjs";
import { medianOf, round } from "./kit/statistics.mjs";
import { queriesOf } from "./segments/expressions.mjs";
import { engines } from "./segments/engines.mjs";
import { segmentsOfAShop } from "./segments/segments-of-a-shop.mjs";
import {
  factsTable,
  histories,
  keptTable,
  ours,
  shortest,
  typicalNames,
  typicalTable,
} from "./segments/tables.mjs";
import { compare } from "./segments/compare.mjs";

const run = promisify(execFile);

/** A script in a process of its own. */
async function runOne(script, ...parameters) {
  const { stdout } = await run(
    process.execPath,
    [join(bench, "segments", script), ...parameters.map(String)],
    {
      maxBuffer: 1e8,
    },
  );
  return JSON.parse(stdout);
}

/** What a scan answers takes it a second or more. */
const everyOf = { "full scan": 50, naive: 250 };

const contestants = () => [
  ...Object.keys(typicalNames).flatMap((engine) =>
    histories.map((count) => ({ set: "typical", engine, count })),
  ),
  ...Object.entries(engines.facts)
    .filter(([, { rival }]) => !rival || versionOf(rival))
    .map(([engine]) => ({ set: "facts", engine, count: shortest })),
];

const nameOf = (set, engine, count) => `${engine}, ${set} segments, ${round(count)} events`;

const measureOne = ({ set, engine, count }) =>
  runOne("run-one.mjs", set, engine, count, everyOf[engine] ?? 1);

/** Holds our answers against those of others, for what is fast and wrong is not worth measuring. */
async function check(samplesOf, names) {
  let total = 0;
  for (const count of histories) {
    const [own] = samplesOf("typical", ours, count);
    const [scan] = samplesOf("typical", "full scan", count);
    const naive = await measureOne({ set: "typical", engine: "naive", count });
    for (const theirs of [naive, scan]) {
      if (!theirs) continue;
      const compared = compare(own, theirs, names);
      total += compared.total;
      if (compared.different)
        throw new Error(`${compared.different} of ${compared.total} answers are wrong after ${count} events`);
    }
  }
  return total;
}

/** What is kept for a hundred segments, and what it takes the next page to go on from it, each time in a new process. */
async function measureKept(runs) {
  const folder = mkdtempSync(join(tmpdir(), "shopkeeper-bench-"));
  const rows = [];
  for (const count of histories) {
    const file = join(folder, `${count}.json`);
    const saved = await runOne("keep.mjs", "save", count, file);
    const restored = [];
    for (let index = 0; index < runs; index++)
      restored.push(await runOne("keep.mjs", "restore", count, file));
    const time = (key) => medianOf(restored, (sample) => sample[key]);
    rows.push({ count, ...saved, compile: time("compile"), restore: time("restore"), first: time("first") });
  }
  rmSync(folder, { recursive: true });
  return rows;
}

export const segments = {
  title: "Segments",
  runs: (quick) => (quick ? 3 : 7),

  async measure({ runs }) {
    const typical = segmentsOfAShop(1000);
    const facts = segmentsOfAShop(1000, { factsOnly: true });
    for (const engine of Object.values(engines.typical)) await engine.prepare?.(typical);
    for (const engine of Object.values(engines.facts)) await engine.prepare?.(facts);

    const all = contestants().map((each) => ({ ...each, name: nameOf(each.set, each.engine, each.count) }));
    const samples = await interleave(all, runs, measureOne);
    const samplesOf = (set, engine, count) => samples.get(nameOf(set, engine, count)) ?? [];
    for (const { set, name } of all.filter(({ engine }) => engine === ours))
      if (!samples.get(name)?.length) return `Our own engine could not be measured with ${set} segments.`;
    const checked = await check(samplesOf, Object.keys(typical));
    const kept = await measureKept(runs);

    const few = samplesOf("typical", ours, shortest)[0].asked;
    const queries = Object.values(typical).flatMap(queriesOf);
    return [
      typicalTable(samplesOf),
      factsTable(samplesOf, Object.keys(facts)),
      keptTable(kept),
      list([
        `An event is taken and all segments are answered; ${round(few)} events in a row, of visits an hour or two apart, the same after every history. The 1,000 segments ask ${round(queries.length)} queries, ${round(new Set(queries).size)} of them different.`,
        "_Next flip_: to tell, after that, when time alone could next change an answer. _Read at first_: the whole history, where nothing is kept yet.",
        `${round(checked)} of our answers were held against those of the scan and of the evaluator in the engine's tests that works everything out anew; all were the same.`,
        "_Working out the facts as well_ is what a page does: there they come from the events and the page, here they are handed over.",
        "The scan is written by hand and compiled once; it looks at events of the name that is asked for alone, the newest first, and stops where a window ends.",
        "In the second table the others evaluate every rule at each event, and have nothing to keep.",
        "_Kept_: what a page leaves for the next one. Its other columns are those of a process that has just begun; _compile_ is the texts, _restore_ reads the JSON too.",
      ]),
    ].join("\n\n");
  },
};
