import type {
  ExperienceConfiguration,
  JourneyConfiguration,
  JourneyStepConfiguration,
} from "../configuration.ts";
import { parseDuration } from "../duration.ts";
import { nearest } from "../nearest.ts";
import { eventOf, GOAL, NAME } from "./in-step.ts";

/** A way from one step to the next. */
export interface Branch {
  /** Holds when the visitor is to take it now. */
  expression: string;
  from?: string;
  to: string;
}

/** A journey whose texts have been read. */
export interface Journey {
  name: string;
  /** Of these the first that holds is taken. */
  branches: Branch[];
  /** What leads on from a step at once, without waiting. */
  onward: Map<string, Branch[]>;
}

interface Written {
  journeys?: Record<string, JourneyConfiguration> | undefined;
  /** Those that are ready-made belong to no journey. */
  experiences?: unknown[] | undefined;
}

/** Of what is wrong in an expression, if anything is. */
export type ErrorOf = (expression: string) => string | undefined;

const isText = (value: unknown): value is string => typeof value === "string";

/** In parentheses; a comment at its end ends with its line. */
const whole = (expression: string): string => `(${expression}\n)`;
const all = (...conditions: (string | undefined)[]): string =>
  conditions.flatMap((condition) => condition ?? []).join(" and ");

/**
 * Reads the journeys of a configuration. One in which something is wrong is told in `errors`, and nobody sets out on it.
 *
 * Where a visitor is, and since when, is asked of the events in the segment language: it survives whatever they survive.
 */
export function readJourneys(
  { journeys = {}, experiences = [] }: Written,
  errorOf: ErrorOf = () => undefined,
): { journeys: Journey[]; errors: string[] } {
  const errors: string[] = [];
  const read: Journey[] = [];
  const events = new Set<string>();
  for (const [name, configuration] of Object.entries(journeys)) {
    const wrong = faultsOf(name, configuration, errorOf);
    if (events.has(eventOf(name))) wrong.push("another journey is called so, but for - and _");
    events.add(eventOf(name));
    if (wrong[0]) errors.push(...wrong.map((fault) => `journey "${name}": ${fault}`));
    else read.push(compile(name, configuration));
  }
  for (const experience of experiences) {
    const { id, journey, step } = Object(experience) as ExperienceConfiguration;
    if (!isText(journey)) continue;
    const steps = Object.hasOwn(journeys, journey) ? journeys[journey]?.steps : undefined;
    const names = Array.isArray(steps) ? [...steps.map((each) => each?.name), GOAL] : undefined;
    const fault = !names
      ? `there is no journey "${journey}"${meant(journey, Object.keys(journeys))}`
      : step !== undefined && !names.includes(step)
        ? `the journey "${journey}" has no step "${step}"${meant(step, names)}`
        : "";
    if (fault) errors.push(`experience "${id}": ${fault}`);
  }
  return { journeys: read, errors };
}

const meant = (word: string, words: string[]): string => {
  const near = nearest(word, words);
  return `: ${near ? `did you mean "${near}"?` : `there are ${words.join(", ") || "none"}`}`;
};

/** An event by its name has to happen after the visitor came to the step; an expression has to hold. */
const goalOf = (event: string, goal: string | undefined): string | undefined =>
  goal && (/^\w+$/.test(goal) ? `did(${goal} after ${event})` : whole(goal));

function compile(name: string, { goal, when, again, steps }: JourneyConfiguration): Journey {
  const event = eventOf(name);
  const at = `last(${event}.step)`;
  const [first] = steps;
  const reached = goalOf(event, goal);
  const who = when && whole(when);
  const waited = (after: string | undefined) => after && `since(${event}) >= ${after}`;
  const onward = new Map<string, Branch[]>();
  const branches: Branch[] = reached ? [{ expression: all(`${at} != "${GOAL}"`, reached), to: GOAL }] : [];
  for (const { name: from, next = [] } of steps)
    for (const { to, when, after } of next) {
      const holds = when && whole(when);
      branches.push({ expression: all(`${at} = "${from}"`, waited(after), holds), from, to });
      if (!after) onward.set(from, [...(onward.get(from) ?? []), { expression: holds ?? "true", from, to }]);
    }
  const to = first!.name;
  // An expression that holds already leaves nothing to be reached.
  const isOpen = reached?.startsWith("(") ? `not ${reached}` : undefined;
  // Also who is in a step that the shop has taken out.
  const known = [...steps.map(({ name }) => name), GOAL].map((name) => `"${name}"`).join(", ");
  branches.push({ expression: all(`not (${at} in [${known}])`, isOpen, who), to });
  if (again)
    branches.push({ expression: all(`${at} = "${GOAL}"`, waited(again), isOpen, who), from: GOAL, to });
  return { name, branches, onward };
}

/** What is wrong with a journey, each with its mend. */
function faultsOf(name: string, configuration: JourneyConfiguration, errorOf: ErrorOf): string[] {
  const faults: string[] = [];
  const { goal, when, again, steps } = configuration ?? {};
  const check = (what: string, text: unknown, isDuration = false): void => {
    if (text === undefined) return;
    const error = !isText(text)
      ? "expected a text"
      : isDuration
        ? parseDuration(text) > 0
          ? undefined
          : `expected a duration, such as "2d", got "${text}"`
        : errorOf(text);
    if (error) faults.push(`${what}: ${error}`);
  };
  if (!NAME.test(name)) faults.push("its name may have letters, digits, _ and -, a letter first");
  if (!Array.isArray(steps) || !steps[0])
    return [...faults, 'steps: expected a list such as [{ "name": "browsing" }]'];
  if (!isText(goal) || !/^\w+$/.test(goal)) check("goal", goal);
  check("when", when);
  check("again", again, true);
  const names = steps.map((step) => step?.name);
  for (const [index, step] of steps.entries()) {
    const { name, next = [] } = step ?? {};
    if (!isText(name) || !NAME.test(name) || name === GOAL) {
      faults.push(
        `steps: expected a name of letters, digits, _ and - (not "goal"), got ${JSON.stringify(name)}`,
      );
      continue;
    }
    if (names.indexOf(name) < index)
      faults.push(`step "${name}" is there twice: give one of them another name`);
    if (!Array.isArray(next))
      faults.push(`step "${name}": next: expected a list such as [{ "to": "rested" }]`);
    else
      for (const branch of next) {
        const { to, when, after } = branch ?? {};
        if (!isText(to) || ![...names, GOAL].includes(to))
          faults.push(
            `step "${name}" leads to "${to}", and there is no such step${meant(`${to}`, names.filter(isText))}`,
          );
        check(`step "${name}", when`, when);
        check(`step "${name}", after`, after, true);
      }
  }
  return faults[0] ? faults : loopsIn(steps);
}

/** Steps that lead back to themselves with nothing to wait for: a visitor would go round and round in a moment. */
function loopsIn(steps: JourneyStepConfiguration[]): string[] {
  const hasty = new Map(
    steps.map(({ name, next = [] }) => [name, next.filter(({ after }) => !after).map(({ to }) => to)]),
  );
  const done = new Set<string>();
  const loopFrom = (way: string[]): string[] | undefined => {
    const here = way.at(-1)!;
    if (way.indexOf(here) < way.length - 1) return way.slice(way.indexOf(here));
    if (done.has(here)) return undefined;
    for (const to of hasty.get(here) ?? []) {
      const loop = loopFrom([...way, to]);
      if (loop) return loop;
    }
    done.add(here);
    return undefined;
  };
  for (const { name } of steps) {
    const loop = loopFrom([name]);
    if (loop)
      return [`${loop.join(" → ")} leads back without waiting: give one of them an "after", such as "1d"`];
  }
  return [];
}
