import { describe, expect, test, vi } from "vitest";
import { checkSegments } from "../../src/check.ts";
import { replay } from "../../src/replay.ts";
import { createSegments, type Asking, type Segments } from "../../src/segment/segments.ts";
import { startCounting } from "./steps.ts";

// What takes more than its length warrants runs into the time that a test has.
const NET = 20_000;
const NOW = 1_750_000_000_000;
const asking: Asking = { now: NOW, visit: 1, fact: () => undefined };

type Texts = Record<string, string>;

const numbered = (count: number, text: (index: number) => string): Texts =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, text(index)]));

const refer = (index: number): string => `segment("s${index}")`;

const all = (from: number, to: number, but = -1): string =>
  Array.from({ length: to - from }, (_, index) => from + index)
    .filter((index) => index !== but)
    .map(refer)
    .join(" or ") || "did(purchase)";

const chain = (count: number): Texts =>
  numbered(count, (index) => (index + 1 < count ? refer(index + 1) : "did(purchase)"));
/** Each asks for the one before it. */
const backwards = (count: number): Texts =>
  numbered(count, (index) => (index ? refer(index - 1) : "did(purchase)"));
const ring = (count: number): Texts => numbered(count, (index) => refer((index + 1) % count));
/** Each asks for all that come later. */
const lattice = (count: number): Texts => numbered(count, (index) => all(index + 1, count));
/** Each asks for all others. */
const complete = (count: number): Texts => numbered(count, (index) => all(0, count, index));
/** All lead to one that leads to them. */
const star = (count: number): Texts => numbered(count, (index) => (index ? refer(0) : all(1, count)));
/** Many that lead into a ring, and are no part of it. */
const lasso = (count: number): Texts => ({
  ...numbered(count, (index) => `not ${refer(Math.min(index + 1, count - 1))}`),
});
const alone = (count: number): Texts =>
  numbered(count, (index) => `did(e${index % 100}) and cart.value > ${index}`);

const begin = (segments: Texts): Segments => {
  const compiled = createSegments({ segments });
  compiled.warm([]);
  return compiled;
};

const purchase = { name: "purchase", ts: NOW, visit: 1 };

describe("segments that refer to one another", () => {
  test.each([
    ["10,000 in a chain", chain(10_000)],
    ["10,000 in a chain, the last first", backwards(10_000)],
    ["300, each to all later ones", lattice(300)],
  ])(
    "%s",
    (_, texts) => {
      const segments = begin(texts);
      expect(segments.errors).toEqual([]);
      expect(segments.held(asking)).toEqual([]);
      segments.take(purchase);
      const held = segments.held(asking);
      expect(held).toEqual(Object.keys(texts).sort());
      expect(segments.nextFlip(asking)).toBe(Infinity);
      const probes = [NOW - 1, NOW].map((at) => ({ at, visit: 1 }));
      expect(replay({ segments: texts, events: [purchase], probes })).toEqual([
        { at: NOW - 1, held: [] },
        { at: NOW, held },
      ]);
    },
    NET,
  );

  test("one of 10,000 asked from half down the stack", () => {
    const segments = begin(chain(10_000));
    segments.take(purchase);
    const down = (depth: number): boolean => (depth ? down(depth - 1) : segments.holds("s0", asking));
    expect(down(4000)).toBe(true);
    expect(segments.condition('not segment("s0") or segment("s5000")').holds(asking)).toBe(true);
  });

  test.each([
    ["10,000 in a ring", ring(10_000)],
    ["300, each to all others", complete(300)],
    ["3,000 around one", star(3000)],
  ])(
    "%s lead back, each where it first does",
    (_, texts) => {
      const segments = begin(texts);
      expect(segments.errors.map(({ segment }) => segment)).toEqual(Object.keys(texts));
      for (const { line, column } of segments.errors) expect([line, column]).toEqual([1, 9]);
      segments.take(purchase);
      expect(segments.held(asking)).toEqual([]);
    },
    NET,
  );

  test(
    "10,000 that lead to one which leads back to itself: only that one is wrong, and none holds",
    () => {
      const segments = begin(lasso(10_000));
      expect(segments.errors).toMatchObject([{ segment: "s9999", line: 1, column: 13 }]);
      expect(segments.held(asking)).toEqual([]);
    },
    NET,
  );

  test(
    "10,000 of which the last is wrong: none holds, though each is negated",
    () => {
      const texts = numbered(10_000, (index) => (index < 9999 ? `not ${refer(index + 1)}` : "true and"));
      const segments = begin(texts);
      expect(segments.errors).toMatchObject([{ segment: "s9999" }]);
      expect(segments.held(asking)).toEqual([]);
    },
    NET,
  );

  test(
    "10,000 that ask for a segment which is not there",
    () => {
      const texts = numbered(10_000, (index) => `segment("u${index}")`);
      expect(begin(texts).errors).toHaveLength(10_000);
    },
    NET,
  );
});

test.each(Object.entries({ chain, backwards, ring, star, lasso }))(
  "check has the errors of the engine: 500 in a %s",
  (_, shape) => {
    const texts = shape(500);
    const places = ({ segment, line, column }: { segment?: string; line: number; column: number }) => ({
      segment,
      line,
      column,
    });
    expect(checkSegments(texts).map(places)).toEqual(begin(texts).errors.map(places));
  },
  NET,
);

describe("the steps grow no faster than the number", async () => {
  const stepsOf = await startCounting();
  // Loaded anew, so that it is counted.
  vi.resetModules();
  const { createSegments } = await import("../../src/segment/segments.ts");
  const { checkSegments } = await import("../../src/check.ts");
  const shapes = Object.entries({ chain, backwards, ring, star, lasso, alone });

  test.each(shapes)(
    "to compile, ask, save and restore: %s",
    async (_, shape) => {
      const steps = async (count: number): Promise<number> =>
        stepsOf(() => {
          const options = { segments: shape(count) };
          const segments = createSegments(options);
          segments.warm([purchase]);
          segments.take(purchase);
          segments.held(asking);
          segments.nextFlip(asking);
          createSegments(options).restore(segments.save());
        });
      await steps(100);
      expect(await steps(1000)).toBeLessThan(2.5 * (await steps(500)) + 2000);
    },
    NET,
  );

  test.each(shapes)(
    "to check: %s",
    async (_, shape) => {
      const steps = async (count: number): Promise<number> => stepsOf(() => void checkSegments(shape(count)));
      await steps(50);
      expect(await steps(400)).toBeLessThan(2.5 * (await steps(200)) + 2000);
    },
    NET,
  );
});
