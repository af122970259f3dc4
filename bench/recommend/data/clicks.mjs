// Visits to a shop as rows of item numbers, in the split of the SR-GNN paper: https://arxiv.org/abs/1811.00855
import { readData } from "./folder.mjs";

/**
 * @typedef {object} Clicks
 * @property {number[][]} train Visits, oldest first; in each the items in order.
 * @property {{ prefix: number[], target: number }[]} tests Beginnings of later visits, each with what was looked at next.
 */

/**
 * @param {"diginetica" | "yoochoose64"} name
 * @returns {Clicks}
 */
export function readClicks(name) {
  const train = JSON.parse(readData(`${name}/train.json.gz`));
  const [prefixes, targets] = JSON.parse(readData(`${name}/test.json.gz`));
  return { train, tests: prefixes.map((prefix, index) => ({ prefix, target: targets[index] })) };
}

/**
 * The same for choosing settings, from the visits before the tests alone: the latest part of them is asked.
 *
 * @param {number[][]} train
 * @returns {Clicks}
 */
export function heldOut(train, part = 0.08) {
  const cut = Math.floor(train.length * (1 - part));
  const known = new Set(train.slice(0, cut).flat());
  const tests = train.slice(cut).flatMap((visit) => {
    const items = visit.filter((item) => known.has(item));
    return items.slice(1).map((target, index) => ({ prefix: items.slice(0, index + 1), target }));
  });
  return { train: train.slice(0, cut), tests };
}

/** Every so many of the tests, so that about so many are asked. */
export const someOf = (tests, count) => {
  const step = Math.max(1, tests.length / count);
  return Array.from({ length: Math.min(count, tests.length) }, (_, index) => tests[Math.floor(index * step)]);
};

/**
 * Events of the YooChoose sample that the session-rec framework was run on: visits with their items in order, by end.
 *
 * @param {"train_full" | "test"} name
 * @returns {{ id: string, items: number[], end: number }[]}
 */
export function readSessionRec(name) {
  const visits = new Map();
  for (const line of readData(`session-rec-100k/${name}.txt.gz`).trim().split("\n").slice(1)) {
    const [id, item, time] = line.split("\t");
    const visit = visits.get(id) ?? { id, events: [] };
    visit.events.push({ item: Number(item), time: Number(time) });
    visits.set(id, visit);
  }
  return [...visits.values()].map(({ id, events }) => {
    events.sort((a, b) => a.time - b.time);
    return { id, items: events.map(({ item }) => item), end: events.at(-1).time };
  });
}

/**
 * What a method of that framework recommended there, best first.
 *
 * @param {"ar" | "sr" | "vsknn" | "gru4rec"} method
 * @returns {{ visit: string, position: number, items: number[], scores: number[] }[]}
 */
export function readReference(method) {
  return readData(`session-rec-100k/ref_${method}.csv.gz`)
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [visit, position, items, scores] = line.split(";");
      return {
        visit,
        position: Number(position),
        items: items.split(",").map(Number),
        scores: scores.split(",").map(Number),
      };
    });
}
