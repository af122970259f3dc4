import type { Node, Query } from "../segment/node.ts";
import type { Value } from "../segment/value.ts";
import { momentWhen, operandsOf, valueOf } from "./inquiry.ts";
import { examples } from "./least.ts";
import { missingEvents } from "./missing-events.ts";
import { missingSteps } from "./missing-steps.ts";
import { missingStrength } from "./missing-strength.ts";
import type { Missing, MissingFact } from "./missing.ts";
import { plain } from "./plain.ts";
import { questionsOf, type Question } from "./question.ts";
import { eventNames, type World } from "./world.ts";

/** Queries that more events move in one direction only, or not at all. */
const ONE_WAY = /^(count|did|distinct|since|min|max|first|last|sequence)$/;

const queriesIn = (node: Node): Query[] =>
  operandsOf(node).flatMap((operand) => (operand[0] === "query" ? [operand[1]] : []));

function missingFact(kind: MissingFact["kind"], name: string, question: Question): MissingFact {
  const { operator, level, levels, value } = question;
  const [only] = levels;
  const by = typeof value === "number" && typeof only === "number" && !levels[1] ? only - value : 0;
  // A variation is a text, whatever else a list may have.
  const fitting =
    kind === "experiment" && Array.isArray(level) ? level.filter((each) => typeof each === "string") : level;
  return { kind, name, operator, value: plain(fitting), ...(by && { by: Math.round(by * 1e6) / 1e6 }) };
}

/** What has to happen for an answer to become another. */
function acts(world: World, question: Question): Missing[] {
  const { operand, value, goal } = question;
  if (operand[0] === "value") return [];
  const { operator, levels } = question;
  const isPossible = (only?: string): boolean =>
    operator === "known" ||
    goal(undefined) ||
    examples(levels).some((each) => (!only || typeof each === only) && goal(each));
  if (operand[0] === "name") return isPossible() ? [missingFact("fact", operand[1], question)] : [];
  const [, query] = operand;
  switch (query.query) {
    case "experiment":
      return isPossible("string") ? [missingFact("experiment", query.of!, question)] : [];
    case "segment":
      return [true, false].filter(goal).map((holds) => ({ kind: "segment", name: query.of!, holds }));
    case "sequence":
      return !value && goal(true) ? [missingSteps(world, query)] : [];
    case "top":
    case "affinity":
      return missingStrength(world, query, question);
    default:
      return missingEvents(world, query, question);
  }
}

/** Time alone, the next visit, or what a query counts from. */
function byThemselves(world: World, node: Node, is: (value: Value) => boolean): Missing[] {
  const { affinity, at, visit } = world;
  const queries = queriesIn(node);
  const ways: Missing[] = [];
  const until = momentWhen(world, node, is);
  if (until !== undefined) {
    const events = queries.flatMap((query) => (query.query === "segment" ? [] : eventNames(query, affinity)));
    ways.push({ kind: "wait", until, unless: [...new Set(events)] });
  }
  if (queries.some(({ steps }) => steps[0]?.visit) && is(valueOf(world, node, { visit: visit + 1 })))
    ways.push({ kind: "visit" });
  for (const name of new Set(queries.flatMap(({ steps }) => steps[0]?.after ?? []))) {
    // Where the other side looks at these as well, it depends on what they are like.
    const isAsked = queries.some(({ steps }) => steps.some(({ event }) => event === name));
    if (!isAsked && is(valueOf(world, node, { event: { name, ts: at, visit } })))
      ways.push({ kind: "events", event: name, times: 1 });
  }
  return ways;
}

const typeOf = (value: Value): string =>
  Array.isArray(value) ? "list" : typeof value === "string" ? "text" : typeof value;

/** Whether a value is of one type for ever. */
const isTyped = (operand: Node): boolean =>
  operand[0] === "query" ? !/^(first|last)$/.test(operand[1].query) : !`${operand[1]}`.startsWith("profile.");

/** Two sides that never compare, where that is certain. */
function unlike(node: Node, { operand, value, levels }: Question): Missing[] {
  if (node[0] !== "compare" || (node[2][0] !== "value" && node[3][0] !== "value")) return [];
  if (value === undefined || Array.isArray(value) || !isTyped(operand)) return [];
  if (levels.some((level) => typeOf(level) === typeOf(value))) return [];
  return [{ kind: "types", left: typeOf(value), right: typeOf(levels[0]) }];
}

/** What begins anew by itself may become anything. */
const isForEver = ({ steps: [step, second] }: Query): boolean =>
  !!second || (step?.within === Infinity && !step.visit && !step.after);

/** Whether nothing that happens makes it another, where that is certain. */
function isFinal(node: Node, questions: Question[]): boolean {
  const asked = operandsOf(node).filter(([kind]) => kind !== "value");
  const isOneWay = asked.every(
    ([kind, of]) => kind === "query" && ONE_WAY.test((of as Query).query) && isForEver(of as Query),
  );
  return isOneWay && asked.length < 2 && asked.length === questions.length;
}

/** What would make a condition that has no conditions in it as it is wanted; the nearest first. */
export function missingOf(world: World, node: Node, wanted: boolean): Missing[] {
  const questions = questionsOf(world, node, wanted);
  const ways = byThemselves(world, node, (value) => (value === true) === wanted);
  const canWait = ways.some(({ kind }) => kind === "wait");
  const done = questions
    .flatMap((question) => acts(world, question))
    // Nobody does something and then waits for what comes anyway, or changes how old something is.
    .filter(
      (way) =>
        !(canWait && ((way.kind === "events" && way.wait) || (way.kind === "fact" && world.pace(way.name)))),
    );
  const types = questions.flatMap((question) => unlike(node, question));
  if (types.length) return types;
  const all = [...done, ...ways];
  return all.length || !isFinal(node, questions) ? all : [{ kind: "never" }];
}
