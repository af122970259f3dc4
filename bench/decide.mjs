// Deciding: two hundred experiences with targeting and an experiment each, for a thousand visitors.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { engines } from "./decide/engines.mjs";
import { interleave } from "./kit/interleave.mjs";
import { bench } from "./kit/paths.mjs";
import { list, table } from "./kit/report.mjs";
import { versionOf } from "./kit/rivals.mjs";
import { formatTimes, medianOf, ratio, round } from "./kit/statistics.mjs";

const run = promisify(execFile);

export const decide = {
  title: "Deciding",
  runs: (quick) => (quick ? 3 : 7),

  async measure({ runs }) {
    const contestants = Object.entries(engines)
      .map(([name, engine]) => ({ name, ...engine }))
      .filter(({ rival }) => !rival || versionOf(rival));
    for (const { prepare } of contestants) await prepare?.();
    const samples = await interleave(contestants, runs, async ({ name }) => {
      const { stdout } = await run(process.execPath, [join(bench, "decide/run-one.mjs"), name], {
        maxBuffer: 1e8,
      });
      return JSON.parse(stdout);
    });
    if (!samples.get("Shopkeeper")) return "Our own engine could not be measured.";
    const measured = [...samples].map(([name, taken]) => ({
      name,
      version: engines[name].rival ? versionOf(engines[name].rival) : "",
      warm: medianOf(taken, (sample) => sample.warm),
      again: medianOf(taken, (sample) => sample.again),
      cold: medianOf(taken, (sample) => sample.cold),
      answers: taken[0].answers,
    }));
    const [ours, theirs] = measured;
    const same = ({ answers }) => answers.filter((each, index) => each === ours.answers[index]).length;
    const shown = ours.answers.reduce((sum, each) => sum + each.split(",").filter(Boolean).length, 0);
    return [
      table(
        [
          "engine",
          "version",
          "another visitor, µs:",
          "times ours:",
          "the next page of one, µs:",
          "times ours:",
          "cold, ms:",
          "times ours:",
          "visitors shown the same:",
        ],
        measured.map((each) => [
          each === ours ? `**${each.name}**` : each.name,
          each.version,
          round(each.warm, 1),
          ratio(each.warm, ours.warm),
          round(each.again, 1),
          ratio(each.again, ours.again),
          round(each.cold, 2),
          ratio(each.cold, ours.cold),
          `${same(each)} of ${each.answers.length}`,
        ]),
      ),
      list([
        "_Another visitor_: all is asked anew, as no browser has to. _The next page of one_: the path and the pages of the visit are new. _Cold_: the 200 are read and asked about one visitor, in a process that has just begun and has loaded the library; a page pays this once.",
        `On average ${round(shown / ours.answers.length, 1)} of the 200 are shown to a visitor.`,
        theirs &&
          `What we aim at is a fifth of GrowthBook's time, or less. It is ${formatTimes(theirs.warm / ours.warm)} ours for another visitor, ${formatTimes(theirs.again / ours.again)} for the next page of one, and cold ${formatTimes(theirs.cold / ours.cold)}.`,
      ]),
    ].join("\n\n");
  },
};
