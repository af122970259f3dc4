import {
  CHECK,
  checkOf,
  decodeShard,
  readCards,
  readManifest,
  shardName,
  shardOf,
  type Manifest,
  type Row,
} from "@shopkeeper/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodeModel, type ModelInput, type ModelRow } from "./encode-model.ts";

const text = new TextDecoder();
type Files = Map<string, Uint8Array>;

/** What a browser has of a model: rows by their ids, with neighbours by theirs. */
function readAll(files: Files): Reader | undefined {
  const manifest = readManifest(text.decode(files.get("manifest.json")));
  if (!manifest) return undefined;
  const ids = [...files].flatMap(([path, bytes]) =>
    path.includes("/cards/") ? readCards(path.replace(".json", ""), text.decode(bytes))! : [],
  );
  const rowOf = (table: keyof Manifest["tables"], id: string): Row | undefined => {
    const entry = manifest.tables[table]!;
    const name = shardName(manifest.build, entry, shardOf(id, entry.shards));
    return decodeShard(files.get(`${name}.bin`)!, name, entry)!(id);
  };
  return { manifest, rowOf, idOf: (number: number) => ids[number]!.item_id };
}
interface Reader {
  manifest: Manifest;
  rowOf(table: keyof Manifest["tables"], id: string): Row | undefined;
  idOf(number: number): string | undefined;
}

const ids = fc.uniqueArray(
  fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.stringMatching(/^\d{1,6}$/)),
  {
    minLength: 2,
    maxLength: 150,
  },
);
/** Rows over some ids: not all have one, and one may lead to many. */
const rowsOf = (known: string[]): fc.Arbitrary<ModelRow[]> =>
  fc.uniqueArray(
    fc.record({
      item: fc.constantFrom(...known),
      neighbours: fc.uniqueArray(
        fc.record({ item: fc.constantFrom(...known), weight: fc.double({ min: 1e-6, max: 9, noNaN: true }) }),
        { selector: ({ item }) => item, maxLength: 30 },
      ),
    }),
    { selector: ({ item }) => item, maxLength: 100 },
  );
const models: fc.Arbitrary<ModelInput> = ids.chain((known) =>
  fc.record({
    tables: fc.record({ views: rowsOf(known), baskets: rowsOf(known) }),
    cards: fc.constant(known.map((item_id) => ({ item_id, item_name: `The ${item_id}` }))),
    builtAt: fc.constant("2026-11-22T12:00:00Z"),
  }),
);

test("what was written is read, up to a sixteenth of the highest weight", () => {
  fc.assert(
    fc.property(models, (input) => {
      const reader = readAll(encodeModel(input))!;
      for (const table of ["views", "baskets"] as const) {
        const { max } = reader.manifest.tables[table] ?? { max: 0 };
        for (const { item, neighbours } of input.tables[table]!) {
          const row = reader.rowOf(table, item)!;
          expect(reader.idOf(row.own)).toBe(item);
          expect(row.numbers).toEqual([...row.numbers].sort((a, b) => a - b));
          const read = new Map(
            row.numbers.map((number, index) => [reader.idOf(number), row.weights[index]!]),
          );
          const others = neighbours.filter((neighbour) => neighbour.item !== item);
          expect([...read.keys()].sort()).toEqual(others.map((other) => other.item).sort());
          for (const other of others)
            expect(Math.abs(read.get(other.item)! - other.weight)).toBeLessThanOrEqual(max / 16 + 1e-4);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("an id that is in no table has no row", () => {
  fc.assert(
    fc.property(models, fc.uuid(), (input, stranger) => {
      const reader = readAll(encodeModel(input))!;
      if (reader.manifest.tables.views) expect(reader.rowOf("views", stranger)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test("the same input gives the same files, whatever the order of its rows", () => {
  fc.assert(
    fc.property(models, (input) => {
      const { views, baskets } = input.tables;
      const turned = { ...input, tables: { views: [...views!].reverse(), baskets: [...baskets!].reverse() } };
      expect(encodeModel(turned)).toEqual(encodeModel(input));
    }),
    { numRuns: 20 },
  );
});

/** Ways in which bytes go wrong. */
const damages = fc.oneof(
  fc.record({
    kind: fc.constant("flip" as const),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    by: fc.integer({ min: 1, max: 255 }),
  }),
  fc.record({
    kind: fc.constant("cut" as const),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    by: fc.constant(0),
  }),
  fc.record({ kind: fc.constant("add" as const), at: fc.constant(1), by: fc.integer({ min: 1, max: 255 }) }),
);
function damaged(bytes: Uint8Array, { kind, at, by }: { kind: string; at: number; by: number }): Uint8Array {
  const index = Math.floor(at * bytes.length);
  if (kind === "cut") return bytes.slice(0, index);
  if (kind === "add") return Uint8Array.from([...bytes, by]);
  const copy = bytes.slice();
  copy[index]! ^= by;
  return copy;
}

/** What each file is read as; spaces around JSON change nothing of what it says. */
function readFile(path: string, bytes: Uint8Array): unknown {
  if (path === "manifest.json") return readManifest(text.decode(bytes));
  if (path.endsWith(".json")) return readCards(path.replace(".json", ""), text.decode(bytes));
  return decodeShard(bytes, path.replace(".bin", ""), { max: 1 }) && "a shard";
}

test("damaged files are no model, and nothing is thrown", () => {
  fc.assert(
    fc.property(models, damages, fc.nat(), (input, damage, which) => {
      const files = [...encodeModel(input)];
      const [path, bytes] = files[which % files.length]!;
      const wrong = readFile(path, damaged(bytes, damage));
      // A space behind the last brace is no damage.
      if (wrong !== undefined) expect([damage.kind, wrong]).toEqual(["add", readFile(path, bytes)]);
    }),
    { numRuns: 300 },
  );
});

test("files of another build, place or version, and files of others, are no model", () => {
  fc.assert(
    fc.property(models, fc.uint8Array({ maxLength: 300 }), (input, noise) => {
      const files = encodeModel(input);
      const other = encodeModel({ ...input, popular: [String(input.cards![0]!.item_id)] });
      const [, mine] = [...files].find(([path]) => path.includes("/cards/"))!;
      const [theirs] = [...other].find(([path]) => path.includes("/cards/"))!;
      expect(readFile(theirs, mine)).toBeUndefined();
      expect(readFile("build/nn/0.bin", noise)).toBeUndefined();
      expect(readFile("manifest.json", noise)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
  const files = encodeModel({
    tables: { views: [{ item: "a", neighbours: [{ item: "b", weight: 1 }] }] },
    builtAt: "",
  });
  const shard = [...files].find(([path]) => path.includes("/nn/"))!;
  expect(readFile(shard[0], shard[1])).toBe("a shard");
  expect(readFile(shard[0].replace("nn/0", "nn/1"), shard[1])).toBeUndefined();
  const manifest = text.decode(files.get("manifest.json"));
  expect(readManifest(manifest)).toBeDefined();
  const newer = manifest.slice(0, manifest.lastIndexOf(CHECK)).replace('"version":1', '"version":2');
  expect(readManifest(`${newer}${CHECK}${checkOf("manifest", newer)}}`)).toBeUndefined();
  for (const foreign of ["", "null", "[]", "{}", "<!doctype html>", '{"version":1}', "1e999", '"text"'])
    expect(readManifest(foreign)).toBeUndefined();
});
