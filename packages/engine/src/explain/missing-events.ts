import { KINDS, NUMBER } from "../segment/kinds.ts";
import type { Query, Step } from "../segment/node.ts";
import { round, type Value } from "../segment/value.ts";
import { momentWhen, valueOf } from "./inquiry.ts";
import { examples, leastWait, leastWhole, nearby, numbers } from "./least.ts";
import type { Missing, MissingEvents, Requirement } from "./missing.ts";
import { plain } from "./plain.ts";
import type { Question } from "./question.ts";
import type { World } from "./world.ts";
import { wheres } from "./written.ts";

/** A query about events of one kind, and what is asked of it. */
interface Asked {
  world: World;
  query: Query;
  step: Step;
  question: Question;
}

const eventsOf = ({ query, step, question: { until } }: Asked, times: number): MissingEvents => {
  const [where] = wheres(query.text);
  return {
    kind: "events",
    event: step.event,
    times,
    ...(where && { where }),
    ...(step.visit && { inVisit: true }),
    ...(step.after && { unless: [step.after] }),
    ...(until && { before: until }),
  };
};

/** So many more, all of them while what counts already still does. */
function more(asked: Asked, times: number | undefined): MissingEvents[] {
  if (!times) return [];
  const { world, query, step, question } = asked;
  const leaves = momentWhen(world, ["query", query], (value) => value !== question.value);
  const before = Math.min(leaves ?? Infinity, question.until ?? Infinity);
  return [
    {
      ...eventsOf(asked, times),
      ...(before < Infinity && { before }),
      ...(times > 1 && step.within < Infinity && { within: step.within }),
    },
  ];
}

/** Whether all values that are looked at are numbers. */
const isNumeric = ({ query, step }: Asked): boolean =>
  KINDS[query.query]![2] === NUMBER || step.field === "revenue";

function requirement(asked: Asked): Requirement {
  const { step, question } = asked;
  const { level, operator } = question;
  const value = Array.isArray(level) && isNumeric(asked) ? numbers(level) : level;
  return { name: step.field!, operator, value: plain(value) };
}

/** One whose field is what the query has to be. */
const oneWith = (asked: Asked): MissingEvents => ({
  ...eventsOf(asked, 1),
  field: requirement(asked),
});

/** Events that bring a number of events, or of values, to where it has to be. */
const counted = (asked: Asked): MissingEvents[] =>
  more(asked, leastWhole(asked.question, asked.question.value as number));

function total(asked: Asked): MissingEvents[] {
  const { goal, levels, operator, value } = asked.question;
  const now = value as number;
  const field = (operator: string, amount: number): MissingEvents[] =>
    more(asked, 1).map((events) => ({
      ...events,
      field: { name: asked.step.field!, operator, value: amount },
    }));
  if (operator === "!=") return goal(now + 1) ? field("!=", 0) : [];
  for (const level of numbers(levels).sort((a, b) => a - b)) {
    const amount = round(level - now);
    if (amount > 0 && goal(round(now + amount))) return field(operator === ">=" ? ">=" : "=", amount);
    if (amount >= 0 && goal(round(now + amount + 1e-6))) return field(">", amount);
  }
  return [];
}

/** One event that would become the least or the greatest, where that helps. */
function extreme(asked: Asked, pick: (...values: number[]) => number): MissingEvents[] {
  const { goal, levels, value, operator } = asked.question;
  if (value === undefined) return said(asked);
  const now = value as number;
  if (!nearby(levels).some((each) => goal(pick(each, now)))) return [];
  if (operator === "!=" || operator === "not in") {
    // Beyond all that it must not be.
    const beyond = pick(now, ...numbers(levels));
    const field = { name: asked.step.field!, operator: pick(0, 1) ? ">" : "<", value: beyond };
    return [{ ...eventsOf(asked, 1), field }];
  }
  // Of a list only what would be the least or the greatest.
  const { value: level, ...field } = requirement(asked);
  const fitting = (all: Value[]): number[] => numbers(all).filter((each) => goal(pick(each, now)));
  return [
    {
      ...eventsOf(asked, 1),
      field: { ...field, value: Array.isArray(level) ? fitting(level as Value[]) : level },
    },
  ];
}

/** An event that tells its field at all. */
const eventsWithField = (asked: Asked): MissingEvents => ({
  ...eventsOf(asked, 1),
  field: { name: asked.step.field!, operator: "known", value: null },
});

/** One that says something which is as it has to be, if anything can be. */
function said(asked: Asked): MissingEvents[] {
  const { operator, goal, levels } = asked.question;
  if (operator === "known") return [eventsWithField(asked)];
  const candidates: Value[] = isNumeric(asked) ? nearby(levels) : examples(levels);
  return candidates.some(goal) ? [oneWith(asked)] : [];
}

/** Of these events so many more that match, or that do not, in a row. */
function share(asked: Asked): MissingEvents[] {
  const { world, query, step, question } = asked;
  const count = (where: Step["where"], name: string): number =>
    valueOf(world, [
      "query",
      { ...query, query: "count", text: `${name} ${query.text}`, steps: [{ ...step, where }] },
    ]) as number;
  const matching = count(step.where, "matching");
  const all = count(["value", true], "all");
  const after = (times: number, like: boolean): number =>
    round((matching + (like ? times : 0)) / (all + times));
  const ways = [true, false].flatMap((like) => {
    // A share only nears its limit, and nobody looks at a million products.
    let [least, most] = [0, 1_000_000];
    if (!question.goal(after(most, like))) return [];
    while (most - least > 1) {
      const middle = Math.floor((least + most) / 2);
      if (question.goal(after(middle, like))) most = middle;
      else least = middle;
    }
    return [{ like, times: most }];
  });
  return ways.flatMap(({ like, times }) =>
    more(asked, times).map((events): MissingEvents => (like ? events : { ...events, unlike: true })),
  );
}

/** The newest has to be newer, or to come and then grow old. */
function since(asked: Asked): MissingEvents[] {
  const wait = leastWait(asked.question);
  if (
    wait === undefined ||
    wait >= asked.step.within ||
    (wait && (asked.question.moves || asked.question.until))
  )
    return [];
  return [{ ...eventsOf(asked, 1), ...(wait && { wait }) }];
}

/** The events that would make a query about events of one kind as it is wanted. */
export function missingEvents(world: World, query: Query, question: Question): Missing[] {
  const [step] = query.steps;
  // What has to be later than the newest of its own kind is never there.
  if (!step || step.after === step.event) return [];
  const asked: Asked = { world, query, step, question };
  const { value, goal } = question;
  switch (query.query) {
    case "did":
      return !value && goal(true) ? [eventsOf(asked, 1)] : [];
    case "count":
      return counted(asked);
    case "distinct":
      return counted(asked).map((events) => ({ ...events, different: step.field! }));
    case "share":
      return share(asked);
    case "since":
      return since(asked);
    case "sum":
      return total(asked);
    case "min":
      return extreme(asked, Math.min);
    case "max":
      return extreme(asked, Math.max);
    case "avg":
      return value === undefined ? said(asked) : [];
    case "first":
      return value === undefined ? said(asked) : [];
    case "last":
      return said(asked);
    default:
      return [];
  }
}
