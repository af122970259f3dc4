import { describe, expect, test } from "vitest";
import contract from "../test/cases/segments.json" with { type: "json" };
import { check, checkSegments } from "./check.ts";

const messageOf = (text: string, options = {}): string | undefined => check(text, options)[0]?.message;
const sentenceOf = (text: string, options = {}): string | undefined =>
  messageOf(text, options)?.split("\n")[0];

describe("the first error of every case of the contract is at its place", () => {
  for (const { name, segments, errors } of contract.cases.filter((one) => one.errors)) {
    test(name, () => {
      const found = checkSegments(segments as unknown as Record<string, string>);
      for (const { segment, line, column } of errors!) {
        expect(found.find((error) => error.segment === segment)).toMatchObject({ segment, line, column });
      }
      expect(new Set(found.map(({ segment }) => segment))).toEqual(
        new Set(errors!.map(({ segment }) => segment)),
      );
    });
  }
});

test("a good expression has no error", () => {
  expect(check('geo.country = "AE" and did(view_item where item_brand = "Prada" within 30d)')).toEqual([]);
});

test("the message names the nearest fact and underlines the place", () => {
  expect(messageOf('visitor.returning and geo.contry = "AE"')).toBe(
    [
      "There is no fact geo.contry. Did you mean geo.country?",
      '  visitor.returning and geo.contry = "AE"',
      "                        ^^^^^^^^^^",
    ].join("\n"),
  );
});

test("of a text of several lines only the line is shown", () => {
  expect(messageOf("visitor.returning\n\tand nope")).toBe(
    ["There is no fact nope.", "  \tand nope", "  \t    ^^^^"].join("\n"),
  );
});

test("a place after the end is marked", () => {
  expect(messageOf("cart.value >")).toBe(
    [
      "Expected a fact, a query or a value (a text in quotes, 3, 50%, 7d, true or false), but the text ends here.",
      "  cart.value >",
      "              ^",
    ].join("\n"),
  );
});

test.each([
  ["cuont(purchase) > 1", "There is no query cuont. Did you mean count?"],
  ["visitor.returning AND true", "Expected the end, or and, or or, but this is AND. Did you mean and?"],
  ["cart.value == 3", "Did you mean =?"],
  ["visitor.returning && true", "Did you mean and?"],
  ["!visitor.returning", "Did you mean not?"],
  ["geo.country = “AE”", 'Did you mean "?'],
  ['geo.country = "AE', "This text is not closed."],
  ["cart.value > 1e3", "1e3 is neither a number nor a duration."],
  ['product.name = "a\\nb"', "Expected one of the escapes"],
  ["top(brnad) = 3", "There is no dimension brnad. Did you mean brand?"],
  ["did(purchase within 30)", "Expected a duration"],
  ["did(view_item where cart.value > 5)", "Expected a field of the event"],
  ["3", "Expected a condition"],
])("%s is explained", (text, sentence) => {
  expect(sentenceOf(text)).toContain(sentence);
});

test("every unknown name is told, in the order of the text", () => {
  expect(check("cart.vallue > 1 and\ngeo.contry = 'AE'").map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

test("a list of facts says which there are, an object adds to them", () => {
  expect(check("cart.value > 1", { facts: ["cart.value"] })).toEqual([]);
  expect(check("cart.lines > 1", { facts: ["cart.value"] })).toHaveLength(1);
  expect(check("cart.lines > 1 and shop.tier = 2", { facts: { "shop.tier": 2 } })).toEqual([]);
  expect(check("profile.anything = 1", { facts: [] })).toEqual([]);
});

test("segments are looked up where they are given, and the nearest is offered", () => {
  expect(check('segment("whatever")')).toEqual([]);
  expect(sentenceOf('segment("lapsd")', { segments: ["lapsed"] })).toBe(
    'There is no segment "lapsd". Did you mean lapsed?',
  );
  expect(check('segment("constructor")', { segments: ["lapsed"] })).toHaveLength(1);
});

test("a segment that leads back to itself is told with its reference", () => {
  expect(checkSegments({ a: 'true or segment("b")', b: 'segment("a")' })).toEqual([
    {
      segment: "a",
      line: 1,
      column: 17,
      message: expect.stringContaining('"b" leads back to this segment.'),
    },
    { segment: "b", line: 1, column: 9, message: expect.stringContaining('"a" leads back to this segment.') },
  ]);
});

test("what is no text is checked as if it were one", () => {
  expect(check(7 as unknown as string)).toMatchObject([{ line: 1, column: 1 }]);
  expect(checkSegments({ a: null } as unknown as Record<string, string>)).toMatchObject([{ segment: "a" }]);
});
