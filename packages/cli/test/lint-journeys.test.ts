import { expect, test } from "vitest";
import { lintText } from "./lint-text.ts";

const steps = [
  { name: "browsing", next: [{ to: "reminded", after: "2d", when: "cart.quantity > 0" }] },
  { name: "reminded", next: [{ to: "rested", after: "1w" }] },
  { name: "rested" },
];
const bar = { id: "bar", kind: "message", content: { title: "Hello" }, journey: "cart", step: "reminded" };

const found = async (configuration: object): Promise<string[]> =>
  (await lintText(JSON.stringify({ version: 1, ...configuration }), "shop.json")).map(
    ({ rule, message, mend }) => `${rule}: ${message} → ${mend}`,
  );

test("a journey with the experiences of its steps is fine", async () => {
  expect(
    await found({
      timezone: "Europe/Berlin",
      journeys: { cart: { goal: "purchase", when: "visitor.returning", again: "30d", steps } },
      experiences: [bar, { ...bar, id: "other", step: undefined }],
    }),
  ).toEqual([]);
});

test.each([
  [{ steps: [] }, ["its steps cannot be read", "Write a list such as"]],
  [{ steps, wen: "true" }, ['unknown-key: There is no "wen" in journeys.', 'Did you mean "when"?']],
  [{ steps, when: "cart.quantty > 1" }, ["unknown-fact: There is no fact cart.quantty.", "cart.quantity"]],
  [{ steps, goal: "did(purchase" }, ["broken-expression"]],
  [{ steps, again: "soon" }, ['wrong-value: "again" is not what it should be.']],
  [
    { steps: [{ name: "browsing", next: [{ to: "remindet" }] }, { name: "reminded" }] },
    ['leads to "remindet"', 'Did you mean "reminded"?'],
  ],
  [
    {
      steps: [{ name: "browsing", next: [{ to: "reminded", when: "visit.page > 3" }] }, { name: "reminded" }],
    },
    ["unknown-fact: There is no fact visit.page.", "visit.pages"],
  ],
  [
    {
      steps: [
        { name: "one", next: [{ to: "two" }] },
        { name: "two", next: [{ to: "one" }] },
      ],
    },
    ["leads back without waiting", '"after"'],
  ],
])("of %j it tells what is wrong, and the mend", async (journey, words) => {
  const findings = await found({ journeys: { cart: journey } });
  expect(findings.join("\n")).toBeTruthy();
  for (const word of words) expect(findings.join("\n")).toContain(word);
});

test("what is no duration is told once", async () => {
  expect(await found({ journeys: { cart: { steps, again: "soon" } } })).toHaveLength(1);
});

test("an experience in a journey that there is not never shows", async () => {
  const findings = await found({ journeys: { cart: { steps } }, experiences: [{ ...bar, journey: "card" }] });
  expect(findings).toEqual([
    'wrong-value: This experience never shows: there is no journey "card". → Did you mean "cart"?',
  ]);
});

test("a time zone that there is not is told", async () => {
  expect(await found({ timezone: "Europe/Berlim" })).toEqual([
    'wrong-value: There is no time zone "Europe/Berlim": what has "from" or "until" never shows. → Write the name of a zone: "Europe/Berlin".',
  ]);
});
