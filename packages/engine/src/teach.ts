import { nearest } from "./nearest.ts";
import { KINDS } from "./segment/kinds.ts";

/** The names that an expression may use. */
export interface Vocabulary {
  facts: Iterable<string>;
  segments: Iterable<string>;
  dimensions: Iterable<string>;
}

const WORDS = "true false and or not in contains starts ends with known where within after visit".split(" ");

/** Signs of other languages, and what they are in this one. */
const FOREIGN = new Map(
  Object.entries({
    "==": "=",
    "===": "=",
    "<>": "!=",
    "&&": "and",
    "||": "or",
    "!": "not",
    "“": '"',
    "”": '"',
    "‘": "'",
  }),
);

/** What the parser expects, in more words. */
const EXPECTED = new Map(
  Object.entries({
    fact: "a fact (such as cart.value) or a query (such as count(purchase))",
    field: "a field of the event (such as item_brand), no fact and no query",
    event:
      "the name of an event (such as view_item), with a field (purchase.value) where the query wants one",
    value: "a fact, a query or a value (a text in quotes, 3, 50%, 7d, true or false)",
    text: "a text in quotes",
    duration: "a duration (such as 30s, 15m, 2h, 7d or 4w)",
    condition: "a condition: a value alone is none, compare it with something",
    escape: String.raw`one of the escapes \" \' \\`,
    and: "the end, or and, or or",
  }),
);

/** The word, the text or the sign that stands at a place, empty at the end. */
const wordAt = (text: string, at: number): string =>
  /^(?:[\w.]+%?|"[^"\n]*"|'[^'\n]*'|[=<>!&|]+|\S)/.exec(text.slice(at, at + 200))?.[0] ?? "";

const isName = (word: string): boolean => /^[A-Za-z_]/.test(word) && !WORDS.includes(word);

/** What is wrong, in a sentence. */
function complaint(word: string, called: boolean, message: string): string {
  const expected = message.replace("expected ", "");
  if (expected === message) return `${word} leads back to this segment.`;
  if (expected === "segment") return `There is no segment ${word}.`;
  if (expected === "dimension" && isName(word)) return `There is no dimension ${word}.`;
  if (expected === "fact" && isName(word)) return `There is no ${called ? "query" : "fact"} ${word}.`;
  if (word === '"' || word === "'") return "This text is not closed.";
  if (expected === "value" && /^\.?\d/.test(word)) return `${word} is neither a number nor a duration.`;
  return `Expected ${EXPECTED.get(expected) ?? expected}, but ${word ? `this is ${word}` : "the text ends here"}.`;
}

/** The line of a place, underlined there; of a long line only what is near. */
function underlined(text: string, at: number, length: number): string {
  // Asked before the text begins, `lastIndexOf` looks at its first character.
  const from = Math.max(at && text.lastIndexOf("\n", at - 1) + 1, at - 60);
  const line = text.slice(from, at + 60).split(/\r?\n/)[0]!;
  // A tab stays one, so that the mark is below its place however wide tabs are shown.
  const indent = line.slice(0, at - from).replace(/[^\t]/g, " ");
  return `  ${line}\n  ${indent}${"^".repeat(Math.max(1, Math.min(length, line.length - indent.length)))}`;
}

/**
 * Makes a message that teaches of what the parser expected at a place.
 *
 * @example teach('geo.contry = "AE"', 0, "expected fact", vocabulary)
 * // There is no fact geo.contry. Did you mean geo.country?
 * //   geo.contry = "AE"
 * //   ^^^^^^^^^^
 */
export function teach(text: string, at: number, message: string, vocabulary: Vocabulary): string {
  const word = wordAt(text, at);
  const called = /^\s*\(/.test(text.slice(at + word.length, at + word.length + 20));
  const lower = word.toLowerCase();
  const candidates = message.endsWith("segment")
    ? vocabulary.segments
    : message.endsWith("dimension")
      ? vocabulary.dimensions
      : message.endsWith("fact")
        ? called
          ? Object.keys(KINDS)
          : vocabulary.facts
        : WORDS;
  // Of `==` the second sign is the one that cannot stand.
  const sign = /[=<>!&|]*$/.exec(text.slice(Math.max(0, at - 3), at))![0] + word;
  const meant =
    FOREIGN.get(sign) ??
    (lower !== word && WORDS.includes(lower) ? lower : nearest(word.replace(/^["']|["']$/g, ""), candidates));
  const hint = meant && word !== '"' && word !== "'" ? ` Did you mean ${meant}?` : "";
  return `${complaint(word, called, message)}${hint}\n${underlined(text, at, word.length)}`;
}
