import { expect, test } from "vitest";
import { safeAddress } from "./safe-address.ts";

test.each([
  ["/help", `${location.origin}/help`],
  [" help?a=b#c\n", new URL("help?a=b#c", document.baseURI).href],
  ["https://shop.example/a b", "https://shop.example/a%20b"],
  ["//shop.example/x", `${location.protocol}//shop.example/x`],
  ["mailto:help@shop.example", "mailto:help@shop.example"],
  ["tel:+123", "tel:+123"],
])("%j is an address", (given, address) => {
  expect(safeAddress(given)).toBe(address);
});

test.each([
  undefined,
  7,
  "",
  "  ",
  "javascript:x()",
  " JavaScript:x()",
  "java\tscript:x()",
  "\u0001javascript:x()",
  "vbscript:x",
  "data:text/html,x",
  "data:image/svg+xml,x",
  "blob:https://shop.example/1",
  "file:///etc/passwd",
  "ftp://shop.example",
  "about:blank",
  "view-source:https://shop.example",
  "https://shop.example@evil.example/",
  "https://user:word@shop.example/",
  "https:\\\\evil.example",
  "/\\evil.example",
  "/a\u0000b",
  "/a\nb",
  "https://",
  "https://[",
])("%j is none", (given) => {
  expect(safeAddress(given)).toBeUndefined();
});
