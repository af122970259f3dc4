import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import { createSegments, type Asking } from "../../src/segment/segments.ts";

const asking: Asking = { now: 1_750_000_000_000, visit: 1, fact: () => undefined };

const nested = (depth: number, left = "(", inside = "true", right = ")"): string =>
  left.repeat(depth) + inside + right.repeat(depth);

/** How often a function can call itself before the stack is full. */
function deepest(): number {
  let depth = 0;
  const down = (): void => {
    depth++;
    down();
  };
  expect(down).toThrow(RangeError);
  return depth;
}

/** Calls a function from so far down the stack. */
const from = (depth: number, run: () => void): void => (depth > 0 ? from(depth - 1, run) : run());

const holds = (text: string): boolean => createSegments({ segments: { s: text } }).holds("s", asking);

describe("parentheses", () => {
  test("1,000 within one another work, wherever they stand", () => {
    expect(holds(nested(1000))).toBe(true);
    expect(holds(nested(1000, "(", "false"))).toBe(false);
    expect(holds(nested(1000, "not (", "true"))).toBe(true);
    expect(holds(nested(999, "not (", "true"))).toBe(false);
    expect(holds(nested(1000, "(true and ", "true"))).toBe(true);
    expect(holds(nested(1000, "(false or ", "false"))).toBe(false);
    expect(holds(nested(500, "(true and (false or ", "true", "))"))).toBe(true);
    const where = `count(view_item where ${nested(1000, "(price > 3 and ", "price < 9")}) = 1`;
    const segments = createSegments({ segments: { s: where } });
    segments.warm([{ name: "view_item", ts: asking.now, visit: 1, price: 5 }]);
    expect(segments.held(asking)).toEqual(["s"]);
  });

  test.each([1001, 1500, 5000, 30_000])("%d within one another are right or a clear error", (depth) => {
    for (const text of [
      nested(depth),
      nested(depth, "not ("),
      nested(depth, "(true and "),
      `did(a where ${nested(depth, "(b or ", "b")})`,
    ]) {
      const segments = createSegments({ segments: { s: text } });
      const [error] = segments.errors;
      if (error) expect(check(text)[0]).toMatchObject({ line: 1, column: error.column });
      else expect(segments.held(asking)).toEqual(text.startsWith("did") || depth % 2 ? [] : ["s"]);
    }
  });

  test("1,000 of them work half down the stack", () => {
    const half = deepest() / 2;
    from(half, () => expect(holds(nested(1000, "not (", "true"))).toBe(true));
    from(half, () => expect(holds(nested(500, "(true and (false or ", "true", "))"))).toBe(true));
    from(half, () => expect(check(nested(1000))).toEqual([]));
  });

  test("a page that has used up its stack does no lasting harm", () => {
    const texts = {
      deep: nested(300, "(did(purchase) and ", "true"),
      refers: 'segment("deep") and count(view_item within 1h) >= 1',
      plain: "did(view_item)",
    };
    const limit = deepest();
    const segments = createSegments({ segments: texts });
    segments.warm([]);
    let failed = 0;
    for (let left = 0; left < 600; left += 7) {
      // Something new, so that there is something to evaluate.
      const now = asking.now + left;
      segments.take({ name: left % 2 ? "view_item" : "purchase", ts: now, visit: 1 });
      try {
        from(limit - left, () => segments.held({ ...asking, now }));
      } catch {
        failed++;
      }
      const whole = createSegments({ segments: texts });
      whole.warm(
        Array.from({ length: left / 7 + 1 }, (_, index) => ({
          name: (7 * index) % 2 ? "view_item" : "purchase",
          ts: asking.now + 7 * index,
          visit: 1,
        })),
      );
      expect(segments.held({ ...asking, now })).toEqual(whole.held({ ...asking, now }));
    }
    expect(failed).toBeGreaterThan(0);
  });
});
