// What is kept of a history for a hundred segments, in a process of its own:
//   node bench/segments/keep.mjs save HISTORY FILE      keeps it, and tells how large it is
//   node bench/segments/keep.mjs restore HISTORY FILE   goes on from it, as the next page does
import { readFileSync, writeFileSync } from "node:fs";
import { askedAt, openOurs } from "./engines.mjs";
import { loadSegments } from "../rules/engines.mjs";
import { segmentsOfAShop, textsOf } from "./segments-of-a-shop.mjs";
import { makeShopper } from "./shopper.mjs";

const [what, count, file] = process.argv.slice(2);
const segments = segmentsOfAShop(100);
const library = await loadSegments();
const { history, steps } = makeShopper(Number(count));
const { asking } = askedAt(steps.next().value);

/** A segment with those that it refers to, as a set of its own. */
function withReferences(name, into = {}) {
  into[name] = segments[name];
  for (const [, other] of textsOf(into)[name].matchAll(/segment\("([^"]+)"\)/g)) withReferences(other, into);
  return into;
}

/** Whether a segment can be answered from what was saved, with no history. */
function answersFrom(saved, name) {
  const opened = openOurs(withReferences(name), library);
  opened.restore(JSON.parse(saved));
  opened.held(asking);
  return !opened.cold;
}

function save() {
  const opened = openOurs(segments, library);
  opened.warm(history);
  opened.held(asking);
  // As much as it takes: what would be left out for want of room is part of the cost.
  const saved = JSON.stringify(opened.save(Infinity));
  writeFileSync(file, saved);
  return {
    bytes: Buffer.byteLength(saved),
    answered: Object.keys(segments).filter((name) => answersFrom(saved, name)).length,
  };
}

function restore() {
  const saved = readFileSync(file, "utf8");
  const begin = performance.now();
  const opened = openOurs(segments, library);
  const compiled = performance.now();
  opened.restore(JSON.parse(saved));
  const restored = performance.now();
  opened.held(asking);
  const answered = performance.now();
  return { compile: compiled - begin, restore: restored - compiled, first: answered - restored };
}

console.log(JSON.stringify(what === "save" ? save() : restore()));
