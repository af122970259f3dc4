import { createHash } from "node:crypto";
import {
  CARDS_A_FILE,
  CHECK,
  checkOf,
  fingerprintOf,
  NO_ITEM,
  shardOf,
  MODEL_VERSION,
  type Item,
  type Manifest,
  type Rebuy,
  type Scoring,
  type Table,
} from "@shopkeeper/engine";
import { encodeShard, type NumberedRow } from "./encode-shard.ts";
import { numberItems } from "./number-items.ts";

/** A row of a table: what an id leads to, and how much speaks for each. */
export interface ModelRow {
  /** An `item_id`; in `views` also `"q:word"` for a word that is searched for, in `categories` a category. */
  item: string;
  neighbours: { item: string; weight: number }[];
}

/** What a model is written from. */
export interface ModelInput {
  /** Weights of `views` are `ln(1 + P / eps)`, of `baskets` Jaccard's, of `categories` anything that sorts. */
  tables: { views?: ModelRow[]; baskets?: ModelRow[]; categories?: ModelRow[] };
  /**
   * What a rail shows of each product, with `item_id`. A product that has none is in no rail, but what it leads to is.
   *
   * @default the bare ids of all products of `views` and `baskets`
   */
  cards?: Item[];
  /** Ids of the shop's best sellers, best first. */
  popular?: string[];
  score?: Partial<Scoring>;
  rebuy?: Record<string, Rebuy>;
  predictions?: Record<string, unknown>;
  measured?: Record<string, unknown>;
  /** ISO 8601. */
  builtAt: string;
}

/** The setting that did well on four shops without being tuned to any. */
export const SCORING: Scoring = {
  decay: [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5],
  repeatLast: 3,
  repeat: 3,
  fade: 5,
  again: 1,
};

const FOLDERS = { views: "nn", baskets: "bb", categories: "cat" } as const;
type TableName = keyof typeof FOLDERS;

/** So many rows are in a shard, on average: one file is about 1.2 kB, and a visit needs three or four. */
const ROWS = 32;

const shardsOf = (rows: ModelRow[]): number => Math.max(1, Math.ceil(rows.length / ROWS));

/**
 * Writes a model: the bytes of each file by its path, the manifest last. The same input gives the same bytes.
 *
 * @example for (const [path, bytes] of encodeModel(input)) await writeFile(join(directory, path), bytes);
 * @see docs/model-format.md
 */
export function encodeModel(input: ModelInput): Map<string, Uint8Array> {
  const { numbers, cards } = numberItems(input);
  /** Of each file behind its check: the bytes of a shard, or the cards of a block. */
  const contents = new Map<string, Uint8Array | (Item | null)[]>();
  const tables: Manifest["tables"] = {};
  for (const name of Object.keys(FOLDERS) as TableName[]) {
    const rows = input.tables[name];
    if (!rows?.length) continue;
    const table = tableOf(name, rows);
    tables[name] = table;
    shardRows(rows, table, numbers).forEach((shard, index) =>
      contents.set(`${table.folder}/${index}`, encodeShard(shard, table.max)),
    );
  }
  for (let block = 0; block * CARDS_A_FILE < cards.length; block++)
    contents.set(`cards/${block}`, cards.slice(block * CARDS_A_FILE, (block + 1) * CARDS_A_FILE));

  const rest = {
    version: MODEL_VERSION,
    items: cards.length,
    tables,
    score: { ...SCORING, ...input.score },
    popular: (input.popular ?? []).flatMap((id) => numbers.get(id) ?? []),
    rebuy: input.rebuy ?? {},
    ...(input.predictions && { predictions: input.predictions }),
    ...(input.measured && { measured: input.measured }),
  };
  const build = digest([...contents.entries(), ["manifest", [rest as Item]]]);
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of contents) {
    const name = `${build}/${path}`;
    if (content instanceof Uint8Array) files.set(`${name}.bin`, withCheck(name, content));
    else files.set(`${name}.json`, asJson(name, { cards: content }));
  }
  files.set("manifest.json", asJson("manifest", { ...rest, build, builtAt: input.builtAt }));
  return files;
}

function tableOf(name: TableName, rows: ModelRow[]): Table {
  let max = 0;
  for (const { neighbours } of rows) for (const { weight } of neighbours) max = Math.max(max, weight);
  return {
    folder: FOLDERS[name],
    shards: shardsOf(rows),
    // Enough digits for steps of a sixteenth.
    max: Number((max || 1).toPrecision(6)),
    combine: name === "views" ? "log-sum" : "sum",
  };
}

/** The rows of each shard, by fingerprint. Of two ids that cannot be told apart neither has a row. */
function shardRows(rows: ModelRow[], { shards }: Table, numbers: Map<string, number>): NumberedRow[][] {
  const all = Array.from({ length: shards }, () => new Map<number, NumberedRow | null>());
  for (const { item, neighbours } of rows) {
    const shard = all[shardOf(item, shards)]!;
    const fingerprint = fingerprintOf(item);
    const known = neighbours.flatMap(({ item: other, weight }) => {
      const number = numbers.get(other);
      return number === undefined || other === item ? [] : { number, weight };
    });
    const own = numbers.get(item) ?? NO_ITEM;
    const row = { fingerprint, own, neighbours: known.sort((a, b) => a.number - b.number).slice(0, 255) };
    shard.set(fingerprint, shard.has(fingerprint) ? null : row);
  }
  return all.map((shard) =>
    [...shard.values()]
      .filter((row) => !!row)
      .sort((a, b) => a.fingerprint - b.fingerprint)
      .slice(0, 255),
  );
}

/** The name of a build: whatever is in it, is in the name. */
function digest(contents: Iterable<[string, unknown]>): string {
  const hash = createHash("sha256");
  for (const [path, content] of contents)
    hash.update(`${path}\n`).update(content instanceof Uint8Array ? content : JSON.stringify(content));
  return hash.digest("hex").slice(0, 12);
}

function withCheck(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + content.length);
  new DataView(bytes.buffer).setUint32(0, checkOf(name, content), true);
  bytes.set(content, 4);
  return bytes;
}

function asJson(name: string, value: object): Uint8Array {
  const text = JSON.stringify(value).slice(0, -1);
  return new TextEncoder().encode(`${text}${CHECK}${checkOf(name, text)}}`);
}
