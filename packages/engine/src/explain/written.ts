import { KINDS } from "../segment/kinds.ts";
import type { Comparison, Node, Operand } from "../segment/node.ts";
import { TOKEN } from "../segment/parser.ts";

/** The words, texts and signs of an expression, comments left out. */
function tokens(text: string): string[] {
  const token = new RegExp(TOKEN);
  const found: string[] = [];
  for (let word; (word = token.exec(text)?.[1]);) found.push(word);
  return found;
}

/** Joins words in one way of spacing, as the text of a query has it. */
const join = (words: string[]): string =>
  words.reduce(
    (written, word) => written + (/(^|[([])$/.test(written) || /^[)\],]/.test(word) ? "" : " ") + word,
    "",
  );

/** Where the parenthesis that opens at an index closes. */
function closing(words: string[], open: number): number {
  let depth = 0;
  for (let index = open; index < words.length; index++) {
    if (words[index] === "(") depth++;
    if (words[index] === ")" && !--depth) return index;
  }
  return words.length;
}

/** The literals that stand in no query, as they are written: `90d` is no number any more once it is parsed. */
function literals(text: string): string[] {
  const words = tokens(text);
  const found: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word in KINDS && words[index + 1] === "(") index = closing(words, index + 1);
    else if (/^(["'\d]|-\d|true$|false$)/.test(word)) found.push(word);
  }
  return found;
}

/** Splits words where a sign stands outside parentheses. */
function split(words: string[], isEnd: (word: string, next: string | undefined) => boolean): string[][] {
  const parts: string[][] = [[]];
  let depth = 0;
  words.forEach((word, index) => {
    if (word === ")" || word === "]") depth--;
    if (!depth && isEnd(word, words[index + 1])) parts.push([]);
    parts.at(-1)!.push(word);
    if (word === "(" || word === "[") depth++;
  });
  return parts;
}

const isClause = (word: string, next: string | undefined): boolean =>
  /^(where|within|after)$/.test(word) || (word === "in" && next === "visit");

/** What each step of a query asks of its events, as it is written. */
export const wheres = (query: string): (string | undefined)[] =>
  split(tokens(query).slice(2, -1), (word) => word === ",").map((step) => {
    const where = split(step, isClause).find(([word]) => word === "where");
    return where && join(where.slice(1));
  });

/** An operator as the language writes it. */
export const operatorText = (operator: string): string =>
  ({ not: "not in", starts: "starts with", ends: "ends with" })[operator] ?? operator;

/** Tells how each part of an expression is written. */
export type Written = (node: Node) => string;

/** Reads how the parts of an expression are written. */
export function readWritten(text: string, node: Node): Written {
  const texts = new Map<Node, string>();
  const all = literals(text);
  const grouped = (part: Node): string =>
    part[0] === "and" || part[0] === "or" || part[0] === "compare"
      ? `(${texts.get(part)})`
      : texts.get(part)!;

  const operand = (part: Operand): string => {
    const [kind, of] = part;
    const [from, to] = kind === "value" && Array.isArray(of) ? ["[", "]"] : ["", ""];
    const written =
      kind === "value"
        ? from + all.splice(0, Array.isArray(of) ? of.length : 1).join(", ") + to
        : kind === "name"
          ? of
          : of.text;
    texts.set(part, written);
    return written;
  };
  const comparison = ([, operator, left, right]: Comparison): string =>
    `${operand(left)} ${operatorText(operator)} ${operand(right)}`;

  // In the order of the text, for so the literals come.
  const read = (part: Node): void => {
    switch (part[0]) {
      case "and":
      case "or":
        part[1].forEach(read);
        texts.set(
          part,
          part[1]
            .map((each) => (each[0] === "and" || each[0] === "or" ? grouped(each) : texts.get(each)))
            .join(` ${part[0]} `),
        );
        break;
      case "not":
        read(part[1]);
        texts.set(part, `not ${grouped(part[1])}`);
        break;
      case "known":
        texts.set(part, `known(${operand(part[1])})`);
        break;
      case "compare":
        texts.set(part, comparison(part));
        break;
      default:
        operand(part);
    }
  };
  read(node);
  return (part) => texts.get(part)!;
}
