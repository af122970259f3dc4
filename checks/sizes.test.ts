import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { brotliSize, budgets } from "./sizes.mjs";

test.each(budgets)("$name weighs at most $budget bytes", ({ file, budget }) => {
  expect(brotliSize(file)).toBeLessThanOrEqual(budget);
});

test("README tells the size of the tag as it is", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const told = /\*\*([\d.]+) kB\*\* brotli/.exec(readme)?.[1];
  expect(told).toBe((brotliSize("packages/tag/dist/shopkeeper.js") / 1000).toFixed(1));
});

test("the snippet that stands in every page takes at most 1 kB of it", () => {
  const file = join(import.meta.dirname, "../packages/tag/dist/first-frame-snippet.js");
  expect(statSync(file).size).toBeLessThanOrEqual(1024);
});
