import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeWorld } from "../src/lint/world.ts";
import { lintText } from "./lint-text.ts";

const root = join(import.meta.dirname, "../../..");
const demo = join(root, "demo-site/dist");
const storefronts = join(root, "../shared/storefronts/pages");
const read = (file: string): string => readFileSync(file, "utf8");

/** Whatever lint finds in the files of a folder. */
const foundIn = (folder: string) => lintText({}, "", { find: nodeWorld.find, read }, [folder]);

describe.skipIf(!existsSync(demo))("the demo shop (skipped where it is not built)", () => {
  let home = "";
  beforeAll(() => {
    home = read(join(demo, "index.html"));
  });

  test("has nothing to mend", async () => {
    // One page of each kind: the others are made from the same parts.
    const pages = [...nodeWorld.find(`${demo}/*.html`), join(demo, "product/byge-raincoat.html")];
    expect(pages.length).toBeGreaterThan(8);
    expect(await lintText({}, "", { read }, pages)).toEqual([]);
  }, 60_000);

  test.each([
    ["top(category) = &quot;Bags&quot;", "top(categry) = &quot;Bags&quot;", "unknown-dimension"],
    ["did(view_item)", "did(view_item", "broken-expression"],
    ['segment("left-in-cart")', 'segment("left-in-card")', "unknown-segment"],
    ['data-sk-rail="recently-viewed"', 'data-sk-rail="recently-viewd"', "unknown-strategy"],
    ["data-recently-viewed-into", "data-recently-viewed-in", "unknown-attribute"],
    ['data-sk-field="image"', 'data-sk-field="imgae"', "unknown-field"],
    ["<template data-sk-when", "<template data-sk-wen", "unknown-attribute"],
    ["data-sk-min", "data-sk-mim", "unknown-attribute"],
    ["{profile.name|friend}", "{profile.nmae|friend}", "unlikely-fact"],
  ])("with %s written as %s is told: %s", async (right, wrong, rule) => {
    expect(home).toContain(right);
    const found = await lintText(home.replace(right, wrong));
    const line = home.slice(0, home.indexOf(right)).split("\n").length;
    expect(found.find((each) => each.rule === rule)).toMatchObject({ line: expect.any(Number) });
    const { line: told } = found.find((each) => each.rule === rule)!;
    // An attribute may be found by the line on which its element begins.
    expect(Math.abs(told - line)).toBeLessThan(4);
  });

  test("broken in any way, it is read to the end", async () => {
    const page = home.slice(0, 14_000);
    const place = fc.nat(page.length);
    const scrap = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        "<",
        ">",
        '"',
        "'",
        "<template>",
        "</template>",
        "</div>",
        "<!--",
        "\0",
        "{",
        "&",
        "<svg>",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, fc.nat(20), scrap), { maxLength: 12 }), async (edits) => {
        let text = page;
        for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
        const lines = text.split(/\r\n|\n|\r/);
        for (const { line, column, message, mend } of await lintText(text)) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
          expect(message && mend).toBeTruthy();
        }
      }),
      { numRuns: process.env.LONG ? 3000 : 25 },
    );
  }, 600_000);
});

test("HTML that nobody would write is read to the end", async () => {
  const deep = 20_000;
  for (const page of [
    "<template>".repeat(deep),
    `${"<div data-sk-slot=a>".repeat(400)}${"<template data-sk-when=true>".repeat(400)}`,
    `<p data-sk-when="${"(".repeat(deep)}">`,
    `<p data-sk-text="${"{".repeat(deep)}">`,
    `<p data-sk-product="${"[".repeat(1000)}">`,
    "<svg data-sk-slot><foreignObject><math data-sk-rail></svg>",
    "<frameset data-sk-slot><frame data-sk-when>",
    "<table data-sk-slot=a><template data-sk-when=x><tr><td>",
    "",
    "\0\uFFFF<\uD800",
  ])
    expect(await lintText(page)).toBeInstanceOf(Array);
});

describe.skipIf(!existsSync(storefronts))("pages of real storefronts (skipped without ../shared)", () => {
  test("none of them is ours: nothing is found", async () => {
    expect(readdirSync(storefronts).length).toBeGreaterThan(3);
    expect(nodeWorld.find(storefronts).length).toBeGreaterThan(40);
    expect(await foundIn(storefronts)).toEqual([]);
  }, 60_000);

  test("with our tag pasted in, no page is told to mend more than ids of its own", async () => {
    const found = await Promise.all(
      nodeWorld
        .find(storefronts)
        .filter((_file, index) => index % 4 === 0)
        .map((file) => lintText(`<script src="/shopkeeper.js"></script>${read(file)}`, file)),
    );
    expect(
      [...new Set(found.flat().map(({ rule }) => rule))].filter((rule) => rule !== "duplicate-id"),
    ).toEqual([]);
  }, 60_000);
});
