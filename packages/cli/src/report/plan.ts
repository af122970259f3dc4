import { nearest, parseDuration, parseGoal } from "@shopkeeper/engine";
import type { Found } from "./tables.ts";

/** What of a configuration a report needs; see docs/configuration.md. */
export interface Configured {
  experiments?: Record<string, { variations?: unknown; ranges?: unknown; goal?: unknown } | undefined>;
  holdout?: unknown;
  timezone?: unknown;
}

/** What the command line says of all experiments. */
export interface Asked {
  goal?: string | undefined;
  control?: string | undefined;
  currency?: string | undefined;
  /** Such as `14d`. */
  window?: string | undefined;
}

/** What to make of one experiment. */
export interface Plan {
  id: string;
  /** The control first, and then as the configuration has them, or by name. */
  variations: string[];
  control: string;
  /** By variation. `undefined` where nothing is said: then they are equal. */
  weights: Record<string, number> | undefined;
  goal: string | undefined;
  /** `goal`, or the event that is the goal under its own name. */
  goalEvent: string;
  window: string;
  currency: string | undefined;
  notes: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === "object" && !Array.isArray(value);

/** The experiment by which the hold-out is recorded, and its two sides. */
const [HOLDOUT, HELD_OUT, SERVED] = ["holdout", "held-out", "served"];

/** How long after the exposure a goal counts, where nobody says. */
const WINDOW = "7d";

/** Weights by name, as a configuration writes them: `{ "control": 50, "bold": 50 }`, or names alone; `ranges` go before. */
function weightsOf(id: string, { experiments, holdout }: Configured): Record<string, number> | undefined {
  const { variations, ranges } = experiments?.[id] ?? {};
  if (id === HOLDOUT && typeof holdout === "number") return { [HELD_OUT!]: holdout, [SERVED!]: 1 - holdout };
  if (Array.isArray(variations)) return Object.fromEntries(variations.map((name) => [String(name), 1]));
  if (!isObject(variations)) return undefined;
  const weights = Object.entries(variations).map(([name, weight], index): [string, number] => {
    const range: unknown = Array.isArray(ranges) ? ranges[index] : undefined;
    return [name, Array.isArray(range) ? Number(range[1]) - Number(range[0]) : Number(weight)];
  });
  return weights.length && weights.every(([, weight]) => weight >= 0)
    ? Object.fromEntries(weights)
    : undefined;
}

/** A goal as it is configured: its name, and how long it counts; nothing where it is none, which lint tells. */
export function readGoal(given: unknown): { name?: string; within?: string } {
  try {
    const { within, ...goal } = (isObject(given) ? given : { when: given }) as {
      when: string;
      within?: string;
    };
    return { name: parseGoal(goal).name, ...(within && { within }) };
  } catch {
    return {};
  }
}

/** The goal that is meant where nobody says which: an order, or the only one that there is. */
function usualGoal(goals: string[]): string | undefined {
  if (goals.includes("purchase")) return "purchase";
  return goals.length === 1 ? goals[0] : undefined;
}

/** The currency of most conversions; money in another one is not added to it. */
function currencyOf(
  plan: Pick<Plan, "goal" | "goalEvent">,
  found: Found,
): { most?: string; others: string[] } {
  const counts = found.goals
    .filter(({ goal, event, currency }) => currency && goal === plan.goal && event === plan.goalEvent)
    .sort((a, b) => b.conversions - a.conversions)
    .map(({ currency }) => currency!);
  return { most: counts[0]!, others: counts.slice(1) };
}

/** Which variation the others are compared with. */
function controlOf(names: string[], asked: string | undefined, notes: string[]): string {
  if (asked !== undefined && !names.includes(asked))
    notes.push(`It has no variation "${asked}" to be the control.`);
  const usual = [asked, "control", HELD_OUT].find((name) => name !== undefined && names.includes(name));
  return usual ?? names[0]!;
}

/** Which goal counts, and by which event it is told. */
function goalOf(said: string | undefined, found: Found, notes: string[]): Pick<Plan, "goal" | "goalEvent"> {
  const goals = [...new Set(found.goals.map(({ goal }) => goal))];
  const goal = said ?? usualGoal(goals);
  if (goal === undefined) {
    notes.push(
      goals.length
        ? `Several goals were reached: say which counts with --goal, one of ${goals.join(", ")}.`
        : "No goal was reached, or none is in the files.",
    );
    return { goal, goalEvent: "goal" };
  }
  if (!goals.includes(goal)) {
    const meant = nearest(goal, goals);
    notes.push(`The goal "${goal}" was never reached.${meant ? ` Did you mean ${meant}?` : ""}`);
  }
  const events = found.goals.filter((each) => each.goal === goal).map(({ event }) => event);
  // Our own word goes before GA4's event, which tells the same a second time.
  return { goal, goalEvent: !events.length || events.includes("goal") ? "goal" : goal };
}

/** Whose values are added up, where there are several currencies. */
function chooseCurrency(
  plan: Pick<Plan, "goal" | "goalEvent">,
  found: Found,
  asked: string | undefined,
  notes: string[],
): string | undefined {
  const { most, others } = currencyOf(plan, found);
  const currency = asked?.toUpperCase() ?? most;
  const foreign = [most, ...others].filter((each) => each !== undefined && each !== currency);
  if (foreign.length)
    notes.push(
      `Value is in ${currency}; conversions in ${foreign.join(", ")} count, but not what they were worth.`,
    );
  return currency;
}

/**
 * What to make of an experiment, from what was asked, what is configured and what was found, in this order.
 *
 * @param seen The variations that were found.
 */
export function planFor(
  id: string,
  seen: string[],
  found: Found,
  asked: Asked,
  configured: Configured,
): Plan {
  const notes: string[] = [];
  const weights = weightsOf(id, configured);
  if (configured.experiments && !weights)
    notes.push("The configuration tells no weights of it: they are taken as equal.");
  const unknown = weights ? seen.filter((name) => !Object.hasOwn(weights, name)) : [];
  if (unknown.length)
    notes.push(`Seen, but not in the configuration: ${unknown.join(", ")}. Left out of the sample ratio.`);
  const names = [...new Set([...Object.keys(weights ?? {}), ...[...seen].sort()])];
  const control = controlOf(names, asked.control, notes);
  const configuredGoal = readGoal(configured.experiments?.[id]?.goal);
  const goal = goalOf(asked.goal ?? configuredGoal.name, found, notes);
  const currency = chooseCurrency(goal, found, asked.currency, notes);
  const window = asked.window ?? configuredGoal.within ?? WINDOW;
  const isWindow = parseDuration(window) > 0;
  if (!isWindow) notes.push(`The window "${window}" is no duration such as 14d: ${WINDOW} was taken.`);
  return {
    id,
    control,
    variations: [control, ...names.filter((name) => name !== control)],
    weights,
    ...goal,
    window: isWindow ? window : WINDOW,
    currency,
    notes,
  };
}
