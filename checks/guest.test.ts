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
    /\.(inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|DOMParser|document\.write(ln)?\b|createContextualFragment|\.srcdoc\s*=|(set|parse)HTMLUnsafe|setAttribute\(\s*["'](on|srcdoc|style)/,
  ],
  ["runs text as a program", /\beval\(|\bFunction\(|set(Timeout|Interval)\(\s*["']/],
  ["stops the shop's own handling", /preventDefault\(|stopPropagation\(|stopImmediatePropagation\(/],
  ["keeps a page out of the back/forward cache", /["'](before)?unload["']/],
  ["uses what Prototype.js breaks", /Array\.from\(/],
  ["has a private name in a text, which the build does not shorten", /["'`]_[a-z_]\w*["'`]( in\b|\])/],
];

/** A form of ours in our own shadow root, which would leave the page: there, and nowhere else. */
const OWN_FORM = "packages/browser/src/experiences/own-form.ts";
const withoutOwnForm = (text: string) =>
  text.replace(/\.addEventListener\("submit", ?\(?\(?(\w+)\)? ?=> ?\1\.preventDefault\(\)\)/, "");
const read = (file: string): string => {
  const text = readFileSync(join(root, file), "utf8");
  return file === OWN_FORM ? withoutOwnForm(text) : text;
};

test.each(rude)("no source %s", (_what, pattern) => {
  expect(sources.length).toBeGreaterThan(80);
  expect(sources.filter((file) => pattern.test(read(file)))).toEqual([]);
});

// DOMPurify is loaded for what has to be HTML, by browsers that cannot make it safe themselves.
const built = readdirSync(join(root, "packages/tag/dist")).filter((file) => /^(?!purify).*\.js$/.test(file));

test.each(rude.slice(0, 4))("neither the built tag nor a part of it %s", (_what, pattern) => {
  expect(built).toContain("shopkeeper.js");
  const texts = built.map(
    (file) => [file, withoutOwnForm(readFileSync(join(root, "packages/tag/dist", file), "utf8"))] as const,
  );
  expect(texts.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
});
