import { expect, test } from "vitest";
import { parseConfiguration } from "./configuration.ts";

test("a configuration of version 1 is taken as it is", () => {
  expect(parseConfiguration('{ "version": 1, "currency": "EUR" }', "shop.json")).toEqual({
    version: 1,
    currency: "EUR",
  });
});

test.each([
  ["{ version: 1 }", /shop\.json is not JSON/],
  ["[]", /must be an object/],
  ['{ "segments": {} }', /needs "version": 1; it has none/],
  ['{ "version": 2 }', /it has 2/],
])("%s is an error that tells the mend", (text, message) => {
  expect(() => parseConfiguration(text, "shop.json")).toThrow(message);
});
