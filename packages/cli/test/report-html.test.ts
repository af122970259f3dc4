import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { afterAll, expect, test, vi } from "vitest";
import { plot } from "../src/report/plot.ts";
import { createFiles, linesOf, report } from "./report-files.ts";

// On a busy machine a database takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const files = createFiles();
afterAll(() => files.remove());

const folder = join(import.meta.dirname, "../../../docs/report");

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** All elements of a page. */
function elementsOf(html: string): Element[] {
  const walk = (node: Node): Node[] => [node, ...("childNodes" in node ? node.childNodes.flatMap(walk) : [])];
  return walk(parse(html)).filter((node): node is Element => "tagName" in node);
}

const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

async function pageOf(...words: string[]): Promise<string> {
  const page = files.path("report.html");
  await report(...words, "--html", page);
  return readFileSync(page, "utf8");
}

test("the page needs nothing else: no script, nothing from elsewhere", async () => {
  const html = await pageOf(join(folder, "outcomes.ndjson.gz"), "--config", join(folder, "shop.json"));
  const elements = elementsOf(html);
  const names = new Set(elements.map(({ tagName }) => tagName));
  for (const name of ["script", "link", "img", "iframe", "object", "base"]) expect(names).not.toContain(name);
  const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(attributes.filter((name) => /^on|href|^src/.test(name))).toEqual([]);
  expect(html).not.toMatch(/https?:|@import|url\((?!#)/);
});

test("each measure of each variation is plotted, titled, and told in numbers", async () => {
  const html = await pageOf(join(folder, "outcomes.ndjson.gz"), "--config", join(folder, "shop.json"));
  const elements = elementsOf(html);
  const figures = elements.filter(({ tagName }) => tagName === "figure");
  expect(figures).toHaveLength(6);
  for (const svg of elements.filter(({ tagName }) => tagName === "svg")) {
    const labelled = svg.attrs.find(({ name }) => name === "aria-labelledby")!.value;
    const title = elements.filter(({ attrs }) =>
      attrs.some(({ name, value }) => name === "id" && value === labelled),
    );
    expect(title.map(textOf).join()).toMatch(/^(hero|shipping-bar): lift of (conversion|value) of /);
  }
  // The last day of each table is what the summary says.
  const days = elements.filter(({ tagName }) => tagName === "details");
  expect(days).toHaveLength(6);
  expect(textOf(days[0]!)).toContain("2026-11-22");
  expect(textOf(days[0]!)).toMatch(/\+67\.3 % \(\+13\.8 % to \+146\.0 %\)\s*$/);
  expect(html).not.toMatch(/NaN|undefined|Infinity|null/);
});

test("what came with the outcomes is text, whatever it says", async () => {
  const evil = `"><script>alert(1)</script><b x='`;
  const lines = Array.from({ length: 200 }, (_, index) => {
    const client = `c${index}`;
    const exposure = {
      client,
      ts: 1_790_000_000_000,
      name: "experiment_view",
      experiment_id: evil,
      variation: index % 2 ? evil : "control",
    };
    const goal = { client, ts: 1_790_000_001_000, name: "goal", goal: evil, currency: "<i>" };
    return [exposure, goal, { client, ts: 1_790_000_000_000, name: "experience_view", experience_id: evil }];
  }).flat();
  const file = files.write("evil.ndjson", `${linesOf(lines)}{\n`);
  const elements = elementsOf(await pageOf(file, "--time-zone=Europe/Copenhagen"));
  expect(elements.filter(({ tagName }) => ["script", "b", "i"].includes(tagName))).toEqual([]);
  expect(elements.filter(({ tagName }) => tagName === "h2").map(textOf)).toEqual([
    evil,
    "Experiences",
    "Bad lines",
  ]);
});

test("a single day is drawn as well, and an interval that begins far off hides nothing", () => {
  const lift = { estimate: 0.1, low: -0.1, high: 0.3 };
  expect(plot([{ day: "2026-11-27", lift }], "a", "one")).not.toMatch(/NaN|Infinity/);
  const wide = plot(
    [
      { day: "2026-11-26", lift: { estimate: 5, low: -0.9, high: 90 } },
      { day: "2026-11-27", lift },
    ],
    "b",
    "two",
  );
  const lastY = Number(/<circle[^>]* cy="([\d.]+)"/.exec(wide)![1]);
  const zeroY = Number(/class="zero"[^>]* y1="([\d.]+)"/.exec(wide)![1]);
  expect(zeroY - lastY).toBeGreaterThan(15);
});
