import type {
  Missing,
  MissingEvents,
  MissingFact,
  MissingSteps,
  MissingStrength,
  Requirement,
  Wait,
} from "./missing.ts";
import type { Side } from "./explanation.ts";
import type { Words } from "./words.ts";

/** What a missing thing is said with. */
interface Saying {
  words: Words;
  /** The moment that is explained. */
  at: number;
  /** What the numbers count. */
  unit: Side["unit"];
}

const OPERATORS: Record<string, string> = {
  "=": "",
  "!=": "other than ",
  "<": "less than ",
  "<=": "at most ",
  ">": "more than ",
  ">=": "at least ",
  in: "one of ",
  "not in": "something else than ",
  contains: "something that contains ",
  "starts with": "something that starts with ",
  "ends with": "something that ends with ",
  "not contains": "something that does not contain ",
  "not starts with": "something that does not start with ",
  "not ends with": "something that does not end with ",
};

/** What something has to be, without its name. */
function required({ operator, value }: Omit<Requirement, "name">, { words, unit }: Saying): string {
  if (operator === "known" || operator === "unknown") return operator;
  const sense = unit && /^[<>]/.test(operator) ? { "<": "shorter than ", ">": "longer than " }[operator] : "";
  const of = unit === "duration" && sense ? sense : OPERATORS[operator];
  return `${of}${words.value(value, unit)}`;
}

const orList = (names: string[]): string => names.join(" or ");

const kindOf = (event: string, where: string | undefined, unlike?: boolean): string =>
  event + (where ? `${unlike ? ", none" : ""} where ${where}` : "");

function sayEvents(missing: MissingEvents, saying: Saying): string {
  const { event, times, where, unlike, field, different, inVisit, before, within, unless, wait } = missing;
  const { words } = saying;
  return [
    `${words.number(times)} more ${kindOf(event, where, unlike)}`,
    field && `, with ${field.name} ${required(field, saying)}`,
    different && `, ${times > 1 ? "each " : ""}with another ${different}`,
    inVisit && ", on this visit",
    before !== undefined
      ? `, before ${words.moment(before)}`
      : within !== undefined && `, within ${words.duration(within)}`,
    unless && `, if no ${orList(unless)} comes after it`,
    wait !== undefined && `, and then ${words.duration(wait)} without another`,
  ]
    .filter(Boolean)
    .join("");
}

function saySteps({ done, steps, by }: MissingSteps, { words }: Saying): string {
  const said = steps.map(
    ({ event, where, within }, index) =>
      `${kindOf(event, where)}${index && within !== undefined ? ` within ${words.duration(within)}` : ""}`,
  );
  const until = by === undefined ? "" : ` by ${words.moment(by)}`;
  return `step ${done + 1}: ${said[0]}${until}${said
    .slice(1)
    .map((step) => `, then ${step}`)
    .join("")}`;
}

function sayFact({ kind, name, by, ...requirement }: MissingFact, saying: Saying): string {
  const { words, unit } = saying;
  const subject = kind === "experiment" ? `the variation of ${name}` : name;
  const amount = by && (unit === "duration" ? words.duration(Math.abs(by)) : words.number(Math.abs(by)));
  const difference = amount && `: ${amount} ${by! > 0 ? "more" : "less"}`;
  return `${subject} has to be ${required(requirement, saying)}${difference || ""}`;
}

function sayStrength({ dimension, value, weight }: MissingStrength, { words }: Saying): string {
  const more = `interest that weighs ${words.number(weight)} more`;
  return value === undefined ? `${more}, in any ${dimension}` : `${more}, in the ${dimension} "${value}"`;
}

function sayWait({ until, unless }: Wait, { words, at }: Saying): string {
  const condition = unless.length ? `, if no ${orList(unless)} comes` : "";
  const when = until % 1e3 ? "just after" : "on";
  return `by itself in ${words.duration(until - at)}, ${when} ${words.moment(until)}${condition}`;
}

/** Says in a sentence what would make a part as it is wanted. */
export function sayMissing(missing: Missing, saying: Saying): string {
  switch (missing.kind) {
    case "events":
      return sayEvents(missing, saying);
    case "steps":
      return saySteps(missing, saying);
    case "fact":
    case "experiment":
      return sayFact(missing, saying);
    case "strength":
      return sayStrength(missing, saying);
    case "wait":
      return sayWait(missing, saying);
    case "visit":
      return "by itself on the next visit";
    case "segment":
      return `segment ${missing.name} ${missing.holds ? "has to hold" : "must not hold"}, see there`;
    case "types":
      return `never: a ${missing.left} does not compare with a ${missing.right}`;
    default:
      return "never: nothing that can happen changes this";
  }
}
