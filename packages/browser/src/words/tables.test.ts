import { describe, expect, test } from "vitest";
import { words as ar } from "./arabic.ts";
import { words as nl } from "./dutch.ts";
import { english } from "./english.ts";
import { words as fr } from "./french.ts";
import { words as de } from "./german.ts";
import { words as it } from "./italian.ts";
import { words as ja } from "./japanese.ts";
import { LANGUAGES } from "./language-of.ts";
import { words as pl } from "./polish.ts";
import { words as pt } from "./portuguese.ts";
import { words as es } from "./spanish.ts";
import { compareWith } from "../../test/compare-texts.ts";

const tables = { de, fr, es, it, pt, nl, pl, ja, ar };

test("there is a table for every language that is chosen", () => {
  expect(Object.keys(tables).sort()).toEqual([...LANGUAGES].sort());
});

describe.each(Object.entries(tables))("%s", (language, table) => {
  test("says all that English says, in its own language and signs", () => {
    compareWith(english, language, table);
  });

  test("names of buttons are no more than two and a half times as long as in English", () => {
    const buttons = ["close", "previous", "next", "back", "done", "idle-help.label"] as const;
    const long = buttons.filter((name) => table[name].length > 2.5 * english[name].length);
    expect(long).toEqual([]);
  });
});
