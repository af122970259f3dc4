import { check, checkSegments, createEngine } from "@shopkeeper/engine";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { run } from "../packages/cli/src/run.ts";
import { factNames } from "../packages/engine/src/profile/fact-names.ts";

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

const guide = read("docs/segments.md");

/** What stands under a heading of the guide to segments, up to the next of its level. */
const section = (heading: string): string => guide.split(`\n## ${heading}\n`)[1]!.split("\n## ")[0]!;

/** What stands in the fences of a language. */
const fenced = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)\\n\`\`\``, "gm"))].map(([, inside]) => inside!);

/** The cells of a table, without its head. */
const rows = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .slice(2, -2)
        .split("|")
        .map((cell) => cell.trim().replaceAll("`", "")),
    );

test.each(pages.flatMap((page) => fenced(read(page), "segments")))(
  "this can be compiled: %s",
  (expression) => {
    expect(check(expression)).toEqual([]);
  },
);

test("the guide to segments has a line to begin with, and recipes", () => {
  expect(fenced(guide, "segments").length).toBeGreaterThan(20);
});

test("what the guide writes in a configuration can be compiled", () => {
  const [example] = fenced(section("Read a line"), "json").map((text) => JSON.parse(text));
  expect(Object.keys(example.segments)).toHaveLength(1);
  expect(checkSegments(example.segments)).toEqual([]);
});

test("an error is told as the guide shows it", () => {
  const text = section("When something is wrong");
  const [configuration, told] = [fenced(text, "json")[0]!, fenced(text, "text")[0]!];
  const said: string[] = [];
  run(["check", "shop.json"], {
    read: () => configuration,
    say: () => {},
    complain: (line) => said.push(line),
  });
  expect(`${told}\n`).toBe(said.join("\n"));
});

test("a visitor is explained as the guide shows it", () => {
  vi.stubEnv("TZ", "UTC");
  const text = section("Why");
  const [configuration, events] = fenced(text, "json");
  const [, command] = /`npx shopkeeper (explain [^`]+)`/.exec(text)!;
  const said: string[] = [];
  run(command!.split(" "), {
    read: (file) => (file === "shop.json" ? configuration! : events!),
    say: (line) => said.push(line),
    complain: (line) => said.push(line),
  });
  vi.unstubAllEnvs();
  expect(said).toEqual(fenced(text, "text")[0]!.split("\n"));
});

test("the guide tells every fact, and none that is not", () => {
  const told = rows(section("Facts")).map(([fact]) => fact!);
  const names = [...factNames(), "profile.birthday_in", "profile.NAME"];
  expect([...told].sort()).toEqual(names.sort());
});

test.each(rows(section("What is not known")))("what is not known: %s", (expression, ...answers) => {
  const { condition } = createEngine({});
  const holds = ["AE", "SA", undefined].map((country) =>
    condition(expression).holds({
      now: 0,
      timezoneOffset: 0,
      page: { type: "home", path: "/", title: "" },
      environment: { "geo.country": country },
    }),
  );
  expect(holds.map((each) => (each ? "holds" : "-"))).toEqual(answers);
});
