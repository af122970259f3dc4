import type { Scoring } from "@shopkeeper/engine";
import type { PairTable } from "./make-table.ts";

/** Beginnings of visits, each with what was looked at next. */
export interface Questions {
  items: Int32Array;
  /** Where each visit begins in `items`, and the place of what is asked for: all before it is known. */
  from: Int32Array;
  target: Int32Array;
}

/** Hits and reciprocal ranks among the first 20, in per cent. */
export interface Quality {
  hr: number;
  mrr: number;
  questions: number;
}

/** Under both protocols: whatever was looked at next, and only what had not been seen in the visit. */
export interface Measured {
  next: Quality;
  discovery: Quality;
}

const LENGTH = 20;

/** How well a table foretells, scored as in the browser (`scoreViews`). */
export function evaluate(
  { to, weights }: PairTable,
  { decay, repeatLast, repeat, fade, again }: Scoring,
  { items, from, target }: Questions,
): Measured {
  const scores = new Float64Array(to.length);
  const lastSeen = new Int32Array(to.length).fill(-1);
  const candidates = new Int32Array(to.length);
  const next = { hits: 0, ranks: 0, questions: 0 };
  const discovery = { hits: 0, ranks: 0, questions: 0 };
  /** Where the wanted product stands among the candidates, from 0. */
  const tally = (sum: typeof next, count: number, wanted: number, mark: number): void => {
    sum.questions++;
    const score = scores[wanted]!;
    if (!score) return;
    let rank = 0;
    for (let index = 0; index < count; index++) {
      const candidate = candidates[index]!;
      if (mark >= 0 && lastSeen[candidate] === mark) continue;
      if (scores[candidate]! > score || (scores[candidate] === score && candidate < wanted)) rank++;
    }
    if (rank >= LENGTH) return;
    sum.hits++;
    sum.ranks += 1 / (rank + 1);
  };
  for (let question = 0; question < target.length; question++) {
    const end = target[question]!;
    const start = from[question]!;
    const wanted = items[end]!;
    let count = 0;
    for (let since = 0; since < decay.length && end - 1 - since >= start; since++) {
      const item = items[end - 1 - since]!;
      const row = to[item];
      if (!row) continue;
      const parts = weights[item]!;
      for (let index = 0; index < row.length; index++) {
        const other = row[index]!;
        if (!scores[other]) candidates[count++] = other;
        scores[other]! += decay[since]! * parts[index]!;
      }
    }
    for (let at = start; at < end; at++) lastSeen[items[at]!] = question;
    if (lastSeen[wanted] !== question) tally(discovery, count, wanted, question);
    for (let at = end - 1; at >= start; at--) {
      const item = items[at]!;
      if (!scores[item]) candidates[count++] = item;
      // The first time from the end is the last view of it.
      if (lastSeen[item] === question) {
        const since = end - 1 - at;
        scores[item]! += since ? repeat * Math.exp((1 - since) / fade) : repeatLast;
        lastSeen[item] = -1;
      } else scores[item]! += again;
    }
    tally(next, count, wanted, -1);
    for (let index = 0; index < count; index++) scores[candidates[index]!] = 0;
  }
  const quality = ({ hits, ranks, questions }: typeof next): Quality => ({
    hr: (100 * hits) / Math.max(1, questions),
    mrr: (100 * ranks) / Math.max(1, questions),
    questions,
  });
  return { next: quality(next), discovery: quality(discovery) };
}
