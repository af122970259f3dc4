import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test.for([
  ['{"a":[1,2,],}', { a: [1, 2] }],
  ['{"a":"one\ntwo\tthree"}', { a: "one two three" }],
  ['<!-- {"a":1} -->', { a: 1 }],
  ['{"a":1};\n', { a: 1 }],
  ['{"a":1, // one\n"b":2 /* two,\nthree */ ,}', { a: 1, b: 2 }],
  [
    '//<![CDATA[\n{"url":"https://shop.example//x","b":"/* no comment */ , ]",}\n//]]>',
    { url: "https://shop.example//x", b: "/* no comment */ , ]" },
  ],
  ['{"a":"said \\"so\\", // so",}', { a: 'said "so", // so' }],
  ['{"a":"x, ]"}', { a: "x, ]" }],
  ["{a:1}", undefined],
  ["", undefined],
  [null, undefined],
] as const)("%j is %j", ([text, value]) => {
  expect(parseJson(text) ?? undefined).toEqual(value);
});
