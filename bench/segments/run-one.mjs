// One engine in a process of its own: node bench/segments/run-one.mjs SET ENGINE HISTORY EVERY
// Prints as JSON what an event costs it, and what it answered. It is asked after each EVERYth event.
import { median, quantile } from "../kit/statistics.mjs";
import { askedAt, engines } from "./engines.mjs";
import { segmentsOfAShop } from "./segments-of-a-shop.mjs";
import { makeShopper } from "./shopper.mjs";

const [set, name, history, every] = process.argv.slice(2);
const engine = engines[set][name];
const segments = segmentsOfAShop(1000, { factsOnly: set === "facts" });
const library = await engine.load();

/** No engine is given more time than this to go on from a history, in milliseconds. */
const patience = 15_000;

/** Opens the segments on a history, and goes on for so many events. */
function play(count, steps, seed) {
  const opened = engine.open(segments, library);
  const shopper = makeShopper(count, seed);
  const start = performance.now();
  opened.warm(shopper.history);
  const warm = performance.now() - start;
  const result = { times: [], flips: [], answers: {}, warm, sample: opened.sample?.() };
  const end = performance.now() + patience;
  for (let step = 0; step < steps && performance.now() < end; step++) {
    const { value } = shopper.steps.next();
    const asks = step % every === 0;
    const asked = asks && askedAt(value);
    const begin = performance.now();
    opened.take(value.event);
    const held = asks && opened.held(asked);
    const took = performance.now() - begin;
    if (!asks) continue;
    // The first asking looks back at what has been so far, and is not what an event costs.
    if (step) result.times.push(took * 1000);
    if (opened.nextFlip) {
      const before = performance.now();
      opened.nextFlip(asked);
      result.flips.push((performance.now() - before) * 1000);
    }
    if (step % 50 === 0) result.answers[step] = opened.namesOf(held);
  }
  return result;
}

// Another shopper before, so that everything is compiled.
if (name !== "naive") play(1000, 1500, 70);
const { times, flips, answers, warm, sample } = play(Number(history), 501, 7);
console.log(
  JSON.stringify({
    median: median(times),
    slow: quantile(times, 0.99),
    flip: median(flips),
    asked: times.length,
    warm,
    answers,
    sample,
  }),
);
