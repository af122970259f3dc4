import type { DuckDBConnection } from "@duckdb/node-api";
import type { Scoring } from "@shopkeeper/engine";
import type { Period } from "../run-steps.ts";
import type { TableSettings } from "../settings.ts";
import { countPairs } from "./count-pairs.ts";
import { evaluate, type Measured, type Questions } from "./evaluate.ts";
import { makeTable, shipped, type PairTable } from "./make-table.ts";
import { scoring, tableSettings, UNTUNED, type Scalars } from "./scalars.ts";
import { randomOf, search } from "./search.ts";
import { readSessions, type Sessions } from "./sessions.ts";

/** What came of tuning: settings of the table and of the scorer, and what they bring. */
export interface Tuned {
  table: TableSettings;
  score: Scoring;
  measured: {
    /** On the visits that were held out. */
    defaults: Measured;
    tuned: Measured;
    trials: number;
    scalars: Scalars;
  };
}

export interface TuneOptions {
  neighbours: number;
  seed: number;
  /** Whether there is time for another trial. */
  goOn(trials: number): boolean;
  tell?(best: Measured): void;
}

/** With fewer there is nothing to learn from. */
const QUESTIONS = 200;

/** More tell little more. */
const QUESTIONS_LIMIT = 25_000;

/** What visits that are held out ask: of each place but the first, what is there. */
export function questionsOf({ items, starts, heldOut }: Sessions, limit = QUESTIONS_LIMIT): Questions {
  const from: number[] = [];
  const target: number[] = [];
  // Of a larger shop every second visit, or every third.
  const total = items.length - starts[heldOut]! - (starts.length - 1 - heldOut);
  const every = Math.max(1, Math.ceil(total / limit));
  for (let visit = heldOut; visit < starts.length - 1; visit += every)
    for (let at = starts[visit]! + 1; at < starts[visit + 1]!; at++) {
      from.push(starts[visit]!);
      target.push(at);
    }
  return { items, from: Int32Array.from(from), target: Int32Array.from(target) };
}

/**
 * What is to become more. Hits count twice as much as how far up they are, for the rank is mostly about what was seen before: it is bought
 * with hits all too easily. What is new to the visitor counts half.
 */
const worth = ({ next, discovery }: Measured): number =>
  2 * next.hr + next.mrr + discovery.hr + discovery.mrr / 2;

/** Looks for the settings that would have foretold the last visits best from those before. */
export function tuneSessions(
  sessions: Sessions,
  { neighbours, seed, goOn, tell }: TuneOptions,
): Tuned | undefined {
  const questions = questionsOf(sessions);
  if (questions.target.length < QUESTIONS) return undefined;
  const pairs = countPairs(sessions);
  const wanted = new Uint8Array(sessions.products);
  for (let at = sessions.starts[sessions.heldOut]!; at < sessions.items.length; at++)
    wanted[sessions.items[at]!] = 1;
  let made: { key: string; table: PairTable } | undefined;
  let trials = 0;
  const measure = (scalars: Scalars): Measured => {
    trials++;
    const settings = tableSettings(scalars);
    const { epsilon, ...others } = settings;
    const key = JSON.stringify(others);
    if (made?.key !== key) made = { key, table: makeTable(pairs, settings, neighbours, wanted) };
    return evaluate(shipped(made.table, epsilon), scoring(scalars), questions);
  };
  const defaults = measure(UNTUNED);
  const scalars = search(UNTUNED, {
    objective: (each) => worth(measure(each)),
    goOn: () => goOn(trials),
    random: randomOf(seed),
    better: (each) => tell?.(measure(each)),
  });
  return {
    table: tableSettings(scalars),
    score: scoring(scalars),
    measured: { defaults, tuned: measure(scalars), trials, scalars },
  };
}

/** The same for a table of events: see {@link tuneSessions}. Undefined where there are too few visits. */
export async function tune(
  connection: DuckDBConnection,
  period: Period,
  options: Omit<TuneOptions, "goOn" | "tell"> & { seconds: number },
  progress: (part: number, best: string) => void,
): Promise<Tuned | undefined> {
  const sessions = await readSessions(connection, period);
  const end = performance.now() + 1000 * options.seconds;
  let best = "from the defaults";
  return tuneSessions(sessions, {
    ...options,
    goOn: () => {
      progress(1 - (end - performance.now()) / 1000 / options.seconds, best);
      return performance.now() < end;
    },
    tell: ({ next }) => (best = `HR@20 ${next.hr.toFixed(1)}, MRR@20 ${next.mrr.toFixed(1)}`),
  });
}
