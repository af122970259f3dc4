import { createEngine } from "@shopkeeper/engine";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as words from "./vocabulary.ts";

const root = join(import.meta.dirname, "../../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

test("every attribute of the guide is known, and those that are known are in a guide", () => {
  const guides = read("docs/attributes.md") + read("docs/configuration.md") + read("docs/lint.md");
  const told = new Set([...guides.matchAll(/data-sk-([a-z-]*[a-z])/g)].map(([, name]) => name!));
  // These show what is wrong.
  for (const slip of ["limt"]) told.delete(slip);
  expect([...told].filter((name) => !words.ATTRIBUTES.includes(name))).toEqual([]);
});

test("every strategy that the engine has is known, and no other", () => {
  const folder = "packages/engine/src/recommend";
  const source = read(`${folder}/recommend.ts`) + read(`${folder}/strategies.ts`);
  const names = [...source.matchAll(/^ {2}\[\s*"([\w-]+)",/gm)].map(([, name]) => name!);
  expect(names).toEqual(words.STRATEGIES);
  expect(createEngine({}).recommend(words.STRATEGIES[0]!, {})).toEqual([]);
});

test("the ready-made experiences and their options are those of the browser package", () => {
  const folder = "packages/browser/src/experiences";
  const sources = readdirSync(join(root, folder)).map((file) => read(join(folder, file)));
  const ids = sources.flatMap((source) => /^ {2}id: "([\w-]+)"/m.exec(source)?.[1] ?? []);
  expect(ids.filter((id) => !words.READY_MADE.includes(id))).toEqual([]);
  const parts = read(`${folder}/part-names.ts`).matchAll(/^ {2}"([\w-]+)",/gm);
  const names = ["recently-viewed", "idle-help", ...[...parts].map(([, name]) => name!)];
  expect([...words.READY_MADE].sort()).toEqual(names.sort());
  const options = [...sources.join("\n").matchAll(/option\("([\w-]+)"\)/g)].map(([, name]) => name!);
  expect(options.filter((name) => !words.OPTIONS.includes(name))).toEqual([]);
});

test("every key of a configuration and of an experience is known", () => {
  const source = read("packages/engine/src/configuration.ts");
  const keysOf = (name: string): string[] => {
    const body = source.split(`export interface ${name} {`)[1]!.split("\n}")[0]!;
    return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, key]) => key!);
  };
  const unknown = (name: string, keys: object) => keysOf(name).filter((key) => !Object.hasOwn(keys, key));
  expect(unknown("Configuration", words.CONFIGURATION)).toEqual([]);
  expect(unknown("ExperienceConfiguration", words.EXPERIENCE)).toEqual([]);
  expect(unknown("ExperimentConfiguration", words.EXPERIMENT)).toEqual([]);
  expect(unknown("QuietConfiguration", words.QUIET)).toEqual([]);
  expect(unknown("AffinityConfiguration", words.AFFINITY)).toEqual([]);
  expect(unknown("RfmConfiguration", words.RFM)).toEqual([]);
  expect(unknown("Content", words.CONTENT)).toEqual([]);
});

test("the acts, places, positions and kinds are those of the sources", () => {
  const quoted = (text: string): string[] => [...text.matchAll(/"([\w-]+)"/g)].map(([, word]) => word!);
  const engine = read("packages/engine/src/configuration.ts");
  const line = (pattern: RegExp, source = engine): string[] => quoted(pattern.exec(source)![0]);
  expect(line(/export type Place = .*/)).toEqual(words.PLACES);
  expect(line(/export type Position = .*/)).toEqual(words.POSITIONS);
  expect(line(/^ {2}kind: [^;]*/m).filter((kind) => !words.KINDS.includes(kind))).toEqual([]);
  expect(line(/const CONTROLS = .*/, read("packages/browser/src/render/do.ts"))).toEqual(words.CONTROLS);
  expect(line(/export type PageType =[^;]*/, read("packages/engine/src/page.ts"))).toEqual(words.PAGE_TYPES);
});
