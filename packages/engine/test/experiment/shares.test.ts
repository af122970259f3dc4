// Whether shares are as weighted and experiments independent of each other, over a million ids; the figures are those of
// docs/experiments.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseExperiment } from "../../src/experiment/experiment.ts";

const COUNT = 1_000_000;
const LETTERS = "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";

/** Ids as browsers make them, the same on every run (mulberry32). */
function* ids(): Generator<string> {
  let state = 6;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  for (let index = 0; index < COUNT; index++) {
    let id = "";
    for (let letter = 0; letter < 12; letter++) id += LETTERS[next() >>> 26];
    yield id;
  }
}

/** How far counts are from what is expected: https://en.wikipedia.org/wiki/Pearson%27s_chi-squared_test */
const chiSquare = (found: number[], wanted: number[]): number =>
  found.reduce((sum, count, index) => sum + (count - wanted[index]!) ** 2 / wanted[index]!, 0);

const weights: Record<string, Record<string, number>> = {
  hero: { control: 0.5, bold: 0.5 },
  checkout: { long: 0.1, short: 0.2, express: 0.7 },
  search: { list: 1 / 3, grid: 1 / 3, both: 1 / 3 },
};
/** Beyond these, of so many degrees of freedom, lies one pair of independent experiments in a hundred. */
const LIMIT: Record<number, number> = { 2: 9.21, 4: 13.28 };

test("over a million ids the shares are within 0.2 % of the weights, and experiments know nothing of each other", () => {
  const experiments = Object.entries(weights).map(
    ([name, variations]) => [name, parseExperiment(name, { variations })] as const,
  );
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const id of ids()) {
    const drawn = experiments.map(([, { draw }]) => draw(id)!);
    drawn.forEach((one, index) => {
      add(one);
      for (const other of drawn.slice(index + 1)) add(`${one} ${other}`);
    });
  }
  const share = (key: string): number => (counts.get(key) ?? 0) / COUNT;
  const figures: string[] = [];
  for (const [name, variations] of Object.entries(weights))
    for (const [key, weight] of Object.entries(variations)) {
      expect(Math.abs(share(key) - weight)).toBeLessThan(0.002);
      figures.push(`${name} ${key} ${(share(key) * 100).toFixed(3)} %`);
    }
  for (const [index, [first, { variations: ones }]] of experiments.entries())
    for (const [second, { variations: others }] of experiments.slice(index + 1)) {
      const pairs = ones.flatMap((one) => others.map((other) => [one, other] as const));
      const statistic = chiSquare(
        pairs.map(([one, other]) => counts.get(`${one} ${other}`) ?? 0),
        pairs.map(([one, other]) => share(one) * share(other) * COUNT),
      );
      const freedom = (ones.length - 1) * (others.length - 1);
      expect(statistic).toBeLessThan(LIMIT[freedom]!);
      figures.push(`${first} and ${second} ${statistic.toFixed(2)} ${freedom} ${LIMIT[freedom]}`);
    }
  const guide = readFileSync(join(import.meta.dirname, "../../../../docs/experiments.md"), "utf8");
  const told = guide.replace(/[|*`]/g, " ").replace(/\s+/g, " ");
  expect(figures.filter((figure) => !told.includes(figure))).toEqual([]);
}, 60_000);
