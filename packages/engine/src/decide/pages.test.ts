import * as fc from "fast-check";
import { expect, test } from "vitest";
import { page } from "../../test/make.ts";
import { isOneOf } from "./pages.ts";

test.each([
  ["home", "/", true],
  ["product", "/", false],
  ["/sale/*", "/sale/coats", true],
  ["/sale/*", "/sale/", true],
  ["/sale/*", "/sale", false],
  ["/sale", "/sale", true],
  ["/sale", "/sale/coats", false],
  ["*/sale/*", "/de/sale/coats", true],
  ["/*/coats/*-red", "/sale/coats/wool-red", true],
  ["/*/coats/*-red", "/sale/coats/wool-blue", false],
  ["/a*a", "/a", false],
  ["/a*a", "/aa", true],
  ["/*ab*ab", "/xab", false],
  ["*", "/anything", true],
  ["/price(1)+", "/price(1)+", true],
  ["/.*", "/sale", false],
])("%s on the home page %s: %s", (pattern, path, matches) => {
  expect(isOneOf([pattern], page({ path }))).toBe(matches);
});

test("one of several is enough, none is none", () => {
  expect(isOneOf(["cart", "/sale/*", "home"], page())).toBe(true);
  expect(isOneOf([], page())).toBe(false);
});

test("a glob does what a regular expression would do", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), text, (parts, path) => {
      const reference = new RegExp(`^${parts.join(".*")}$`);
      expect(isOneOf([parts.join("*")], page({ path }))).toBe(reference.test(path));
    }),
  );
});

test("a hostile glob is answered before the test runs out of time", () => {
  expect(isOneOf([`/${"*a".repeat(2000)}b`], page({ path: `/${"a".repeat(20_000)}` }))).toBe(false);
});
