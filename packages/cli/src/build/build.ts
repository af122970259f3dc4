import { totalmem } from "node:os";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { Scoring } from "@shopkeeper/engine";
import { collectModel } from "./collect-model.ts";
import { createEngine } from "./engine/create-engine.ts";
import { brotliOf } from "./format/brotli-beside.ts";
import { fitPredictions, type Fitted } from "./fit-predictions.ts";
import { encodeModel } from "./format/encode-model.ts";
import { cardsOf, readCatalog, type CatalogRead } from "./input/catalog/read-catalog.ts";
import { numberEvents } from "./input/number-events.ts";
import { readEvents, type BadRows, type EventOptions } from "./input/read-events.ts";
import { createBeside, writeModel } from "./output/write-model.ts";
import type { Progress } from "./progress.ts";
import { runSteps, settingsRows } from "./run-steps.ts";
import { DEFAULTS, type BuildSettings } from "./settings.ts";
import { tune, type Tuned } from "./tune/tune.ts";

/** What is to be built of what. */
export interface BuildOptions extends EventOptions {
  events: string[];
  catalog: string[];
  /** Which field of the catalogue events call products by. */
  itemId?: string | undefined;
  out: string;
  /** `postgres://…` or `clickhouse://…`; else DuckDB, in this program. */
  engine?: string | undefined;
  neighbours: number;
  basketMinimum: number;
  /** Seconds to look for better settings. */
  tune?: number | undefined;
  seed: number;
  /** What part of the rows may be bad. */
  allowBad: number;
  /** Of the database, such as `4GB`. */
  memory?: string | undefined;
  /** ISO 8601. */
  builtAt: string;
}

/** What came of it. */
export interface Built {
  rows: number;
  others: number;
  bad: BadRows[];
  events: number;
  products: number;
  words: number;
  /** Of the products in events, how many have a card, and by which field of the catalogue. */
  cards?: { count: number; matched: number; field: string };
  tables: Record<string, number>;
  checksums: Record<string, number[]>;
  tuned?: Tuned["measured"];
  lapsing?: Fitted["findings"];
  build: string;
  files: number;
  bytes: number;
  seconds: number;
  /** Seconds of each part of it. */
  laps: Record<string, number>;
}

/** A fault of what was given, and not of the program. */
export class BuildError extends Error {}

/** Half of the machine's memory, and at most 4 GB: what does not fit goes to the disk. */
const memoryLimit = (): string => `${Math.floor(Math.min(4e9, totalmem() / 2) / 1e6)}MB`;

/** How long each part takes. */
function createClock() {
  const laps: Record<string, number> = {};
  let label: string | undefined;
  let begun = 0;
  const end = (): void => {
    if (label !== undefined) laps[label] = (laps[label] ?? 0) + (performance.now() - begun) / 1000;
    begun = performance.now();
  };
  return {
    begin(next: string): void {
      if (next === label) return;
      end();
      label = next;
    },
    laps(): Record<string, number> {
      end();
      return laps;
    },
  };
}

async function openDatabase(beside: string, memory: string | undefined): Promise<DuckDBInstance> {
  return DuckDBInstance.create(":memory:", {
    memory_limit: memory ?? memoryLimit(),
    temp_directory: join(beside, "duckdb"),
  });
}

function refuseBad(rows: number, bad: BadRows[], allowed: number): void {
  const count = bad.reduce((sum, each) => sum + each.count, 0);
  if (!rows) throw new BuildError("The files have no rows.");
  if (count > rows * allowed)
    throw new BuildError(
      `${count} of ${rows} rows are bad, more than --allow-bad ${allowed}: nothing was written. ${bad[0]!.file}: ${bad[0]!.message}`,
    );
}

/** Ids of products in events. */
async function idsOf(connection: DuckDBConnection): Promise<Set<string>> {
  const found = await connection.runAndReadAll(
    "SELECT DISTINCT item FROM raw WHERE problem IS NULL AND kind BETWEEN 1 AND 4",
  );
  return new Set((found.getColumnsJS()[0] ?? []).map(String));
}

/** As many as are compressed side by side: each takes a thread. */
const AT_ONCE = 8;

async function compressed(files: Map<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const all = new Map(files);
  const inFolder = [...files].filter(([path]) => path.includes("/"));
  for (let at = 0; at < inFolder.length; at += AT_ONCE)
    await Promise.all(
      inFolder
        .slice(at, at + AT_ONCE)
        .map(async ([path, bytes]) => all.set(`${path}.br`, await brotliOf(bytes))),
    );
  return all;
}

/**
 * Builds a model from files of events and of a catalogue: read → number → tune → count in SQL → write. Where anything fails,
 * what was published before stays as it is.
 *
 * @throws {BuildError} Where the files do not hold what is needed.
 */
export async function build(options: BuildOptions, progress: Progress): Promise<Built> {
  const started = performance.now();
  const clock = createClock();
  const beside = createBeside(options.out);
  const database = await openDatabase(beside, options.memory);
  const connection = await database.connect();
  try {
    progress.watch(connection);
    const tell = (label: string, part?: number): void => {
      clock.begin(label);
      progress.tell(label, part);
    };
    const read = await readEvents(connection, options.events, options, beside, (file) =>
      tell(`reading ${file}`),
    );
    tell("reading the catalogue");
    const catalog: CatalogRead = await readCatalog(options.catalog);
    refuseBad(read.rows, read.bad, options.allowBad);
    if (options.catalog.length)
      refuseBad(catalog.products.length + catalog.bad.length, catalog.bad, options.allowBad);
    const found = options.catalog.length
      ? cardsOf(catalog.products, await idsOf(connection), options.itemId)
      : undefined;
    tell("numbering");
    const numbered = await numberEvents(connection, found?.cards ?? [], read.isTime);
    if (!numbered.events) throw new BuildError("No row is about a product that was looked at or bought.");

    const settings: BuildSettings = {
      table: DEFAULTS,
      neighbours: options.neighbours,
      basketMinimum: options.basketMinimum,
      popular: 100,
    };
    let score: Partial<Scoring> | undefined;
    let tuned: Tuned | undefined;
    if (options.tune !== undefined) {
      tuned = await tune(
        connection,
        numbered.period,
        { neighbours: options.neighbours, seconds: options.tune, seed: options.seed },
        (part, best) => {
          clock.begin("tuning");
          progress.tell(`tuning, ${best}`, part);
        },
      );
      if (tuned) {
        settings.table = tuned.table;
        score = tuned.score;
      }
    }

    const engine = await createEngine(options.engine);
    let model;
    try {
      await runSteps(engine, connection, settingsRows(settings, numbered.period), (label) => tell(label));
      tell("gathering");
      model = await collectModel(engine, numbered);
    } finally {
      await engine.close();
    }
    tell("who comes back");
    const fitted = await fitPredictions(connection, numbered.period);
    tell("writing");
    const files = encodeModel({
      tables: {
        ...(model.views.length && { views: model.views }),
        ...(model.baskets.length && { baskets: model.baskets }),
        ...(model.categories.length && { categories: model.categories }),
      },
      ...(found && { cards: found.cards }),
      popular: model.popular,
      rebuy: model.rebuy,
      ...(score && { score }),
      ...(fitted && { predictions: { ...fitted.predictions } }),
      ...((tuned ?? fitted) && {
        measured: { ...tuned?.measured, ...(fitted && { lapsing: fitted.findings }) },
      }),
      builtAt: options.builtAt,
    });
    const bytes = writeModel(await compressed(files), options.out, beside);
    const manifest = JSON.parse(new TextDecoder().decode(files.get("manifest.json"))) as { build: string };
    const words = numbered.ids.filter((id) => id.startsWith("q:")).length;
    return {
      rows: read.rows,
      others: read.others,
      bad: [...read.bad, ...catalog.bad],
      events: numbered.events,
      products: numbered.ids.length - words,
      words,
      ...(found && { cards: { count: found.cards.length, matched: found.matched, field: found.field } }),
      tables: {
        views: model.views.length,
        baskets: model.baskets.length,
        categories: model.categories.length,
        rebuy: Object.keys(model.rebuy).length,
      },
      checksums: model.checksums,
      ...(tuned && { tuned: tuned.measured }),
      ...(fitted && { lapsing: fitted.findings }),
      build: manifest.build,
      files: files.size,
      bytes,
      seconds: (performance.now() - started) / 1000,
      laps: clock.laps(),
    };
  } finally {
    progress.done();
    connection.closeSync();
    rmSync(beside, { recursive: true, force: true });
  }
}
