import { explain, type Part } from "@shopkeeper/engine";

/** How many there are of something: never less than nothing. */
const NATURAL = /^(count|distinct)\(|^(cart\.(quantity|lines)|orders\.count|visit\.pages|visitor\.visits)$/;
const LITERAL = /^(-?\d|["']|true$|false$|\[)/;
const OPPOSITE: Record<string, string> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

type Single = string | number | boolean | null;

/** A comparison of something with a literal, as the values that it lets through. */
interface Range {
  of: string;
  /** These, or all but these. */
  values?: { only: boolean; list: Single[] };
  /** From and to, each with whether the end itself belongs to it. */
  from?: [value: number, included: boolean];
  to?: [value: number, included: boolean];
}

/** Texts compare without regard to case and surrounding space; which quotes stand around them makes no difference. */
const fold = (text: string): string => text.normalize().toLowerCase().trim();
const key = (part: Part): string => fold(part.text.replaceAll("'", '"'));

/** Nobody writes longer ones by hand, and every part is held against every other. */
const LONGEST = 2000;

/** The tree of an expression that is right; `undefined` of one that is not. */
export function readCondition(text: string): Part | undefined {
  if (text.length > LONGEST) return undefined;
  // Whatever segments it asks for, for what they say makes no difference here.
  const named = [...text.matchAll(/segment\s*\(\s*(?:"([^"]*)"|'([^']*)')/g)];
  const segments = Object.fromEntries(named.map(([, a, b]) => [a ?? b, "visitor.returning"]));
  const { errors, ...part } = explain({ text, segments, at: 0, visit: 1 });
  return errors ? undefined : part;
}

const single = (value: Single): Single => (typeof value === "string" ? fold(value) : value);

function rangeOf({ kind, left, operator, right }: Part): Range | undefined {
  if (kind !== "compare" || !left || !right || !operator) return undefined;
  const isLiteral = LITERAL.test(right.text);
  if (isLiteral === LITERAL.test(left.text)) return undefined;
  const of = fold((isLiteral ? left : right).text.replaceAll("'", '"'));
  const { value } = isLiteral ? right : left;
  const list = [value].flat().map(single);
  if (operator === "=" || operator === "in") return { of, values: { only: true, list } };
  if (operator === "!=" || operator === "not in") return { of, values: { only: false, list } };
  const sign = isLiteral ? operator : OPPOSITE[operator];
  if (typeof value !== "number" || !sign || !(sign in OPPOSITE)) return undefined;
  const end: [number, boolean] = [value, sign.length > 1];
  return sign.startsWith(">") ? { of, from: end } : { of, to: end };
}

/** Whether a range lets a value through. */
function admits({ values, from, to }: Range, value: Single): boolean {
  if (values) {
    const isListed = values.list.includes(value);
    // Two of different types never compare, not even as unequal.
    return values.only ? isListed : !isListed && values.list.some((each) => typeof each === typeof value);
  }
  if (typeof value !== "number") return false;
  if (from && (from[1] ? value < from[0] : value <= from[0])) return false;
  return !(to && (to[1] ? value > to[0] : value >= to[0]));
}

/** Whether whatever one range lets through, the other does too. */
function isWithin(inner: Range, outer: Range): boolean {
  if (inner.of !== outer.of) return false;
  if (inner.values?.only) return inner.values.list.every((value) => admits(outer, value));
  if (inner.values || outer.values?.only) return false;
  // An excluded value has to lie outside of what the inner range lets through.
  if (outer.values)
    return outer.values.list.every((value) => typeof value === "number" && !admits(inner, value));
  if (outer.from)
    return !!inner.from && admits({ of: "", from: outer.from }, inner.from[0] + tiny(inner.from));
  return !!inner.to && admits({ of: "", to: outer.to! }, inner.to[0] - tiny(inner.to));
}

/** An end that does not belong to its range is a little inside of it. */
const tiny = ([value, included]: [number, boolean]): number =>
  included ? 0 : Math.max(Math.abs(value), 1) * Number.EPSILON * 4;

/** Whether no value is in both. */
function areApart(a: Range, b: Range): boolean {
  if (a.of !== b.of) return false;
  if (a.values?.only) return a.values.list.every((value) => !admits(b, value));
  if (b.values?.only) return areApart(b, a);
  if (a.values || b.values) return false;
  const [from, to] = [a.from ?? b.from, a.to ?? b.to];
  if (!from || !to || (a.from && b.from)) return false;
  return from[0] > to[0] || (from[0] === to[0] && !(from[1] && to[1]));
}

/** What has been worked out of two parts, and of one: parts stand in each other, and would be asked again and again. */
const implied = new WeakMap<Part, WeakMap<Part, boolean>>();
const truths = new WeakMap<Part, boolean | undefined>();

/** Whether one holding means that the other does too, as far as that can be seen without asking anybody. */
export function implies(a: Part, b: Part): boolean {
  const known = implied.get(a) ?? new WeakMap<Part, boolean>();
  implied.set(a, known);
  const before = known.get(b);
  if (before !== undefined) return before;
  const answer = workOutImplied(a, b);
  known.set(b, answer);
  return answer;
}

function workOutImplied(a: Part, b: Part): boolean {
  if (key(a) === key(b) || truthOf(a) === false || truthOf(b) === true) return true;
  if (a.kind === "or") return a.parts!.every((part) => implies(part, b));
  if (b.kind === "and") return b.parts!.every((part) => implies(a, part));
  if (a.kind === "and" && a.parts!.some((part) => implies(part, b))) return true;
  if (b.kind === "or") return b.parts!.some((part) => implies(a, part));
  if (a.kind === "not" && b.kind === "not") return implies(b.parts![0]!, a.parts![0]!);
  const [inner, outer] = [rangeOf(a), rangeOf(b)];
  return !!inner && !!outer && isWithin(inner, outer);
}

/** Whether two cannot hold at once. */
function contradict(a: Part, b: Part): boolean {
  if (b.kind === "not") return implies(a, b.parts![0]!);
  if (a.kind === "not") return implies(b, a.parts![0]!);
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return !!one && !!other && areApart(one, other);
}

function truthOfLeaf(part: Part): boolean | undefined {
  const { kind, left, right, text } = part;
  if (kind === "value") return text === "true";
  if (kind !== "compare") return undefined;
  if (LITERAL.test(left!.text) && LITERAL.test(right!.text)) return part.holds;
  const range = rangeOf(part);
  if (!range || !NATURAL.test(range.of)) return undefined;
  if (range.from && (range.from[0] < 0 || (range.from[0] === 0 && range.from[1]))) return true;
  if (range.to && (range.to[0] < 0 || (range.to[0] === 0 && !range.to[1]))) return false;
  return undefined;
}

/** `true` of what always holds, `false` of what never does, as far as that can be seen. */
export function truthOf(part: Part): boolean | undefined {
  if (!truths.has(part)) truths.set(part, workOutTruth(part));
  return truths.get(part);
}

function workOutTruth(part: Part): boolean | undefined {
  const parts = part.parts ?? [];
  switch (part.kind) {
    case "and": {
      const truths = parts.map(truthOf);
      if (truths.includes(false)) return false;
      if (truths.every((truth) => truth === true)) return true;
      return parts.some((a, index) => parts.slice(index + 1).some((b) => contradict(a, b)))
        ? false
        : undefined;
    }
    case "or": {
      const truths = parts.map(truthOf);
      if (truths.includes(true)) return true;
      if (truths.every((truth) => truth === false)) return false;
      return parts.some((a) => a.kind === "not" && parts.some((b) => implies(a.parts![0]!, b)))
        ? true
        : undefined;
    }
    case "not": {
      const truth = truthOf(parts[0]!);
      return truth === undefined ? undefined : !truth;
    }
    default:
      return truthOfLeaf(part);
  }
}
