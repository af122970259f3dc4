import { decodeShard, readManifest, scoreViews, shardName, shardOf } from "@shopkeeper/engine";
import { describe, expect, test } from "vitest";
import { popularity, recentlyViewed } from "../../../bench/recommend/baselines.mjs";
import { readClicks, type Clicks } from "../../../bench/recommend/data/clicks.mjs";
import { hasData } from "../../../bench/recommend/data/folder.mjs";
import { qualityOf } from "../../../bench/recommend/evaluate.mjs";
import { referenceTable } from "../../../bench/recommend/reference-table.mjs";
import { ship } from "../../../bench/recommend/shipped.mjs";
import { encodeModel } from "../src/build/format/encode-model.ts";

const ours = { encodeModel, decodeShard, readManifest, scoreViews, shardName, shardOf };

/** As the figures are told, with one decimal. */
const told = ({ hr, mrr }: { hr: number; mrr: number }) => [hr, mrr].map((each) => Number(each.toFixed(1)));

/** What the files of a table with the usual settings foretell, and what stands beside it. */
function measure({ train, tests }: Clicks) {
  const table = referenceTable(train);
  const model = ship(ours, table);
  model.learnIds(table.keys());
  return {
    next: told(qualityOf(model.method, tests)),
    discovery: told(qualityOf(model.method, tests, true)),
    popular: told(qualityOf(popularity(train), tests)),
    recent: told(qualityOf(recentlyViewed(train), tests)),
  };
}

/** Hits among the first twenty, and the mean reciprocal rank, are at least so many per cent. */
function expectAtLeast([hr, mrr]: number[], [wantedHr, wantedMrr]: [number, number]) {
  expect(hr).toBeGreaterThanOrEqual(wantedHr);
  expect(mrr).toBeGreaterThanOrEqual(wantedMrr);
}

describe.skipIf(!hasData("yoochoose64"))(
  "what shipped files foretell of a YooChoose week (skipped without it)",
  () => {
    test("is more than what sells best, and what was seen last", () => {
      const { train, tests } = readClicks("yoochoose64");
      const every = tests.filter((_, index) => index % 8 === 0);
      const found = measure({ train: train.slice(-30_000), tests: every });
      expectAtLeast(found.next, [67.9, 26.2]);
      expectAtLeast(found.discovery, [61.5, 25.5]);
      expect(found.recent[0]).toBeGreaterThan(found.popular[0]!);
      expect(found.next[0]).toBeGreaterThan(1.5 * found.recent[0]!);
    }, 60_000);
  },
);

// Some minutes, and a gigabyte of memory.
describe.skipIf(!process.env.LONG)("what shipped files foretell, without tuning, of all of", () => {
  test.skipIf(!hasData("diginetica"))(
    "Diginetica",
    () => {
      const found = measure(readClicks("diginetica"));
      expectAtLeast(found.next, [53.9, 19.8]);
      expectAtLeast(found.discovery, [45.7, 14.4]);
    },
    600_000,
  );

  test.skipIf(!hasData("yoochoose64"))(
    "YooChoose 1/64",
    () => {
      const found = measure(readClicks("yoochoose64"));
      expectAtLeast(found.next, [70.9, 27.7]);
      expectAtLeast(found.discovery, [64.4, 27.4]);
    },
    600_000,
  );
});
