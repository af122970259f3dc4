import { table } from "../kit/report.mjs";
import { versionOf } from "../kit/rivals.mjs";
import { medianOf, ratio, round } from "../kit/statistics.mjs";
import { compare } from "./compare.mjs";
import { engines } from "./engines.mjs";

/** How many events there are before what is measured. */
export const histories = [1000, 10_000, 100_000];
export const [shortest] = histories;

/** What all others are held against. */
export const ours = "Shopkeeper";

/** Who is measured with segments of all kinds, by name. */
export const typicalNames = {
  [ours]: "**Shopkeeper**",
  "whole engine": "Shopkeeper, working out the facts as well",
  "full scan": "a scan of the history",
};

const microseconds = (number) => round(number, number < 1000 ? 1 : 0);

export function typicalTable(samplesOf) {
  const columns = ["median", "slow", "flip", "warm", "asked"];
  const of = (engine, count) =>
    Object.fromEntries(
      columns.map((key) => [key, medianOf(samplesOf("typical", engine, count), (sample) => sample[key])]),
    );
  return table(
    [
      "1,000 segments",
      "events before:",
      "median, µs:",
      "of the shortest:",
      "times ours:",
      "p99, µs:",
      "next flip, µs:",
      "read at first, ms:",
    ],
    Object.entries(typicalNames).flatMap(([engine, name]) =>
      histories.map((count) => {
        const { median, slow, flip, warm, asked } = of(engine, count);
        return [
          name,
          round(count),
          microseconds(median),
          ratio(median, of(engine, shortest).median),
          ratio(median, of(ours, count).median),
          asked > 100 ? microseconds(slow) : "–",
          microseconds(flip),
          engine === "full scan" ? "–" : round(warm),
        ];
      }),
    ),
  );
}

export function factsTable(samplesOf, names) {
  const present = Object.keys(engines.facts).filter((engine) => samplesOf("facts", engine, shortest).length);
  const [own] = samplesOf("facts", ours, shortest);
  const medianTime = (engine) => medianOf(samplesOf("facts", engine, shortest), (sample) => sample.median);
  return table(
    ["1,000 segments of facts alone", "version", "median, µs:", "times ours:", "p99, µs:", "same answers:"],
    present.map((engine) => {
      const samples = samplesOf("facts", engine, shortest);
      const { total, different } = compare(own, samples[0], names);
      const { rival } = engines.facts[engine];
      return [
        engine === ours ? `**${engine}**` : engine,
        rival ? versionOf(rival) : "",
        round(medianTime(engine), 1),
        ratio(medianTime(engine), medianTime(ours)),
        round(
          medianOf(samples, (sample) => sample.slow),
          1,
        ),
        different ? `no: ${round(total - different)} of ${round(total)}` : "yes",
      ];
    }),
  );
}

export const keptTable = (rows) =>
  table(
    [
      "100 segments",
      "events before:",
      "kept, B of JSON:",
      "answered from it:",
      "compile, ms:",
      "restore, ms:",
      "first answer, ms:",
    ],
    rows.map(({ count, bytes, answered, compile, restore, first }) => [
      "**Shopkeeper**",
      round(count),
      round(bytes),
      `${answered} of 100`,
      round(compile, 2),
      round(restore, 2),
      round(first, 2),
    ]),
  );
