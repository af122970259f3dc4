// One engine in a process of its own: node bench/rules/run-one.mjs ENGINE [cold]. Prints what it measured as JSON.
import { compileFor, engines } from "./engines.mjs";
import { rulesOfAShop } from "./rules-of-a-shop.mjs";
import { makeVisitors, nest } from "./visitors.mjs";
import { median } from "../kit/statistics.mjs";

const engine = engines[process.argv[2]];
const visitors = engine.flat ? makeVisitors() : makeVisitors().map(nest);
const library = await engine.load();

const begin = performance.now();
const ask = compileFor(engine, rulesOfAShop, library);
ask(visitors[0]);
const first = performance.now();

const cold = first - begin;

const batchSize = 50;

/** Milliseconds of short batches for so long: most end before the machine turns to something else. */
function batches(duration) {
  const times = [];
  const end = performance.now() + duration;
  for (let from = 0; performance.now() < end; from = (from + batchSize) % visitors.length) {
    const start = performance.now();
    for (let index = from; index < from + batchSize; index++) ask(visitors[index]);
    times.push(performance.now() - start);
  }
  return times;
}

/** Microseconds for a visitor, when the engine has run for a while. */
function warm() {
  batches(300);
  return (median(batches(700)) * 1000) / batchSize;
}

console.log(
  JSON.stringify(process.argv[3] === "cold" ? { cold } : { cold, answers: visitors.map(ask), warm: warm() }),
);
