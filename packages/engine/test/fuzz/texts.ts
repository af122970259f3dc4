import * as fc from "fast-check";
import worked from "../cases/segments.json" with { type: "json" };
import { few, single, watched } from "../segments/any-expression.ts";
import { print } from "../segments/expression.ts";

/** Names that every object has, and that nothing of ours may take for its own. */
export const INHERITED = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "toJSON",
  "hasOwnProperty",
  "valueOf",
  "__defineGetter__",
];

// A grammar's worth of words, what is almost one of them, and what other languages would say.
const WORDS =
  "true false and or not in contains starts ends with known where within after visit count did share since sum avg " +
  "min max distinct first last sequence segment experiment top affinity view_item purchase view_item.price " +
  "purchase.value brand category item_brand price cart.value geo.country profile.x visitor.returning cart.valeu " +
  "( ) [ ] , . = != < <= > >= == && || ! - + * % # \\ \" ' “ ` ; { } $ 0 1 -2.5 50% .5 1. 1e9 0x1 7d 1.5h 30s -1d 1y";
const words = fc.constantFrom(
  ...WORDS.split(" "),
  ...INHERITED,
  '"Prada"',
  "'AE'",
  '"s"',
  '"t"',
  '"\\""',
  '"\\x"',
  '"open',
  "# comment\n",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "\0",
  "é",
  "e\u0301",
  "\ud800",
  "👗",
  "İ",
);

/** Words of the language in no order: almost an expression. */
const soup = fc
  .tuple(fc.array(words, { maxLength: 30, size: "max" }), fc.constantFrom(" ", " ", ""))
  .map(([words, between]) => words.join(between));

const good = fc.oneof(
  fc.constantFrom(...worked.cases.flatMap(({ segments }) => Object.values<string>(segments as never))),
  single.map(print),
  fc.oneof(few, watched).map((segments) => Object.values(segments).map(print).join(" and ")),
);

const CUT = /\s+|\w+|[^\w\s]/g;

/** An expression that is right but for a word or two that are left out, written twice, exchanged or new. */
const mutated = fc
  .tuple(
    good,
    fc.array(fc.tuple(fc.constantFrom("drop", "double", "swap", "put", "cut"), fc.nat(), words), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, changes]) => {
    const parts = text.match(CUT) ?? [];
    for (const [change, where, word] of changes) {
      const at = where % (parts.length + 1);
      if (change === "drop") parts.splice(at, 1);
      if (change === "double") parts.splice(at, 0, ...parts.slice(at, at + 1 + (where % 3)));
      if (change === "swap") parts.splice(at, 2, ...parts.slice(at, at + 2).reverse());
      if (change === "put") parts.splice(at, 0, word);
      if (change === "cut") parts.length = Math.min(parts.length, at);
    }
    return parts.join("");
  });

/** Whatever a merchant may write. */
export const anyText = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 4, arbitrary: soup },
  { weight: 6, arbitrary: mutated },
  { weight: 1, arbitrary: good },
);
