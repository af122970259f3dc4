// Rules: twenty of a shop, asked about a thousand visitors.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { interleave } from "./kit/interleave.mjs";
import { bench } from "./kit/paths.mjs";
import { list, table } from "./kit/report.mjs";
import { versionOf } from "./kit/rivals.mjs";
import { median, medianOf, ratio, round } from "./kit/statistics.mjs";
import { engines } from "./rules/engines.mjs";
import { rulesOfAShop } from "./rules/rules-of-a-shop.mjs";

const run = promisify(execFile);

/** An engine in a process of its own. */
async function runOne(...parameters) {
  const { stdout } = await run(process.execPath, [join(bench, "rules/run-one.mjs"), ...parameters], {
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout);
}

/** How many of the answers are not those of another engine. */
function differences(answers, others) {
  let different = 0;
  for (let index = 0; index < answers.length; index++)
    for (let bits = answers[index] ^ others[index]; bits; bits &= bits - 1) different++;
  return different;
}

export const rules = {
  title: "Rules",
  runs: (quick) => (quick ? 3 : 7),

  async measure({ runs }) {
    const contestants = Object.entries(engines)
      .map(([name, engine]) => ({ name, ...engine }))
      .filter(({ rival }) => !rival || versionOf(rival));
    for (const { prepare } of contestants) await prepare?.(rulesOfAShop);
    const samples = await interleave(contestants, runs, async ({ name }) => {
      const sample = await runOne(name);
      const colds = [sample.cold, (await runOne(name, "cold")).cold, (await runOne(name, "cold")).cold];
      return { ...sample, colds };
    });

    const own = samples.get("Shopkeeper");
    if (!own) return "Our own engine could not be measured.";
    const [{ answers }] = own;
    const measured = [...samples].map(([name, taken]) => ({
      name,
      version: engines[name].rival ? versionOf(engines[name].rival) : "",
      warm: medianOf(taken, (sample) => sample.warm),
      cold: median(taken.flatMap((sample) => sample.colds)),
      different: engines[name].asksNothing ? undefined : differences(taken[0].answers, answers),
    }));
    const [ours] = measured;
    const total = answers.length * rulesOfAShop.length;
    const same = ({ different }) =>
      different === undefined
        ? "–"
        : different
          ? `no: ${round(total - different)} of ${round(total)}`
          : "yes";
    const better = (key) =>
      measured
        .filter((each) => each.different !== undefined && each[key] < ours[key])
        .map(({ name }) => name)
        .join(", ");
    return [
      table(
        [
          "engine",
          "version",
          "warm, µs a visitor:",
          "times ours:",
          "cold, ms:",
          "times ours:",
          "same answers:",
        ],
        measured.map((each) => [
          each === ours ? `**${each.name}**` : each.name,
          each.version,
          round(each.warm, 2),
          ratio(each.warm, ours.warm),
          round(each.cold, 2),
          ratio(each.cold, ours.cold),
          same(each),
        ]),
      ),
      list([
        "_Cold_ is what a page pays, once: the rules compiled and asked about its one visitor, in a process that has just begun and has loaded the library. _Warm_ is the rate after that.",
        better("warm") && `Faster than ours when warm: ${better("warm")}.`,
        better("cold") && `Faster than ours when cold: ${better("cold")}.`,
      ]),
    ].join("\n\n");
  },
};
