import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Row } from "./format/decode-shard.ts";
import { addUp, scoreBasket, scoreViews, type Addends, type Scored } from "./score.ts";

/** Few numbers and few weights, so that lists share products and scores are equal often. */
const addends: fc.Arbitrary<Addends> = fc
  .uniqueArray(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 4 })), {
    selector: ([number]) => number,
    maxLength: 25,
  })
  .map((pairs) => {
    const sorted = pairs.sort(([a], [b]) => a - b);
    return { numbers: sorted.map(([number]) => number), weights: sorted.map(([, weight]) => weight) };
  });
const rows: fc.Arbitrary<Row> = fc.tuple(addends, fc.nat(60)).map(([{ numbers, weights }, own]) => {
  const others = numbers
    .map((number, index) => ({ number, weight: weights[index]! }))
    .filter(({ number }) => number !== own);
  return { own, numbers: others.map(({ number }) => number), weights: others.map(({ weight }) => weight) };
});

/** The same, as one would write it down: add everything up, sort everything. */
function naive(lists: Addends[], factors: number[], limit: number, unwanted: number[]): Scored[] {
  const sums = new Map<number, number>();
  lists.forEach(({ numbers, weights }, list) =>
    numbers.forEach((number, index) =>
      sums.set(number, (sums.get(number) ?? 0) + weights[index]! * factors[list]!),
    ),
  );
  return [...sums]
    .filter(([number]) => !unwanted.includes(number))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, limit)
    .map(([number, score]) => ({ number, score }));
}

test("the best of what is added up are those of adding everything up and sorting it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(addends, fc.constantFrom(1, 0.5, 2)), { maxLength: 6 }),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.nat(60), { maxLength: 5 }),
      (given, limit, unwanted) => {
        const lists = given.map(([list]) => list);
        const factors = given.map(([, factor]) => factor);
        expect(addUp(lists, factors, limit, unwanted)).toEqual(naive(lists, factors, limit, unwanted));
      },
    ),
  );
});

const scoring = { decay: [1, 0.5, 0.25], repeatLast: 3, repeat: 2, fade: 5, again: 1 };

test("views: what is next to the last ones, and, unless something new is wanted, what was viewed itself", () => {
  fc.assert(
    fc.property(fc.array(fc.option(rows, { nil: undefined }), { maxLength: 8 }), (views) => {
      const recent = views.slice(0, 3).map((row) => row ?? { numbers: [], weights: [] });
      const owns = views.flatMap((row) => row?.own ?? []);
      expect(scoreViews(views, scoring, 20, true)).toEqual(naive(recent, scoring.decay, 20, owns));
      const bonus = new Map<number, number>();
      views.forEach((row, index) => {
        if (!row) return;
        const first = index ? 2 * Math.exp((1 - index) / 5) : 3;
        bonus.set(row.own, bonus.has(row.own) ? bonus.get(row.own)! + 1 : first);
      });
      const seen = { numbers: [...bonus.keys()], weights: [...bonus.values()] };
      expect(scoreViews(views, scoring, 20)).toEqual(
        naive([...recent, seen], [...scoring.decay.slice(0, recent.length), 1], 20, []),
      );
    }),
  );
});

test("a basket: the sum of what its rows say, without itself", () => {
  fc.assert(
    fc.property(fc.array(fc.option(rows, { nil: undefined }), { maxLength: 6 }), (lines) => {
      const known = lines.filter((row) => !!row);
      expect(scoreBasket(lines, 10)).toEqual(
        naive(
          known,
          known.map(() => 1),
          10,
          known.map(({ own }) => own),
        ),
      );
    }),
  );
});
