import { readFileSync } from "node:fs";
import { decodeShard, readManifest, shardName, shardOf } from "@shopkeeper/engine";
import { afterAll, expect, test, vi } from "vitest";
import { randomOf } from "../src/build/tune/search.ts";
import { sessionsOf } from "../src/build/tune/sessions.ts";
import { tuneSessions } from "../src/build/tune/tune.ts";
import { buildJson, createFolder, makeEvents } from "./build-files.ts";

vi.setConfig({ testTimeout: 60_000 });

const folder = createFolder();
afterAll(() => folder.remove());

test("a fixed shop: the same sums everywhere and always, and the same files", async () => {
  const events = folder.write("events.ndjson", makeEvents());
  const built = await buildJson("--events", events, "--out", folder.path("one"));
  expect(built.checksums).toMatchInlineSnapshot(`
    {
      "baskets": [
        496,
        49451939,
        15884,
      ],
      "rebuys": [
        4,
        0,
        0,
      ],
      "sellers": [
        120,
        9632524,
        3540,
      ],
      "views": [
        1280,
        1286876862,
        37712,
      ],
    }
  `);
  const again = await buildJson("--events", events, "--out", folder.path("two"));
  expect(again.build).toBe(built.build);

  // What is published is what the engine reads.
  const manifest = readManifest(readFileSync(folder.path("one/manifest.json"), "utf8"))!;
  const { views, categories } = manifest.tables;
  const name = shardName(manifest.build, views!, shardOf("p7", views!.shards));
  const bytes = readFileSync(folder.path(`one/${name}.bin`));
  const row = decodeShard(new Uint8Array(bytes), name, views!)!("p7")!;
  expect(row.numbers).toHaveLength(20);
  expect(categories).toBeDefined();
  expect(manifest.popular).toHaveLength(60);
  expect(Object.keys(manifest.rebuy)).toContain("Bags");
});

/** Visits in which one of two things comes next, whatever was before: only the last view says which. */
function visits(count: number): { items: number[]; end: number }[] {
  const random = randomOf(7);
  return Array.from({ length: count }, (_, end) => {
    const items = [Math.floor(random() * 40)];
    while (items.length < 5) items.push((items.at(-1)! + 1 + Math.floor(random() * 2)) % 40);
    return { items, end };
  });
}

const tuneFor = (trials: number, seed: number, list = visits(1500)) =>
  tuneSessions(sessionsOf(list, { first: 0, last: list.length, isTime: false }), {
    neighbours: 20,
    seed,
    goOn: (done) => done < trials,
  });

test("tuning finds better settings, and the same ones for the same seed", () => {
  const { measured, table, score } = tuneFor(120, 1)!;
  expect(measured.defaults.next.questions).toBe(480);
  expect(measured.tuned.next.mrr).toBeGreaterThan(measured.defaults.next.mrr + 1);
  expect(tuneFor(120, 1)).toMatchObject({ table, score });
  expect(table.forward).toHaveLength(10);
  expect(score.decay[0]).toBe(1);
});

test("of a few visits nothing is learnt", () => {
  expect(tuneFor(50, 1, visits(100))).toBeUndefined();
});
