import { expect, test } from "vitest";
import { hash } from "./hash.ts";

// http://www.isthe.com/chongo/src/fnv/test_fnv.c
test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("the published hash of %j", (text, number) => {
  expect(hash(text)).toBe(number);
});
