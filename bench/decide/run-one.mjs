// One engine in a process of its own: node bench/decide/run-one.mjs ENGINE. Prints what it measured as JSON.
import { median } from "../kit/statistics.mjs";
import { makeVisitors, nest } from "../rules/visitors.mjs";
import { engines } from "./engines.mjs";
import { offers } from "./offers.mjs";

const engine = engines[process.argv[2]];
const visitors = makeVisitors().map((facts, index) => [
  engine.flat ? facts : nest(facts),
  `visitor ${index}`,
]);
const library = await engine.load();

const begin = performance.now();
const decideFor = engine.open(offers, library);
decideFor(...visitors[0]);
const cold = performance.now() - begin;

const batchSize = 20;

/** One more page of the same visitor: little of what is known of them is new. */
const pages = (() => {
  const [facts, id] = visitors[7];
  const more = (path) =>
    Array.from({ length: batchSize }, (_, index) =>
      engine.flat
        ? [{ ...facts, "visit.pages": index, "page.path": path }, id]
        : [{ ...facts, visit: { ...facts.visit, pages: index }, page: { ...facts.page, path } }, id],
    );
  return [more("/sale"), more("/new")].flat();
})();

/** Milliseconds of short batches for so long: most end before the machine turns to something else. */
function batches(visitors, duration) {
  const times = [];
  const end = performance.now() + duration;
  for (let from = 0; performance.now() < end; from = (from + batchSize) % visitors.length) {
    const start = performance.now();
    for (let index = from; index < from + batchSize; index++) decideFor(...visitors[index]);
    times.push(performance.now() - start);
  }
  return times;
}

const microseconds = (visitors) => {
  batches(visitors, 700);
  return (median(batches(visitors, 1300)) * 1000) / batchSize;
};
const again = microseconds(pages);
const warm = microseconds(visitors);
const answers = visitors.map((visitor) =>
  decideFor(...visitor)
    .toSorted()
    .join(),
);
console.log(JSON.stringify({ cold, again, warm, answers }));
