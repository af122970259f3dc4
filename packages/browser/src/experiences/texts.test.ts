import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../words/language-of.ts";
import { compareWith } from "../../test/compare-texts.ts";
import { fileOf, PART_NAMES } from "./part-names.ts";
import { loadPart } from "../load-part.ts";
import type { Texts } from "./part-kit.ts";

/** What shows only what the merchant has written. */
const SILENT = ["category-banner", "home-order", "local", "social-proof"];

test("every name is a part that can be loaded and made", async () => {
  for (const name of PART_NAMES) expect((await loadPart!(fileOf(name))).make, name).toBeTypeOf("function");
});

describe.each(PART_NAMES.filter((name) => !SILENT.includes(name)))("%s", (name) => {
  test("says the same in every language, calmly", async () => {
    const { texts } = (await loadPart!(fileOf(name))) as unknown as { texts: Texts };
    expect(Object.keys(texts).sort()).toEqual(["en", ...LANGUAGES].sort());
    for (const language of LANGUAGES)
      compareWith({ ...texts.en, lang: "en" }, language, { ...texts[language], lang: language });
    const all = Object.values(texts).flatMap((table) => Object.values(table));
    expect(all.filter((text) => /[!！]|hurry|last chance|only \d/i.test(text))).toEqual([]);
  });
});
