import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test.for([
  ['{"a":[1,2,],}', { a: [1, 2] }],
  ['{"a":"one\ntwo\tthree"}', { a: "one two three" }],
  ['<!-- {"a":1} -->', { a: 1 }],
  ['{"a":1};\n', { a: 1 }],
  ['{"a":"x, ]"}', { a: "x, ]" }],
  ["{a:1}", undefined],
  ["", undefined],
  [null, undefined],
] as const)("%j is %j", ([text, value]) => {
  expect(parseJson(text) ?? undefined).toEqual(value);
});
