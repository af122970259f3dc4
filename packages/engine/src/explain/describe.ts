import type { Explanation, Part, Side } from "./explanation.ts";
import { sayMissing } from "./say-missing.ts";
import { createWords, type DescribeOptions, type Words } from "./words.ts";

export type { DescribeOptions };

const NEITHER_KNOWN_NOR_SAID = /^(true|false|-?[\d.]+[%smhdw]?|["'[].*)$/s;

const isLiteral = ({ text }: Side): boolean => NEITHER_KNOWN_NOR_SAID.test(text);

function sayValue({ value, unit, evidence }: Side, words: Words): string {
  if (evidence) {
    const { has, needs } = evidence;
    return `unknown, too little evidence: ${words.number(has)} of ${words.number(needs)}`;
  }
  return words.value(value, unit);
}

/** What there is now, of the sides that could be another. */
function sayNow(part: Part, words: Words): string {
  const { kind, left, right, parts } = part;
  if (kind === "value" || parts) return "";
  const sides = [left, right].filter((side): side is Side => !!side && !isLiteral(side));
  if (sides.length === 1) {
    const [side] = sides;
    // Of a condition that is a query by itself, the mark says it.
    return kind !== "compare" && typeof side!.value === "boolean" ? "" : `: now ${sayValue(side!, words)}`;
  }
  return sides.length ? `: now ${sides.map((side) => sayValue(side, words)).join(" and ")}` : "";
}

/**
 * Says an explanation in sentences for people, a line each: ✓ holds, ✗ does not, and below what does not what is missing.
 *
 * @example
 * describe(explanation, { locale: "en", timeZone: "Europe/Berlin" })
 * // ["✗ count(view_item within 30d) >= 3: now 2",
 * //  "  → 1 more view_item, before Friday, 4 December 2026, 14:05"]
 */
export function describe(explanation: Explanation, options: DescribeOptions = {}): string[] {
  const words = createWords(options);
  const lines: string[] = [];
  const say = (depth: number, line: string): unknown => lines.push("  ".repeat(depth) + line);

  /** @param matters Whether the whole would be nearer if this were as it is wanted. */
  const tell = (part: Part, depth: number, matters: boolean): void => {
    const { text, holds, wanted, parts = [], missing = [], segment, left, right } = part;
    const isWrong = matters && holds !== wanted;
    const name = segment === undefined ? "" : `${segment}: `;
    say(depth, `${holds ? "✓" : "✗"} ${name}${text}${sayNow(part, words)}`);
    // All parts of an `or` that should not hold, and all of an `and` that should, have to change; else any one does.
    const isAny = isWrong && parts.length > 1 && (part.kind === "or") === wanted;
    if (isAny) say(depth + 1, "any one of these is enough:");
    for (const each of parts) tell(each, depth + 1, isWrong);
    if (!isWrong || parts.length) return;
    const unit = left?.unit ?? right?.unit;
    missing.forEach((each, index) =>
      say(depth + 1, `→ ${index ? "or " : ""}${sayMissing(each, { words, at: explanation.at, unit })}`),
    );
  };

  const { errors, blockedBy, segment, text } = explanation;
  if (errors) {
    say(0, `✗ ${segment === undefined ? "" : `${segment}: `}${text || "nothing"}`);
    for (const { line, column, message } of errors)
      for (const each of `${line}:${column}: ${message}`.split("\n")) say(1, each);
    return lines;
  }
  if (blockedBy) say(0, `✗ It cannot hold, for these segments have an error: ${blockedBy.join(", ")}`);
  tell(explanation, 0, true);
  return lines;
}
