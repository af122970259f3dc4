import { describe, expect, test } from "vitest";
import type { ExperienceConfiguration } from "../../src/configuration.ts";
import { check, checkSegments } from "../../src/check.ts";
import { parseExperience } from "../../src/decide/experience.ts";
import { replay } from "../../src/replay.ts";
import { createSegments, type Asking } from "../../src/segment/segments.ts";

const asking: Asking = { now: 1_750_000_000_000, visit: 1, fact: () => undefined };

const hostile = (): never => {
  throw new Error("This must not be asked.");
};

const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;

/** What may stand where a text should. */
const NO_TEXTS: [string, unknown][] = [
  ["a number", 7],
  ["NaN", NaN],
  ["null", null],
  ["a list", ["true and"]],
  ["a list of lists", [[[[]]]]],
  ["an object", { and: [true] }],
  ["an object that goes round", cyclic],
  ["an object without a prototype", Object.create(null)],
  ["an object that will not be a text", { toString: hostile, valueOf: hostile }],
  ["an object with getters", Object.defineProperty({}, "length", { get: hostile, enumerable: true })],
  ["a function", () => "true"],
  ["a symbol", Symbol("true")],
  ["a big number", 7n],
];

test("a boolean where a text should be is an error, or stands for itself", () => {
  for (const value of [true, false]) {
    const compiled = createSegments({ segments: { odd: value as unknown as string } });
    expect([value ? "odd" : "", ""]).toContain(compiled.held(asking).join());
    if (value === false) expect(compiled.held(asking)).toEqual([]);
  }
});

describe.each(NO_TEXTS)("%s where a text should be", (_, value) => {
  const segments = { odd: value, refers: 'segment("odd")', good: "true" } as unknown as Record<
    string,
    string
  >;

  test("is an error of that segment, and the others work", () => {
    const compiled = createSegments({ segments });
    expect(compiled.errors).toMatchObject([{ segment: "odd", line: 1 }]);
    expect(compiled.held(asking)).toEqual(["good"]);
    expect(checkSegments(segments).map(({ segment }) => segment)).toEqual(["odd"]);
    expect(replay({ segments, events: [], probes: [{ at: asking.now, visit: 1 }] })[0]!.held).toEqual([
      "good",
    ]);
  });

  test("is an error of a condition, and of what is checked", () => {
    const condition = createSegments({}).condition(value as string);
    expect(condition.error).toMatchObject({ line: 1 });
    expect(condition.holds(asking)).toBe(false);
    expect(check(value as string)).not.toEqual([]);
  });

  test.each(["id", "when", "pages", "trigger", "cap", "from", "until"])(
    "is told of an experience: %s",
    (key) => {
      const configuration = { id: "help", kind: "popup", [key]: key === "pages" ? [value] : value };
      let message = "";
      try {
        parseExperience(configuration as unknown as ExperienceConfiguration);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        expect(error).not.toBeInstanceOf(TypeError);
        ({ message } = error as Error);
      }
      expect(message).toMatch(/expected/);
    },
  );
});
