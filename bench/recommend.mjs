// Recommendations: how often what was looked at next is foretold, by the files that are shipped and by what else there is.
import { bundle } from "./kit/bundle.mjs";
import { importBuilt, write } from "./kit/built.mjs";
import { list, table } from "./kit/report.mjs";
import { quantile, round } from "./kit/statistics.mjs";
import { associationRules, popularity, recentlyViewed, sequentialRules } from "./recommend/baselines.mjs";
import { readClicks, someOf } from "./recommend/data/clicks.mjs";
import { hasData } from "./recommend/data/folder.mjs";
import { qualityOf, timesOf } from "./recommend/evaluate.mjs";
import { sKnn, stan, vmisKnn, vsKnn } from "./recommend/neighbours.mjs";
import { referenceTable } from "./recommend/reference-table.mjs";
import { ship } from "./recommend/shipped.mjs";

const SETS = { diginetica: "Diginetica", yoochoose64: "YooChoose 1/64" };

/** Our own functions, from the sources. */
async function loadOurs() {
  const code = await bundle(
    `export { encodeModel } from "../packages/cli/src/build/format/encode-model.ts";
     export { tuneSessions } from "../packages/cli/src/build/tune/tune.ts";
     export { sessionsOf } from "../packages/cli/src/build/tune/sessions.ts";
     export * from "../packages/engine/src/index.ts";`,
    { format: "esm", later: ["node:*", "@duckdb/node-api"] },
  );
  write("recommend.mjs", code);
  return importBuilt("recommend.mjs");
}

/** What the builder finds in so many seconds, by the visits that come before the tests alone. */
function tuned(ours, train, seconds) {
  const numbers = new Map();
  const numberOf = (item) => numbers.get(item) ?? numbers.set(item, numbers.size).get(item);
  const visits = train
    .map((visit, end) => ({ items: visit.map(numberOf), end }))
    .filter(({ items }) => items.length > 1 && items.length <= 100);
  const sessions = ours.sessionsOf(visits, { first: 0, last: train.length - 1 });
  const until = performance.now() + seconds * 1000;
  return ours.tuneSessions(sessions, { neighbours: 20, seed: 1, goOn: () => performance.now() < until });
}

/** The files of a table, and what they come to. */
function shipped(ours, train, settings, score) {
  const rows = referenceTable(train, settings);
  const model = ship(ours, rows, score);
  model.learnIds(rows.keys());
  const visits = someOf(train.slice(-20_000), 2000).map((visit) => model.bytesOfVisit(visit));
  return {
    method: model.method,
    scorer: (prefix) => ours.scoreViews(model.rowsOf(prefix), model.manifest.score, 20),
    bytes: model.bytes() / rows.size,
    perVisit: visits.reduce((sum, bytes) => sum + bytes, 0) / visits.length,
  };
}

/** Per cent, hits among the first twenty and reciprocal ranks. */
const told = ({ hr, mrr }) => `${hr.toFixed(2)} / ${mrr.toFixed(2)}`;

function measureSet(ours, name, { sample, seconds }) {
  const { train, tests } = readClicks(name);
  const found = tuned(ours, train, seconds);
  const plain = shipped(ours, train);
  const best = found && shipped(ours, train, found.table, found.score);
  const few = someOf(tests, sample);
  const methods = [
    ["popularity", popularity(train), tests],
    ["recently viewed, then popularity", recentlyViewed(train), tests],
    ["association rules", associationRules(train), few],
    ["sequential rules", sequentialRules(train), few],
    // Of the numbers that their papers try, those that did best on the last 8 % of the visits before the tests.
    ["S-KNN", sKnn(train, { recent: 500, nearest: 100 }), few],
    ["V-SKNN", vsKnn(train, { recent: 1000, nearest: 100 }), few],
    ["STAN", stan(train, { recent: 2500, nearest: 500, age: name === "diginetica" ? 1 : 0.2 }), few],
    ["VMIS-kNN", vmisKnn(train, { recent: 500, nearest: 100 }), few],
    ["**Shopkeeper**, files as shipped, usual settings", plain.method, tests, plain.scorer],
    ...(best ? [["**Shopkeeper**, files as shipped, tuned", best.method, tests, best.scorer]] : []),
  ];
  return {
    name,
    plain,
    best,
    trials: found?.measured.trials,
    tests: tests.length,
    rows: methods.map(([label, method, asked, scorer]) => {
      process.stderr.write(`  ${SETS[name]}, ${label.replaceAll("*", "")}\n`);
      const times = timesOf(scorer ?? method, few.slice(0, 5000));
      return [
        label,
        told(qualityOf(method, asked)),
        told(qualityOf(method, asked, true)),
        round(quantile(times, 0.5), 1),
        round(quantile(times, 0.99), 1),
      ];
    }),
  };
}

export const recommend = {
  title: "Recommendations",
  runs: (quick) => (quick ? 1 : 3),

  async measure({ runs }) {
    const names = Object.keys(SETS).filter(hasData);
    if (!names.length) return "The data sets are not on this machine.";
    const ours = await loadOurs();
    const options = runs > 1 ? { sample: 20_000, seconds: 240 } : { sample: 2000, seconds: 60 };
    const sets = names.map((name) => measureSet(ours, name, options));
    return [
      ...sets.map(({ name, rows, tests }) =>
        [
          `### ${SETS[name]}, ${round(tests)} questions`,
          table(["method", "next click:", "discovery:", "p50, µs:", "p99, µs:"], rows),
        ].join("\n\n"),
      ),
      table(
        ["files as shipped", "bytes an item:", "bytes a visit:"],
        sets.flatMap(({ name, plain, best }) =>
          [[`${SETS[name]}, usual settings`, plain], ...(best ? [[`${SETS[name]}, tuned`, best]] : [])].map(
            ([label, model]) => [label, round(model.bytes, 1), round(model.perVisit)],
          ),
        ),
      ),
      list([
        "Per cent: how often what came next is among the first 20 / the mean of 1 through its rank. _Next click_ asks for whatever came next; _discovery_ only where that was new in the visit, and leaves out what had been seen. A fifth and more of all next clicks go back to what was seen: never read the first without the second.",
        "The split is that of the [SR-GNN paper](https://arxiv.org/abs/1811.00855), with all of its questions; rules and neighbours are asked " +
          `${round(options.sample)} of them, evenly spread: their hits are true to ${round(196 * Math.sqrt(0.25 / options.sample), 1)} either way.`,
        "_Files as shipped_: 20 neighbours an item, 4 bits a weight, written by the builder's encoder, read by the browser's decoder and scored by its scorer. The table is made by the plain reference that the builder's SQL is held against.",
        `_Tuned_: what the builder's tuner found in ${options.seconds} s on the visits before the questions alone (${sets.map(({ trials }) => trials).join(" and ")} trials). The neighbours' settings were chosen on the same visits.`,
        "Neither data set tells the category of an item, so that best sellers of a category cannot stand beside.",
        "Times are of one answer in Node, for ours of the scorer with rows that have been read; bytes are compressed by brotli, each file by itself; a visit fetches the files of the items that it looks at.",
      ]),
    ].join("\n\n");
  },
};
