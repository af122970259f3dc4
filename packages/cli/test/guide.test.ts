import { RULES } from "@shopkeeper/lint";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintText } from "./lint-text.ts";

const guide = readFileSync(join(import.meta.dirname, "../../../docs/lint.md"), "utf8");

/** Each rule of the guide: its severity, an example that it finds something in, and the mended one. */
const sections = guide
  .split("\n### ")
  .slice(1)
  .map((section) => {
    const [, rule = "", severity = ""] = /^`([\w-]+)`\n\n(\w+) ·/.exec(section) ?? [];
    const examples = [...section.matchAll(/^```(html|json)\n([^]*?)\n```/gm)].map(([, kind, text]) => ({
      file: kind === "html" ? "page.html" : "shop.json",
      // A tag in an example stands in the head.
      text: text!,
    }));
    return { rule, severity, examples };
  });

test("the guide tells every rule with its severity, and none that is not", () => {
  expect(Object.fromEntries(sections.map(({ rule, severity }) => [rule, severity]))).toEqual(RULES);
});

test.each(sections)("$rule is found in what the guide shows as wrong", async ({ rule, examples }) => {
  expect(examples).toHaveLength(2);
  const { file, text } = examples[0]!;
  const found = await lintText(text, file);
  expect(found.map((each) => each.rule)).toContain(rule);
});

test.each(sections)("what the guide shows as the mend of $rule is clean", async ({ examples }) => {
  const { file, text } = examples[1]!;
  expect(await lintText(text, file)).toEqual([]);
});

test("what is told in the terminal is as the guide shows it", async () => {
  const [shown] = [...guide.matchAll(/^```text\n([^]*?)\n```/gm)].map(([, text]) => text);
  const said: string[] = [];
  const page = '<h1>Cart</h1>\n<p data-sk-text="You have {cart.quantty|no} things"></p>';
  await lintText(page, "page.html", { say: (line) => said.push(line) });
  expect(said.join("\n")).toBe(shown);
});
