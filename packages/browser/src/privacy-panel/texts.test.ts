import { describe, expect, test } from "vitest";
import { compareWith } from "../../test/compare-texts.ts";
import { LANGUAGES } from "../words/language-of.ts";
import { KINDS } from "./lines.ts";
import { loadTexts, type LoadTexts, type Texts } from "./texts.ts";
import { texts as ar } from "./texts/arabic.ts";
import { texts as nl } from "./texts/dutch.ts";
import { english } from "./texts/english.ts";
import { texts as fr } from "./texts/french.ts";
import { texts as de } from "./texts/german.ts";
import { texts as it } from "./texts/italian.ts";
import { texts as ja } from "./texts/japanese.ts";
import { texts as pl } from "./texts/polish.ts";
import { texts as pt } from "./texts/portuguese.ts";
import { texts as es } from "./texts/spanish.ts";

const tables: Record<string, Texts> = { de, fr, es, it, pt, nl, pl, ja, ar };

test("there is a table for every language that is chosen", () => {
  expect(Object.keys(tables).sort()).toEqual([...LANGUAGES].sort());
});

describe.each(Object.entries<Texts>({ en: english, ...tables }))("%s", (language, table) => {
  test("says all that English says, in its own language, forms and signs", () => {
    compareWith(english, language, table);
  });

  test("buttons are no more than two and a half times as long as in English", () => {
    const buttons = ["pause", "resume", "copy", "all", "forget", "more", "yes", "no"] as const;
    const length = (text: Texts["more"]): number => JSON.stringify(text).length - 2;
    const one = (text: Texts["more"]): Texts["more"] => (typeof text === "string" ? text : text.other);
    const long = buttons.filter((name) => length(one(table[name])) > 2.5 * length(english[name]));
    expect(long).toEqual([]);
  });

  test("what a screen reader says of a button holds the word that is seen on it", () => {
    const seen = (table.forget as string).toLowerCase();
    for (const kind of KINDS) expect((table[`forget.${kind}`] as string).toLowerCase()).toContain(seen);
  });

  test("sentences end as sentences do, and headings do not", () => {
    for (const name of ["denied", "pending", "paused", "forgotten", "nothing", "kept", "note.cart"] as const)
      expect(table[name], name).toMatch(/[.。]$/);
    for (const kind of KINDS) expect(table[`heading.${kind}`]).not.toMatch(/[.。:]$/);
  });
});

describe("loading", () => {
  const load: LoadTexts = async (name) => ({ texts: tables[name.split("-").at(-1)!]! });

  test("brings the language of the page, whatever its variety", async () => {
    expect(await loadTexts("de-AT", load)).toEqual(de);
    expect(await loadTexts("PT_br", load)).toEqual(pt);
  });

  test("is English where it fails, where we have none, and for what an older file does not know", async () => {
    const fail = (): Promise<never> => Promise.reject(new Error("404"));
    expect(await loadTexts("de", fail)).toEqual(english);
    expect(await loadTexts("de", undefined)).toEqual(english);
    expect(await loadTexts("zh", load)).toEqual(english);
    const older = (async () => ({ texts: { pause: "Pausieren" } })) as unknown as LoadTexts;
    expect(await loadTexts("de", older)).toEqual({ ...english, pause: "Pausieren" });
    const none = (async () => ({})) as unknown as LoadTexts;
    expect(await loadTexts("de", none)).toEqual(english);
    const throwing = (): never => {
      throw new TypeError("no such part");
    };
    expect(await loadTexts("de", throwing)).toEqual(english);
  });

  test("puts the shop's own texts over ours, and leaves out what is no text", async () => {
    const own = {
      "privacy.pause": "Anhalten",
      "privacy.times": { one: "1×", other: "{count}×" },
      "privacy.copy": 7,
      "privacy.yes": { one: "x" },
      "privacy.no": null,
      "privacy.unheard": "x",
      resume: "x",
    };
    expect(await loadTexts("de", load, own)).toEqual({
      ...de,
      pause: "Anhalten",
      times: own["privacy.times"],
    });
  });
});
