import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const sources = ["engine", "browser", "tag"].flatMap((name) =>
  readdirSync(join(root, "packages", name, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => join("packages", name, "src", file)),
);

/** What a guest in somebody's page does not do. */
const rude: [what: string, pattern: RegExp][] = [
  [
    "writes HTML from a string",
    /\.(inner|outer)HTML\s*=|insertAdjacentHTML|DOMParser|document\.write\b|createContextualFragment/,
  ],
  ["runs text as a program", /\beval\(|new Function\(/],
  ["stops the shop's own handling", /preventDefault\(|stopPropagation\(|stopImmediatePropagation\(/],
  ["keeps a page out of the back/forward cache", /["'](before)?unload["']/],
  ["uses what Prototype.js breaks", /Array\.from\(/],
  ["has a private name in a text, which the build does not shorten", /["'`]_[a-z]\w*["'`]( in\b|\])/],
];

test.each(rude)("no source %s", (_what, pattern) => {
  expect(sources.length).toBeGreaterThan(80);
  expect(sources.filter((file) => pattern.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test.each(rude.slice(0, 4))("the built tag never %s", (_what, pattern) => {
  expect(readFileSync(join(root, "packages/tag/dist/shopkeeper.js"), "utf8")).not.toMatch(pattern);
});
