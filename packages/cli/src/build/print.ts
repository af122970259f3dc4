import type { Built } from "./build.ts";
import type { BadRows } from "./input/read-events.ts";

const count = (value: number): string => value.toLocaleString("en");

/** Each kind of bad row, how many there are, and the first of them. */
export const printBad = (bad: BadRows[]): string[] =>
  bad.flatMap(({ file, count: times, message, row, example }) => [
    `${file}: ${count(times)} bad ${times === 1 ? "row" : "rows"}: ${message}`,
    ...(example
      ? [`  row ${count(row)}: ${example.length > 160 ? `${example.slice(0, 160)}…` : example}`]
      : []),
  ]);

const size = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** What came of a build, for people. */
export function printBuilt(built: Built, out: string): string[] {
  const { rows, others, bad, events, products, words, cards, tables, tuned, lapsing } = built;
  const wrong = bad.reduce((sum, each) => sum + each.count, 0);
  const share = cards ? Math.round((100 * cards.matched) / Math.max(1, products)) : 0;
  return [
    `read ${count(rows)} rows: ${count(events)} events of ${count(products)} products${words ? ` and ${count(words)} words` : ""}, ${count(others)} about something else, ${count(wrong)} bad`,
    ...(cards
      ? [
          `${count(cards.count)} cards by "${cards.field}": ${share} % of the products in events have one`,
          ...(share < 50
            ? [
                `Less than half have a card: products without one are in no rail. Is "${cards.field}" what events call them? See --item-id.`,
              ]
            : []),
        ]
      : ["without a catalogue: rails have bare ids, which your page has to fill. See --catalog."]),
    `tables: ${Object.entries(tables)
      .map(([name, length]) => `${name} ${count(length)}`)
      .join(", ")}`,
    ...(tuned
      ? [
          "on the last 8 % of visits, HR@20 / MRR@20        next click    what was not seen",
          ...[tuned.defaults, tuned.tuned].map(
            ({ next, discovery }, index) =>
              `  ${(index ? "tuned" : "defaults").padEnd(46)}${next.hr.toFixed(1)} / ${next.mrr.toFixed(1)}   ${discovery.hr.toFixed(1)} / ${discovery.mrr.toFixed(1)}`,
          ),
        ]
      : []),
    ...(lapsing
      ? [
          `who comes back: learnt from ${count(lapsing.customers)} customers, ${lapsing.reason === undefined ? "by the Pareto/NBD model" : `by recency, frequency and money (${lapsing.reason})`}; AUC ${Math.max(lapsing.auc.rfm, lapsing.reason === undefined ? lapsing.auc.paretoNbd : 0).toFixed(2)} on the last ${lapsing.horizon} days`,
        ]
      : []),
    `wrote ${count(built.files)} files, ${size(built.bytes)}, as build ${built.build} to ${out} in ${built.seconds.toFixed(1)} s`,
  ];
}
