// The model as a browser has it: written to files by the builder's encoder, read from their bytes by the browser's decoder,
// scored by the browser's scorer.
import { brotliCompressSync } from "node:zlib";

/**
 * The functions of ours that are measured: the benchmark has them from a bundle, tests from the sources.
 *
 * @typedef {object} Ours
 * @property {typeof import("../../packages/cli/src/build/format/encode-model.ts").encodeModel} encodeModel
 * @property {typeof import("@shopkeeper/engine").decodeShard} decodeShard
 * @property {typeof import("@shopkeeper/engine").readManifest} readManifest
 * @property {typeof import("@shopkeeper/engine").scoreViews} scoreViews
 * @property {typeof import("@shopkeeper/engine").shardName} shardName
 * @property {typeof import("@shopkeeper/engine").shardOf} shardOf
 */

/**
 * Writes a table to files and opens it from them.
 *
 * @param {Ours} ours
 * @param {Map<number, [item: number, weight: number][]>} table
 * @param {object} [score] Settings of the scorer, where they are not the usual ones.
 */
export function ship(ours, table, score) {
  const views = [...table].map(([item, row]) => ({
    item: String(item),
    neighbours: row.map(([other, weight]) => ({ item: String(other), weight })),
  }));
  const files = ours.encodeModel({ tables: { views }, score, builtAt: "2026-01-01T00:00:00Z" });
  return openShipped(ours, files);
}

/**
 * Opens a model from the bytes of its files, by their paths.
 *
 * @param {Ours} ours
 * @param {Map<string, Uint8Array>} files
 */
export function openShipped({ decodeShard, readManifest, scoreViews, shardName, shardOf }, files) {
  const manifest = readManifest(new TextDecoder().decode(files.get("manifest.json")));
  const table = manifest.tables.views;
  const nameOf = (item) => shardName(manifest.build, table, shardOf(String(item), table.shards));
  const shards = new Map();
  const rowOf = (item) => {
    const name = nameOf(item);
    if (!shards.has(name)) shards.set(name, decodeShard(files.get(`${name}.bin`), name, table));
    return shards.get(name)?.(String(item));
  };
  const rows = new Map();
  const knownRow = (item) => {
    if (!rows.has(item)) rows.set(item, rowOf(item));
    return rows.get(item);
  };

  const sizes = new Map();
  const sizeOf = (name) => {
    if (!sizes.has(name)) sizes.set(name, brotliCompressSync(files.get(`${name}.bin`)).length);
    return sizes.get(name);
  };
  /** Ids by the numbers that the files have in their place. */
  const ids = new Map();
  /** @param {Iterable<number>} items */
  const learnIds = (items) => {
    for (const item of items) {
      const own = knownRow(item)?.own;
      if (own !== undefined) ids.set(own, item);
    }
  };
  return {
    manifest,
    learnIds,
    /** @type {import("./evaluate.mjs").Method} */
    method: (prefix, limit, isDiscovery) =>
      scoreViews(prefix.map(knownRow).reverse(), manifest.score, limit, isDiscovery).map(({ number }) =>
        ids.get(number),
      ),
    /** The scorer alone, on rows that are read already: what a rail waits for. */
    rowsOf: (prefix) => prefix.map(knownRow).reverse(),
    /** Bytes of all rows, as they are sent. */
    bytes() {
      let sum = 0;
      for (let shard = 0; shard < table.shards; shard++)
        sum += sizeOf(shardName(manifest.build, table, shard));
      return sum;
    },
    /** Bytes that a visit fetches. */
    bytesOfVisit: (items) => [...new Set(items.map(nameOf))].reduce((sum, name) => sum + sizeOf(name), 0),
  };
}
