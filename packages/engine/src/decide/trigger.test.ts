import { expect, test } from "vitest";
import { parseTriggers } from "./trigger.ts";

test.each([
  ["load", { on: "load", amount: 0, text: "" }],
  ["exit", { on: "exit", amount: 0, text: "" }],
  ["idle 30s", { on: "idle", amount: 30_000, text: "" }],
  ["time 2m", { on: "time", amount: 120_000, text: "" }],
  ["return 60s", { on: "return", amount: 60_000, text: "" }],
  ["scroll 50%", { on: "scroll", amount: 0.5, text: "" }],
  ["pages 3", { on: "pages", amount: 3, text: "" }],
  ["visible #reviews", { on: "visible", amount: 0, text: "#reviews" }],
  ["click .help > a", { on: "click", amount: 0, text: ".help > a" }],
  ["event add_to_cart", { on: "event", amount: 0, text: "add_to_cart" }],
])("%s", (text, trigger) => {
  expect(parseTriggers(text)).toEqual([trigger]);
  expect(parseTriggers(`  ${text} `)).toEqual([trigger]);
});

test("of several, with commas, each is there", () => {
  expect(parseTriggers("idle 30s, exit,pages 2").map(({ on }) => on)).toEqual(["idle", "exit", "pages"]);
});

test("the commas of a selector are its own", () => {
  expect(parseTriggers("click .a, :is(.b, .c), idle 5s")).toEqual([
    { on: "click", amount: 0, text: ".a, :is(.b, .c)" },
    { on: "idle", amount: 5000, text: "" },
  ]);
});

test.each([
  "",
  "idle",
  "idle 30",
  "idle soon",
  "scroll 50",
  "pages",
  "pages three",
  "visible",
  "hover",
  "load 3s",
  "exit,",
])("%j is an error that tells the mend", (text) => {
  expect(() => parseTriggers(text)).toThrow(/^trigger: expected .*"idle 30s".*, got "/);
});
