import {
  createConversions,
  isOutcome,
  occasionsOf,
  parseGoal,
  parseHandOver,
  type Context,
  type Conversions,
  type ExperienceConfiguration,
  type Goal,
  type GoalConfiguration,
  type HandOver,
  type Engine,
  type Page,
  type ShopEvent,
} from "@shopkeeper/engine";
import type { Options } from "../api.ts";
import { listen } from "../dom/elements.ts";
import { ownDocument } from "../dom/own-document.ts";
import type { Report } from "../dom/report.ts";
import { undoAll, type Undo } from "../dom/undo.ts";
import type { ConsentStates } from "../remember/consent.ts";
import type { History } from "../remember/history-types.ts";
import type { Row } from "../remember/row.ts";
import { createOutbox } from "./outbox.ts";
import { openNotebook, type Notes } from "./notes.ts";
import { readSinks } from "./sinks.ts";
import { inTurn } from "./turn.ts";
import { watchGoingOn } from "./watch-going-on.ts";

export { countOutcomes } from "@shopkeeper/engine";

/** What outcomes need to know of the page and of the visitor. */
export interface OutcomeWorld {
  options: Options;
  configurations: ExperienceConfiguration[];
  history: Pick<History, "since" | "keeps">;
  engine: Pick<Engine, "recommend" | "fact">;
  reader: { readonly page: Pick<Page, "product"> };
  consent: { readonly states: ConsentStates };
  /** Whether the visitor is served at all: not where they refused, paused, or asked to be forgotten. */
  serving(): boolean;
  /** Records an event of a moment, under an id of its own. */
  record(name: string, parameters: Record<string, unknown>, ts: number, id: string): unknown;
  holds(expression: string): boolean;
  context(): Context;
  clock(): number;
  report: Report;
}

export interface RunningOutcomes {
  /** @param kept Settles when an event that was recorded is in the journal. */
  changed(kept?: Promise<unknown>): void;
  stop: Undo;
}

/** The goals by what they are of. What is wrong with one is reported, and the others stay. */
function readGoals({ options, configurations, report }: OutcomeWorld): Map<string, Goal> {
  const goals = new Map<string, Goal>();
  const add = (what: string, id: string, goal: GoalConfiguration | undefined): void => {
    try {
      if (goal !== undefined) goals.set(`${what} ${id}`, parseGoal(goal));
    } catch (error) {
      report(new Error(`${what} "${id}": ${(error as Error).message}`));
    }
  };
  for (const { id, goal } of configurations) add("experience", id, goal);
  const { experiments = {} } = options;
  for (const [id, experiment] of Object.entries(experiments)) add("experiment", id, experiment?.goal);
  return goals;
}

function readHandOver({ options, report }: OutcomeWorld): HandOver[] {
  return [options.handOver ?? []].flat().flatMap((text) => {
    try {
      return [parseHandOver(text)];
    } catch (error) {
      report(error);
      return [];
    }
  });
}

/**
 * Follows the journal: finds the goals that were reached, and hands outcomes on. A cursor that all tabs share tells how far
 * that is done, so that what a page was left with is handed on by the next one.
 */
export function runOutcomes(world: OutcomeWorld): RunningOutcomes {
  const { report, clock } = world;
  const goals = readGoals(world);
  const handOver = readHandOver(world);
  const facts = new Set<string>(handOver.map(({ name }) => name));
  const hasExpressions = [...goals.values()].some(({ when }) => when);
  const notebook = openNotebook(world.history.keeps, clock);
  /** What was taken on this page: in memory, rows have no key to go by. */
  const seen = new Set<string>();
  const goingOn = watchGoingOn();
  let stopped = false;
  let isFirst = true;

  const states = (): ConsentStates | undefined =>
    stopped || !world.serving() ? undefined : world.consent.states;
  const outbox = createOutbox({ notebook, sinks: readSinks(world.options, report), facts, states, world });

  /** Writes down what was reached; as events of the journal, which come back as rows. */
  function recordReached(conversions: Conversions, notes: Notes): void {
    conversions.look(clock(), world.holds);
    const reached = conversions.reached();
    notes.exposed = conversions.exposed;
    for (const { name, parameters, ts, id } of reached) world.record(name, parameters, ts, id);
  }

  /** Tells the facts that the shop's other tools have asked for. */
  function tellOccasions(isLeaving: boolean, notes: Notes): void {
    const consent = states();
    if (!handOver[0] || consent?.measurement !== "granted" || consent.personalization !== "granted") return;
    // All of one moment: a cart's age, asked a millisecond later, would make another occasion of it.
    const context = world.context();
    const found = occasionsOf(handOver, {
      now: context.now,
      fact: (name) => world.engine.fact(name, context),
      cards: world.engine.recommend("cart"),
      product: world.reader.page.product,
      isLeaving,
    });
    for (const { id, name, parameters } of found) {
      if (notes.told.includes(id)) continue;
      const ts = clock();
      notes.told.push(id);
      world.record(name, parameters, ts, id);
      outbox.add(notes, { key: notes.mark.key, id, event: { ...parameters, name, ts } as ShopEvent });
    }
  }

  /** Whether these rows begin where the mark is: else this is another journal, or its beginning is gone. */
  const goesOn = (rows: Row[], { key, id }: Notes["mark"]): boolean =>
    !!key && rows.some((row) => row.key === key && row.id === id);

  async function rowsSince({ mark, waiting }: Notes): Promise<Row[]> {
    const from = isFirst ? Math.min(mark.key, ...waiting.map(({ key }) => key)) : mark.key;
    const rows = await world.history.since(from);
    return goesOn(rows, mark) ? rows : world.history.since(0);
  }

  function take(rows: Row[], notes: Notes): void {
    const { mark } = notes;
    const isSame = goesOn(rows, mark);
    const conversions = createConversions(goals, notes.exposed);
    const isDenied = states()?.measurement === "denied";
    if (isDenied) notes.waiting = [];
    const waiting = new Set(notes.waiting.map(({ id }) => id));
    for (const row of rows) {
      const { key, id, event } = row;
      if (waiting.has(id)) outbox.know(row);
      if (isSame ? key <= mark.key : event.ts <= mark.ts) continue;
      conversions.take(event);
      if (key) notes.mark = { key, id, ts: event.ts };
      if (seen.has(id)) continue;
      seen.add(id);
      if (isOutcome(event.name) && !isDenied && !notes.denied) outbox.add(notes, row);
    }
    // What happened under a refusal stays here, also when it is taken back later.
    if (isDenied) notes.denied = true;
    else if (states()?.measurement === "granted") delete notes.denied;
    recordReached(conversions, notes);
    tellOccasions(false, notes);
  }

  async function follow(): Promise<void> {
    if (!states()) return;
    const rows = await rowsSince(notebook.read());
    if (!states()) return;
    // Read anew: other tabs may have gone on meanwhile.
    const notes = notebook.read();
    take(rows, notes);
    outbox.handOn(notes);
    notebook.write(notes);
    outbox.send(isFirst ? "begin" : "go on");
    isFirst = false;
  }

  let isComing = false;
  /** Once for all that happens until it begins. What the journal cannot tell now, the next page tells. */
  function followSoon(kept: Promise<unknown> = Promise.resolve()): void {
    if (isComing) return;
    isComing = true;
    const begin = (): Promise<void> => {
      isComing = false;
      return follow();
    };
    void kept.then(() => inTurn(begin)).catch(() => (isComing = false));
  }

  /** What was not accepted may be now. */
  function comeBack(): void {
    isFirst = true;
    followSoon();
  }

  function leave(): void {
    if (!states()) return;
    if (handOver[0] && !goingOn.isLikely()) {
      const notes = notebook.read();
      tellOccasions(true, notes);
      outbox.handOn(notes);
      notebook.write(notes);
    }
    outbox.send("leave");
  }

  followSoon();
  return {
    changed(kept) {
      const consent = states();
      if (!consent) return outbox.forget();
      if (kept) return followSoon(kept);
      // An answer may have turned, or a consent.
      if (hasExpressions) {
        const notes = notebook.read();
        const before = JSON.stringify(notes.exposed);
        recordReached(createConversions(goals, notes.exposed), notes);
        if (JSON.stringify(notes.exposed) !== before) notebook.write(notes);
      }
      if (consent.measurement !== outbox.consent) followSoon();
    },
    stop: undoAll([
      () => (stopped = true),
      goingOn.stop,
      listen(window, "pagehide", leave),
      listen(window, "pageshow", ({ persisted }: PageTransitionEvent) => persisted && comeBack()),
      listen(document, "visibilitychange", () => (ownDocument.hidden ? leave() : comeBack())),
    ]),
  };
}
