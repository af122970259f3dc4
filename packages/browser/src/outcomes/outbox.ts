import { outcomeOf, toJson, type ShopEvent } from "@shopkeeper/engine";
import type { ConsentState } from "../api.ts";
import type { ConsentStates } from "../remember/consent.ts";
import type { Row } from "../remember/row.ts";
import { clientOf, type Notebook, type Notes, type Waiting } from "./notes.ts";
import { batchOf, post } from "./post.ts";
import type { OutcomeWorld } from "./run-outcomes.ts";
import type { Sinks, Told } from "./sinks.ts";

/** Milliseconds. So long an answer may take before it is sent again, by whichever tab. */
const PATIENCE = 10_000;
/** So many are worth a request of their own before the page is left. */
const FULL = 20;

/** The moments at which something is sent: the page begins, goes on after something happened, or is left. */
type Moment = "begin" | "go on" | "leave";

export interface Outbox {
  /** What measurement was when something was handed on last. */
  readonly consent: ConsentState | undefined;
  /** Remembers what an outcome that waits was. */
  know(row: Row): void;
  /** An outcome waits to be handed on. */
  add(notes: Notes, row: Row): void;
  /** Tells the sinks on this page, where that may be. */
  handOn(notes: Notes): void;
  /** Sends what is due at such a moment. */
  send(moment: Moment): void;
  forget(): void;
}

interface Options {
  notebook: Notebook;
  sinks: Sinks;
  /** The facts that the shop has switched on. */
  facts: ReadonlySet<string>;
  /** What the visitor agreed to; `undefined` where they are not served at all. */
  states(): ConsentStates | undefined;
  world: Pick<OutcomeWorld, "clock" | "report">;
}

/** Hands outcomes on to who is to be told: at once on this page, and in batches to the shop's own address. */
export function createOutbox({ notebook, sinks, facts, states, world }: Options): Outbox {
  const { tell, beacon } = sinks;
  const isWanted = !!beacon || !!tell[0];
  const events = new Map<string, ShopEvent>();
  /** What this page found: it sends that itself, and a page that begins what others could not. */
  const own = new Set<string>();
  let consent: ConsentState | undefined;
  let hasComplained = false;

  const isGranted = (): boolean => states()?.measurement === "granted";

  const toldOf = ({ id }: Waiting, notes: Notes): Told | undefined =>
    events.has(id) ? outcomeOf(events.get(id)!, id, { client: clientOf(notes), handOver: facts }) : undefined;

  function isDue({ id, ts, tried }: Waiting, moment: Moment): boolean {
    if (tried < 0 || !events.has(id)) return false;
    const now = world.clock();
    if (moment === "leave") return !tried && own.has(id);
    // A clock that was set back keeps nothing for ever.
    const isOverdue = tried > 0 && Math.abs(now - tried) > PATIENCE;
    return moment === "begin" ? isOverdue || (!tried && ts < performance.timeOrigin) : !tried && own.has(id);
  }

  function complain(problem: unknown): void {
    if (!hasComplained)
      world.report(
        new Error(`outcomes: ${beacon} ${problem}; they are kept, and sent again by the next page`),
      );
    hasComplained = true;
  }

  async function sendNow(waiting: Waiting[], notes: Notes, isLeaving: boolean): Promise<void> {
    const [text, sent] = batchOf(waiting, (each) => toJson(toldOf(each, notes)));
    const ids = new Set(sent.map(({ id }) => id));
    for (const each of notes.waiting) if (ids.has(each.id)) each.tried = world.clock();
    // Before it is sent, so that no other tab sends it too.
    notebook.write(notes);
    if (!text) return;
    try {
      if (!(await post(beacon!, text, isLeaving))) return void (isLeaving || complain("did not accept them"));
    } catch (error) {
      return void (isLeaving || complain((error as Error).message));
    }
    const now = notebook.read();
    now.waiting = now.waiting.filter(({ id }) => !ids.has(id));
    notebook.write(now);
    for (const id of ids) events.delete(id);
  }

  return {
    get consent() {
      return consent;
    },
    know({ id, event }) {
      events.set(id, event);
    },
    add(notes, { key, id, event }) {
      if (!isWanted || notes.waiting.some((each) => each.id === id)) return;
      events.set(id, event);
      own.add(id);
      notes.waiting.push({ key, id, ts: event.ts, tried: -1 });
    },
    handOn(notes) {
      consent = states()?.measurement;
      if (!isGranted()) return;
      notes.waiting = notes.waiting.filter((each) => {
        if (each.tried >= 0 || !events.has(each.id)) return true;
        each.tried = 0;
        const told = toldOf(each, notes);
        // One object each: who is told may keep it.
        if (told) for (const one of tell) one(structuredClone(told));
        return told && beacon;
      });
    },
    send(moment) {
      if (!beacon || !isGranted()) return;
      const notes = notebook.read();
      const due = notes.waiting.filter((each) => isDue(each, moment));
      if (moment === "go on" ? due.length < FULL : !due[0]) return;
      const others = moment === "begin" ? notes.waiting.filter((each) => isDue(each, "go on")) : [];
      void sendNow([...new Set([...due, ...others])], notes, moment === "leave").catch(world.report);
    },
    forget() {
      events.clear();
      notebook.forget();
    },
  };
}
