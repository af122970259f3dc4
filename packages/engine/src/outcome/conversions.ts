import type { ShopEvent } from "../event.ts";
import { parseGoal, type Goal } from "./goal.ts";

type Parameters = Record<string, unknown>;

/** An experience or an experiment that was seen and has a goal; plain data, to be kept from page to page. */
export interface Exposed {
  /** `"experience hero-vip"`, `"experiment hero"`. */
  id: string;
  /** When it was seen last, and which event was the last to count, or up to when; 0: none. */
  from: number;
  done: number;
  /** Which it was: `experience_id`, `experiment_id`, `variation`. */
  about: Parameters;
  /** Since it was seen, the expression of its goal did not hold once: now it can become true. */
  armed?: boolean;
}

/** A goal that was reached, as the event that is to be recorded of it. */
export interface Conversion {
  /** The same whoever finds it, in whichever tab. */
  id: string;
  ts: number;
  name: "experience_convert" | "goal";
  parameters: Parameters;
}

export interface Conversions {
  /** Learns from an event of the journal, in the order of keeping. Twice is as once. */
  take(event: ShopEvent): void;
  /** Asks the goals that are expressions whether they hold now. */
  look(now: number, holds: (expression: string) => boolean): void;
  /** What was reached and is not recorded yet; each is told once. */
  reached(): Conversion[];
  /** To go on from on the next page. */
  readonly exposed: Exposed[];
}

/** So many are kept, those that were seen last. */
const LONGEST = 64;

/** An experiment without a goal is there to sell more; so is a hold-out. */
const SALE = /* @__PURE__ */ parseGoal("purchase");

/** What an event is about: `"experiment hero"`. */
function subjectOf({ name, experience_id, experiment_id }: ShopEvent): string | undefined {
  if (/^(experiment_view|goal)$/.test(name)) return experiment_id ? `experiment ${experiment_id}` : undefined;
  return experience_id ? `experience ${experience_id}` : undefined;
}

const pickAbout = ({ experience_id, experiment_id, variation }: ShopEvent): Parameters =>
  Object.fromEntries(
    Object.entries({ experience_id, experiment_id, variation }).filter(([, value]) => value !== undefined),
  );

/**
 * Finds out which experiences and experiments reached their goal.
 *
 * Each is asked for itself, whatever else was seen (any-touch): a purchase counts for every experience that was seen
 * within its window before. One view counts once: after a conversion it takes another view for another one.
 *
 * @param goals By subject (`"experience hero-vip"`); an experiment that has none is there for a purchase.
 * @param exposed What `exposed` was on the page before.
 */
export function createConversions(goals: ReadonlyMap<string, Goal>, exposed: Exposed[] = []): Conversions {
  const found = new Map<string, Conversion>();
  const all = new Map(exposed.map((each) => [each.id, each]));
  const goalOf = (id: string): Goal | undefined =>
    goals.get(id) ?? (id.startsWith("experiment ") ? SALE : undefined);

  function view(id: string, event: ShopEvent): void {
    if (!goalOf(id)) return;
    const { done = 0, from = 0, armed = false } = all.get(id) ?? {};
    // The newest last: what was seen longest ago is forgotten first.
    all.delete(id);
    const isNewer = event.ts >= from;
    const about = pickAbout(event);
    if (id.startsWith("experiment ")) delete about.experience_id;
    all.set(id, { id, from: isNewer ? event.ts : from, done, about, armed });
    if (all.size > LONGEST) all.delete(all.keys().next().value!);
  }

  function recorded(id: string, ts: number): void {
    const each = all.get(id);
    if (each) each.done = Math.max(each.done, ts);
    for (const [key, { ts: at }] of found) if (key === id && at <= ts) found.delete(key);
  }

  const isOpen = ({ from, done }: Exposed, goal: Goal, ts: number): boolean =>
    from > done && ts >= from && ts - from <= goal.within;

  function reach(each: Exposed, goal: Goal, ts: number, { value, currency }: Parameters): void {
    const isExperiment = each.id.startsWith("experiment ");
    const worth = goal.value ?? value;
    found.set(each.id, {
      id: `goal ${each.id} ${each.from}`,
      ts,
      name: isExperiment ? "goal" : "experience_convert",
      parameters: {
        ...each.about,
        goal: goal.name,
        ...(worth === undefined ? {} : { value: worth, ...(currency ? { currency } : {}) }),
      },
    });
    each.done = ts;
    each.armed = false;
  }

  return {
    take(event) {
      const { name, ts } = event;
      const subject = subjectOf(event);
      if (subject && /^experi(ence|ment)_view$/.test(name)) view(subject, event);
      else if (subject && /^(experience_convert|goal)$/.test(name) && event.goal !== undefined)
        recorded(subject, ts);
      else
        for (const each of all.values()) {
          const goal = goalOf(each.id);
          if (goal?.event === name && isOpen(each, goal, ts)) reach(each, goal, ts, event);
        }
    },
    look(now, holds) {
      for (const each of all.values()) {
        const goal = goalOf(each.id);
        if (!goal?.when || !isOpen(each, goal, now)) continue;
        if (!holds(goal.when)) each.armed = true;
        else if (each.armed) reach(each, goal, now, {});
      }
    },
    reached() {
      const conversions = [...found.values()];
      found.clear();
      return conversions;
    },
    get exposed() {
      return [...all.values()];
    },
  };
}
