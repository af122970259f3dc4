import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findAnswers, wordsOf } from "./find-answers.ts";

const faq = [
  { question: "When will it be here?", answer: "Three days on the mainland, two on the islands." },
  { question: "Can I send it back?", answer: "For sixty days. We pay the way back for returned parcels." },
  { question: "Which size?", answer: "Coats are cut for a jumper underneath: take your usual size." },
  { question: "Do you repair?", answer: "The makers do. Soles, seams, zips and handles." },
];
const first = (query: string): string | undefined => findAnswers(query, faq, 3)[0]?.question;

test.each([
  ["send back", "Can I send it back?"],
  ["returning a parcel", "Can I send it back?"],
  ["what SIZE am i", "Which size?"],
  ["broken zip", "Do you repair?"],
  ["island", "When will it be here?"],
])("%s", (query, question) => {
  expect(first(query)).toBe(question);
});

test("what has nothing to do with any of them finds nothing", () => {
  expect(findAnswers("xylophone", faq, 3)).toEqual([]);
  expect(findAnswers("  ?! ", faq, 3)).toEqual([]);
  expect(findAnswers("size", [], 3)).toEqual([]);
});

test("a word that all answers have decides nothing beside one that few have", () => {
  const all = ["red", "blue", "green"].map((colour) => ({ question: "The coat", answer: `in ${colour}` }));
  expect(findAnswers("coat green", all, 1)).toEqual([all[2]]);
});

test("accents, case and languages without spaces are no hindrance", () => {
  expect(wordsOf("Où EST-il, Größe?")).toEqual(["ou", "est", "il", "große"]);
  const japanese = [
    { question: "送料はいくらですか", answer: "無料です" },
    { question: "返品できますか", answer: "六十日以内に承ります" },
  ];
  expect(findAnswers("返品したい", japanese, 1)).toEqual([japanese[1]]);
});

test("never more than were asked for, each once, and none that is not there", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "返", "品", " ", "1", "?"), maxLength: 30 });
  fc.assert(
    fc.property(
      text,
      fc.array(fc.record({ question: text, answer: text })),
      fc.nat(5),
      (query, all, limit) => {
        const found = findAnswers(query, all, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((each) => all.includes(each))).toBe(true);
      },
    ),
  );
});
