import { expect, test } from "vitest";
import { DAY, HOUR } from "../../test/make.ts";
import { parseGoal } from "./goal.ts";

test.each([
  ["purchase", { name: "purchase", event: "purchase", within: 7 * DAY }],
  ["did(sign_up)", { name: "goal", when: "did(sign_up)", within: 7 * DAY }],
  [
    { when: "purchase", within: "12h", value: 5 },
    { name: "purchase", event: "purchase", within: 12 * HOUR, value: 5 },
  ],
  [
    { when: 'profile.size = "XL"', name: "sized" },
    { name: "sized", when: 'profile.size = "XL"', within: 7 * DAY },
  ],
])("%j", (given, goal) => {
  expect(parseGoal(given)).toEqual(goal);
});

test.each([
  ["", /^goal: expected "purchase", or \{/],
  [3, /^goal: expected/],
  [null, /^goal: expected/],
  [{}, /^goal: expected/],
  [{ when: 3 }, /^goal: expected/],
  [{ when: "purchase", within: "soon" }, /^within of a goal: expected "30m", "7d" …, got "soon"/],
  [{ when: "purchase", within: "0d" }, /^within of a goal/],
  [{ when: "purchase", within: 7 }, /^within of a goal/],
  [{ when: "purchase", name: 3 }, /^name of a goal: expected a text/],
  [{ when: "purchase", value: "3" }, /^value of a goal: expected a number/],
])("%j is an error that tells the mend", (given, message) => {
  expect(() => parseGoal(given as never)).toThrow(message);
});
