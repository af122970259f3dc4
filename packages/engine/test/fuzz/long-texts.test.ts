import { describe, expect, test, vi } from "vitest";
import { check } from "../../src/check.ts";
import { createSegments, type Asking } from "../../src/segment/segments.ts";
import { expectPlace, expectUnderlined } from "./errors.ts";
import { startCounting } from "./steps.ts";

// What takes more than its length warrants runs into the time that a test has.
const NET = 20_000;
const NOW = 1_750_000_000_000;
const asking: Asking = { now: NOW, visit: 1, fact: () => "x" };

/** Makes a text of about so many characters. */
const filled =
  (before: string, part: string, after = "") =>
  (length: number): string =>
    before + part.repeat((length - before.length - after.length) / part.length) + after;

const nested =
  (left: string, inside: string, right: string) =>
  (length: number): string => {
    const depth = Math.min(1000, Math.floor((length - inside.length) / (left.length + right.length)));
    return left.repeat(depth) + inside + right.repeat(depth);
  };

const SHAPES: Record<string, (length: number) => string> = {
  "one chain of or": filled("", "cart.value = 3 or ", "true"),
  "one chain of and": filled("", "cart.value = 3 and ", "true"),
  "and in or": filled("", "true and false or ", "true"),
  negations: filled("", "not ", "true"),
  "open parentheses": filled("", "("),
  "closed parentheses": filled("", ")"),
  "groups side by side": filled("", "(true) and ", "true"),
  "groups of groups": nested("(true and (", "false", "))"),
  "negated groups": nested("not (", "false", ")"),
  brackets: filled("", "["),
  "a list of lists": filled("cart.value in ", "["),
  "double quotes": filled("", '"'),
  "an odd number of quotes": filled('"', '""'),
  "single quotes": filled("page.path = ", "'"),
  "an open text": filled('page.path = "', "a"),
  "lines that open a text": filled("page.path = ", "'a\n"),
  "a closed text": filled('page.path = "', "a", '"'),
  "a text of letters that fold": filled('page.path = "', "İ", '"'),
  escapes: filled('page.path = "', "\\\\", '"'),
  "wrong escapes": filled('page.path = "', "\\a", '"'),
  backslashes: filled("", "\\"),
  "an open text of backslashes": filled('"', "\\"),
  digits: filled("cart.value = ", "7"),
  "digits with a letter behind": filled("cart.value = ", "7", "x"),
  "a duration": filled("since(a) > ", "7", "d"),
  points: filled("", "."),
  "digits and points": filled("cart.value > ", "1."),
  "minus signs": filled("", "-"),
  comments: filled("", "#\n", "true"),
  "one comment": filled("true", "#"),
  "one comment of words": filled("true # ", "or not ( "),
  "white space": filled("", " ", "true"),
  "white space alone": filled("", " \n\t\u00a0"),
  "comments between white space": filled("", " #\n ", "true"),
  "a name": filled("", "a"),
  "a dotted name": filled("", "a."),
  "a name of a segment": filled('segment("', "a", '")'),
  "a name of an event": filled("did(", "a", ")"),
  "a list": filled("page.path in [", '"a", ', '"x"]'),
  "a list within where": filled("did(a where b in [", "1, ", "1])"),
  steps: filled("sequence(a, ", "a within 1s, ", "a)"),
  "queries that differ": (length) =>
    Array.from({ length: length / 24 }, (_, index) => `did(a where b > ${index + 1000})`).join(" or "),
  "queries that are the same": filled("", "count(a within 3d) > 1 and ", "true"),
  "counts to different levels": (length) =>
    Array.from({ length: length / 28 }, (_, index) => `count(a within 3d) > ${index + 1000}`).join(" or "),
  "conditions within where": filled("did(a where ", "b = 1 or ", "b)"),
  "groups within where": (length) => `did(a where ${nested("(b and (", "b", "))")(length - 14)})`,
  affinities: filled("", 'affinity(brand, "a") > 1 or ', "true"),
  references: filled("", 'segment("t") and ', "true"),
  experiments: filled("", 'experiment("a") = "x" and ', "true"),
  "unknown facts": filled("", "x or ", "x"),
  "facts misspelt": filled("", "geo.contry or ", "true"),
  "segments misspelt": filled("", 'segment("u") or ', "true"),
  commas: filled("count(a", ","),
  signs: filled("", "<=>!="),
  keywords: filled("", "where within after "),
  "letters of two units": filled("", "👗"),
  "halves of letters": filled("", "\ud800"),
};

const event = (name: string): { name: string; ts: number; visit: number; [field: string]: unknown } => ({
  name,
  ts: NOW,
  visit: 1,
  b: 3,
  item_brand: "a",
});

/** All that is done with a text between the configuration and the answer. */
function goThrough(create: typeof createSegments, text: string): void {
  const segments = create({ segments: { s: text, t: "true" } });
  segments.warm([event("a")]);
  segments.take(event("a"));
  segments.held(asking);
  segments.nextFlip(asking);
  create({ segments: { s: text, t: "true" } }).restore(segments.save());
}

describe("64 kB of", () => {
  test.each(Object.entries(SHAPES))(
    "%s",
    (_, shape) => {
      const text = shape(65_536);
      const segments = createSegments({ segments: { s: text, t: "true" } });
      for (const error of segments.errors) expectPlace(text, error);
      expect(createSegments({ segments: { s: text, t: "true" } }).errors).toEqual(segments.errors);
      goThrough(createSegments, text);
      const errors = check(text, { segments: ["t"] });
      for (const error of errors.slice(0, 9)) expectUnderlined(text, error);
      // Another vocabulary may make more errors of it, never fewer.
      expect(errors.length).toBeGreaterThanOrEqual(segments.errors.length);
    },
    NET,
  );
});

describe("the steps grow no faster than the length", async () => {
  const stepsOf = await startCounting();
  // Loaded anew, so that it is counted.
  vi.resetModules();
  const counted = await import("../../src/segment/segments.ts");
  const { check } = await import("../../src/check.ts");

  test.each(Object.entries(SHAPES))(
    "%s",
    async (_, shape) => {
      const steps = async (length: number): Promise<number> =>
        stepsOf(() => {
          const text = shape(length);
          goThrough(counted.createSegments, text);
          check(text, { segments: ["t"] });
        });
      await steps(1000);
      expect(await steps(8000)).toBeLessThan(2.5 * (await steps(4000)) + 2000);
    },
    NET,
  );
});
