import { createSegments } from "@shopkeeper/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { implies, readCondition, truthOf } from "./condition.ts";

const implied = (a: string, b: string): boolean => implies(readCondition(a)!, readCondition(b)!);
const truth = (text: string): boolean | undefined => truthOf(readCondition(text)!);

test.each([
  ["true", true],
  ["not false", true],
  ["false", false],
  ["1 = 1", true],
  ["1 > 2", false],
  ["count(purchase) >= 0", true],
  ["cart.quantity < 0", false],
  ["cart.value > 5 and cart.value < 3", false],
  ["cart.value >= 5 and cart.value <= 5", undefined],
  ["geo.country = 'AE' and geo.country = \"SA\"", false],
  ["geo.country in ['AE', 'SA'] and geo.country = 'DE'", false],
  ["visitor.returning and not visitor.returning", false],
  ["visitor.returning or not visitor.returning", true],
  ["did(purchase)", undefined],
  ["cart.value > 5", undefined],
  // Of an unknown value neither holds.
  ["cart.age > 5m or cart.age <= 5m", undefined],
])("%s: %s", (text, expected) => {
  expect(truth(text)).toBe(expected);
});

test.each([
  ["cart.value > 100", "cart.value > 50"],
  ["cart.value >= 100", "cart.value > 50"],
  ["cart.value = 60", "cart.value > 50"],
  ["50 < cart.value", "cart.value >= 50"],
  ["geo.country = 'AE'", "geo.country in ['ae', 'SA']"],
  ["geo.country = 'AE'", "geo.country != 'SA'"],
  ["visitor.returning and did(purchase)", "did( purchase )"],
  ["did(purchase)", "did(purchase) or visitor.returning"],
  ["top(category) = 'Bags'", 'top(category) = "bags"'],
  ["count(view_item within 30d) >= 3", "count(view_item within 30d) > 1"],
  ["since(purchase) > 90d", "since(purchase) > 30d"],
])("wherever %s holds, %s does", (a, b) => {
  expect(implied(a, b)).toBe(true);
  if (truth(`(${a}) and not (${b})`) !== false) expect.unreachable();
});

test.each([
  ["cart.value > 50", "cart.value > 100"],
  ["cart.value > 100", "cart.age > 50"],
  ["did(purchase)", "did(add_to_cart)"],
  ["did(purchase)", "visitor.returning and did(purchase)"],
  ["geo.country != 'SA'", "geo.country = 'AE'"],
])("%s may hold without %s", (a, b) => {
  expect(implied(a, b)).toBe(false);
});

const facts = ["cart.value", "cart.lines", "geo.country"];
const leaf = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...facts),
      fc.constantFrom("<", "<=", ">", ">=", "=", "!="),
      fc.constantFrom("0", "1", "2", "3", "'a'", "'B'"),
    )
    .map((words) => words.join(" ")),
  fc
    .tuple(
      fc.constantFrom(...facts),
      fc.constantFrom("in", "not in"),
      fc.constantFrom("[1, 2]", "['a', 'b']"),
    )
    .map((words) => words.join(" ")),
  fc.constantFrom("visitor.returning", "true", "false", "known(cart.value)"),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small" },
    leaf,
    tie("expression").map((inner) => `not (${inner})`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(${a}) and (${b})`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(${a}) or (${b})`),
  ),
}));
const values = fc.record({
  "cart.value": fc.constantFrom(undefined, 0, 1, 1.5, 2, 2.5, 3, 4, -1),
  // Known of everybody, and never below 0.
  "cart.lines": fc.constantFrom(0, 1, 2, 3),
  "geo.country": fc.constantFrom(undefined, "A", "b", "c", 2),
  "visitor.returning": fc.constantFrom(undefined, true, false),
});

test("what is seen of two conditions holds for every visitor", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      expression,
      expression,
      fc.array(values, { minLength: 12, maxLength: 12 }),
      (a, b, visitors) => {
        const segments = createSegments({});
        const [one, other] = [a, b].map((text) => segments.condition(text));
        const [first, second] = [readCondition(a)!, readCondition(b)!];
        const follows = implies(first, second);
        const always = truthOf(first);
        if (follows || always !== undefined) seen++;
        visitors.forEach((visitor, index) => {
          const asking = {
            now: index,
            visit: 1,
            fact: (name: string) => visitor[name as keyof typeof visitor],
          };
          const holds = one!.holds(asking);
          if (follows && holds && !other!.holds(asking)) expect.unreachable("the other does not hold");
          if (always !== undefined && holds !== always) expect.unreachable(`it is ${holds}`);
        });
      },
    ),
    { numRuns: process.env.LONG ? 20_000 : 300 },
  );
  expect(seen).toBeGreaterThan(30);
}, 600_000);

test("a condition that is wrong, or longer than anybody writes, is left alone", () => {
  expect(readCondition("cart.vallue > 5")).toBeUndefined();
  expect(readCondition("(".repeat(5000))).toBeUndefined();
  const deep = `${"not (visitor.returning or (".repeat(60)}did(purchase)${"))".repeat(60)}`;
  expect(truth(deep)).toBeUndefined();
  expect(implied(deep, deep.replace("purchase", "sign_up"))).toBe(false);
});
