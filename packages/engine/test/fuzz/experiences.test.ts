import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExperienceConfiguration } from "../../src/configuration.ts";
import { parseExperience } from "../../src/decide/experience.ts";
import { runs } from "../runs.ts";
import { INHERITED } from "./texts.ts";

const word = fc.constantFrom(
  ..."load idle exit scroll time pages visible click event return per visit ever rest until convert 1 2 300 99999999999 -1 0.5 50% 30s 7d 1.5h . , ; # .a [b] 2026-11-27 2026-11-27T00:00 2026-13-45T99:99 +01:00 Z T : -".split(
    " ",
  ),
  ...INHERITED,
  " ",
  "\n",
  "\u00a0",
  "é",
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.tuple(fc.array(word, { maxLength: 12 }), fc.constantFrom(" ", "")).map(([words, by]) => words.join(by)),
);
const anything = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue() });

const parse = (configuration: unknown) => parseExperience(configuration as ExperienceConfiguration);

/** Either it can be read, or the error tells the mend. */
function read(configuration: unknown): void {
  try {
    const { triggers, caps } = parse(configuration);
    expect(triggers.length).toBeGreaterThan(0);
    for (const { amount } of triggers) expect(amount).toBeGreaterThanOrEqual(0);
    for (const cap of caps) if ("times" in cap) expect(cap.times).toBeGreaterThanOrEqual(0);
  } catch (error) {
    if (!/expected/.test((error as Error).message) || error instanceof TypeError) throw error;
  }
}

describe("an experience", () => {
  test("can be read or says what was expected, whatever is written", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("id", "kind", "when", "pages", "trigger", "cap", "from", "until", ...INHERITED),
          anything,
          { noNullPrototype: true },
        ),
        fc.constantFrom("popup", "swap"),
        (parts, kind) => read({ id: "a", kind, ...parts }),
      ),
      runs(0.3),
    );
  });

  test.each([
    ["commas", ",".repeat(65_536)],
    ["triggers", "idle 30s,".repeat(7000) + "exit"],
    ["a selector", `click ${"a b > ".repeat(10_000)}`],
    ["a selector with commas", `click ${"a,".repeat(32_000)}b`],
    ["digits", `scroll ${"9".repeat(65_000)}%`],
    ["digits of a time", `idle ${"9".repeat(65_000)}s`],
    ["spaces", `idle${" ".repeat(65_000)}x`],
    ["spaces and a line break", `visible${" \n".repeat(32_000)}`],
    ["caps", "1 per visit,".repeat(5000) + "3 ever"],
    ["a count", `${"1".repeat(65_000)} per visit`],
    ["spaces between a cap", `1${" ".repeat(65_000)}per visit`],
    ["numbers with spaces", "1 ".repeat(32_000)],
    ["a date", `2026-${"1".repeat(65_000)}`],
  ])("64 kB of %s in any of its texts", (_, text) => {
    for (const key of ["trigger", "cap", "from", "until", "id", "when"])
      read({ id: "a", kind: "popup", [key]: text });
    read({ id: "a", kind: "swap", pages: [text] });
  });
});
