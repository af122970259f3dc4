import type { Query } from "../segment/node.ts";
import { observer } from "../segment/observe.ts";
import { fold, round } from "../segment/value.ts";
import { numbers } from "./least.ts";
import type { MissingStrength } from "./missing.ts";
import type { Question } from "./question.ts";
import type { World } from "./world.ts";

/** Less than this, all values of a dimension together, says nothing. */
export const EVIDENCE = 3;

/** What the values of a dimension weigh now. */
export const weightsOf = (world: World, query: Query): Map<string, number> =>
  world.once(`weights ${query.of}`, () => weigh(world, query));

function weigh({ at, visit, affinity, eventsOf }: World, query: Query): Map<string, number> {
  const observe = observer(query, affinity);
  const { _none, _add } = affinity._fold;
  const strengths: Map<string, [strength: number, at: number]> = _none!();
  for (const seen of eventsOf(query)) _add!(strengths, observe(seen)!, 1, query);
  const run = { now: at, visit, _asking: undefined!, _next: Infinity };
  return new Map(
    [...strengths].map(([value, [strength, at]]) => [value, strength * 0.5 ** affinity._halvings(at, run)]),
  );
}

/** What they weigh together. */
export const totalOf = (weights: Map<string, number>): number =>
  [...weights.values()].reduce((sum, weight) => sum + weight, 0);

const strength = (query: Query, weight: number, value?: string): MissingStrength => ({
  kind: "strength",
  dimension: query.of!,
  ...(value !== undefined && { value }),
  // Of equals the one that is seen last wins: any interest is enough then.
  weight: Math.max(1, Math.ceil(weight * 1e6)) / 1e6,
});

/** A level as it is written, where it is a single one. */
const textOf = ({ level }: Question, folded: string): string => (typeof level === "string" ? level : folded);

/** How much more has to be known of a dimension, or of a value of it. */
export function missingStrength(world: World, query: Query, question: Question): MissingStrength[] {
  const weights = weightsOf(world, query);
  const total = totalOf(weights);
  const { goal, levels, operator } = question;
  const lacking = EVIDENCE - total;
  if (operator === "known") return [strength(query, lacking)];
  const isShare = world.affinity._halfLife < Infinity;
  // Points follow rules of their own: the values are told, and no more.
  if (!isShare || operator === "unknown") return [];
  const weightOf = (value: string): number => weights.get(value) ?? 0;
  if (query.query === "top") {
    const most = Math.max(0, ...weights.values());
    return levels
      .filter((level) => typeof level === "string" && goal(level))
      .map((level) =>
        strength(query, Math.max(most - weightOf(`${level}`), lacking), textOf(question, `${level}`)),
      )
      .sort((a, b) => a.weight - b.weight)
      .slice(0, 1);
  }
  // (own + w) / (all + w) = level, and all together has to be enough.
  const own = weightOf(fold(query.to!));
  const least = numbers(levels)
    .filter((level) => level < 1 && (goal(level) || goal(round(level + 1e-6))))
    .map((level) => Math.max((level * total - own) / (1 - level), lacking))
    .filter((weight) => weight > 0 && goal(round((own + weight) / (total + weight))));
  return least.length ? [strength(query, Math.min(...least), query.to)] : [];
}
