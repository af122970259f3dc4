import { describe, expect, test } from "vitest";
import { associationRules, recentlyViewed, sequentialRules } from "../../../bench/recommend/baselines.mjs";
import { readReference, readSessionRec } from "../../../bench/recommend/data/clicks.mjs";
import { hasData } from "../../../bench/recommend/data/folder.mjs";
import { qualityOf } from "../../../bench/recommend/evaluate.mjs";
import { sKnn, stan, vmisKnn, vsKnn } from "../../../bench/recommend/neighbours.mjs";

// Three visits, oldest first, and the beginning of a fourth. Each expectation is worked out by hand from the papers.
const visits = [
  [1, 2, 3],
  [2, 4],
  [1, 2, 5, 6],
];
const prefix = [1, 2];

describe("the methods that ours stands beside, on a visit to 1 and then 2", () => {
  test("S-KNN adds up cosines: 2/√6 of the first, 1/√4 of the second, 2/√8 of the third", () => {
    // 2 is in all three: 2.02. 1 in the first and third: 1.52. 3: .816. 5 and 6: .707. 4: .5.
    expect(sKnn(visits)(prefix, 20, false)).toEqual([2, 1, 3, 5, 6, 4]);
    // Of the two most alike alone 1 and 2 are in both, and 4 is in none.
    expect(sKnn(visits, { nearest: 2 })(prefix, 20, false)).toEqual([1, 2, 3, 5, 6]);
    // And of the most recent alone.
    expect(sKnn(visits, { recent: 1 })(prefix, 20, false)).toEqual([1, 2, 5, 6]);
  });

  test("V-SKNN adds up dot products: 1 counts a half and 2 counts one", () => {
    // The first and the third are 1.5 alike, the second 1: 3, 5 and 6 have 1.5, and 4 has 1.
    expect(vsKnn(visits)(prefix, 20, false)).toEqual([2, 1, 3, 5, 6, 4]);
    // The other way round 1 counts one and 2 a half: the second visit is half as alike as before.
    expect(vsKnn(visits, { nearest: 2 })([2, 1], 20, false)).toEqual([1, 2, 3, 5, 6]);
  });

  test("STAN prefers what stands close to the last item in common, and what is recent", () => {
    // Of the third visit 5 stands one from 2, and 6 two: by 1/e^(1/2.05) less.
    const told = stan(visits, { age: 1e9 })(prefix, 20, false);
    expect(told.indexOf(5)).toBeLessThan(told.indexOf(6));
    // 3 is one from 2 as well, in a shorter visit: more alike; where age counts, the older one falls behind.
    expect(told.indexOf(3)).toBeLessThan(told.indexOf(5));
    const aged = stan(visits, { age: 0.2 })(prefix, 20, false);
    expect(aged.indexOf(5)).toBeLessThan(aged.indexOf(3));
  });

  test("VMIS-kNN lets what is in all visits count nothing", () => {
    // log(3/3) is 0 of 2. 1: 2 × 1.5 × log(3/2) = 1.22. 3, 5, 6: 1.5 × log 3 = 1.65. 4: log 3 = 1.10; all × .9.
    expect(vmisKnn(visits)(prefix, 20, false)).toEqual([3, 5, 6, 1, 4, 2]);
  });

  test("rules go by the last item alone", () => {
    expect(associationRules(visits)(prefix, 20, false)).toEqual([1, 3, 4, 5, 6]);
    // After 2 came 3, 4 and 5 at once, and 6 one later.
    expect(sequentialRules(visits)(prefix, 20, false)).toEqual([3, 4, 5, 6]);
  });

  test("what was seen last comes first, and then what sells best", () => {
    expect(recentlyViewed(visits)([6, 1], 4, false)).toEqual([1, 6, 2, 3]);
  });
});

describe.skipIf(!hasData("session-rec-100k"))("beside session-rec's own output (skipped without it)", () => {
  const visits = readSessionRec("train_full").sort((a, b) => a.end - b.end);
  const events = new Map(readSessionRec("test").map(({ id, items }) => [id, items]));

  test("our sequential rules are theirs, and are as good", () => {
    const rows = readReference("sr");
    expect(rows.length).toBeGreaterThan(380);
    // They let an item lead to itself.
    const method = sequentialRules(
      visits.map(({ items }) => items),
      10,
      true,
    );
    let common = 0;
    let all = 0;
    const tests: { prefix: number[]; target: number }[] = [];
    const theirs = new Map<string, number[]>();
    for (const { visit, position, items, scores } of rows) {
      const seen = events.get(visit)!;
      const prefix = seen.slice(0, position + 1);
      // What has no score at all stands there in any order.
      const told = items.filter((_, index) => scores[index]! > 0).slice(0, 10);
      const ours = new Set(method(prefix, 10, false));
      common += told.filter((item) => ours.has(item)).length;
      all += told.length;
      const target = seen[position + 1];
      if (target === undefined) continue;
      tests.push({ prefix, target });
      theirs.set(prefix.join(), items);
    }
    expect(common / all).toBeGreaterThanOrEqual(0.92);
    const quality = qualityOf(method, tests);
    const reference = qualityOf((prefix) => theirs.get(prefix.join())!, tests);
    expect(Math.abs(quality.hr - reference.hr)).toBeLessThan(1);
    expect(Math.abs(quality.mrr - reference.mrr)).toBeLessThan(0.5);
  });
});
