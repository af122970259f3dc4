import { expect, test } from "vitest";
import { lintText } from "./lint-text.ts";

const found = async (configuration: object): Promise<string[]> =>
  (await lintText(JSON.stringify({ version: 1, ...configuration }), "shop.json")).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );

const popup = (goal: unknown) => ({
  experiences: [{ id: "help", kind: "popup", content: { title: "Hello" }, goal }],
});

test.each([
  { sinks: ["datalayer"] },
  { sinks: ["beacon /outcomes", "datalayer"] },
  { sinks: [{ beacon: "https://shop.example/outcomes" }] },
  {
    sinks: ["datalayer"],
    handOver: ["cart_abandoned 6h", "lapsed_returned", "birthday_soon", "price_dropped"],
  },
  popup("purchase"),
  popup("did(sign_up) and visitor.returning"),
  popup({ when: "purchase", within: "3d", name: "sale", value: 5 }),
  { experiments: { hero: { variations: { control: 50, bold: 50 }, goal: "purchase" } } },
])("%j is fine", async (configuration) => {
  expect(await found(configuration)).toEqual([]);
});

test.each([
  [{ sinks: ["datalayr"] }, ["wrong-value: There is no such sink."]],
  [{ sinks: ["beacon"] }, ["wrong-value: There is no such sink."]],
  [{ sinks: [{ url: "/x" }, 3, null] }, Array(3).fill("wrong-value: There is no such sink.")],
  [
    { sinks: ["datalayer"], handOver: ["cart_left"] },
    ["wrong-value: There is nothing of that name to hand over."],
  ],
  [
    { handOver: ["lapsed_returned"] },
    ["missing-key: Nobody is told of what is handed over: there are no sinks."],
  ],
  [popup(3), ["wrong-value: This goal cannot be read."]],
  [popup({ within: "3d" }), ["wrong-value: This goal cannot be read."]],
  [
    popup({ when: "purchase", within: "soon", worth: 3 }),
    ['wrong-value: "within" is not what it should be.', 'unknown-key: There is no "worth" in experiences.'],
  ],
  [popup("cart.vallue > 3"), ["unknown-fact: There is no fact cart.vallue."]],
  [popup({ when: "did(purchase" }), ["broken-expression"]],
  [
    { experiments: { hero: { variations: { control: 50, bold: 50 }, goal: "segment(1)" } } },
    ["broken-expression"],
  ],
])("in %j", async (configuration, expected) => {
  const all = await found(configuration);
  expect(all).toHaveLength(expected.length);
  expected.forEach((each, index) => expect(all[index]).toContain(each));
});
