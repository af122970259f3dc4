import { check } from "@shopkeeper/engine";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "BENCHMARKS.md",
  "e2e/shops/README.md",
  "demo-site/README.md",
].concat(
  readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
);
const read = (page: string): string => readFileSync(join(root, page), "utf8");

test.each(pages)("every link in %s leads to a file", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
  expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
});

/** The expressions of the recipes: the second column of their table. */
const recipes = /## Recipes[\s\S]*?(?=\n## )/.exec(read("docs/segments.md"))![0];
const expressions = [...recipes.matchAll(/\| `(.+)` +\|$/gm)].map(([, expression]) => expression!);

test.each(expressions)("the recipe compiles: %s", (expression) => {
  expect(check(expression)).toEqual([]);
});

test("there are recipes to check", () => expect(expressions.length).toBeGreaterThan(15));
