import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeOutcomes } from "../../../scripts/make-outcomes.mjs";
import { load } from "../src/report/load.ts";
import { ANSWERS, STEPS, TABLES } from "../src/report/queries.ts";
import { findPostgres, startPostgres } from "./postgres.ts";
import { createFiles, linesOf, reportJson } from "./report-files.ts";

// The queries are to run on a warehouse as they stand.

// On a busy machine a database takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const EXPERIMENTS = `INSERT INTO experiments VALUES
  ('hero', 'purchase', 'goal', 1209600000, 'EUR'), ('shipping-bar', 'purchase', 'goal', 1209600000, 'EUR')`;

const files = createFiles();
const outcomes = files.write("outcomes.ndjson", linesOf(makeOutcomes()));
let duckdb: DuckDBConnection;

beforeAll(async () => {
  const database = await DuckDBInstance.create(":memory:");
  duckdb = await database.connect();
  await load(duckdb, [outcomes], { timeZone: "Europe/Copenhagen", goals: new Set() });
  await duckdb.run(`CREATE TABLE experiments (${TABLES.experiments})`);
  await duckdb.run(EXPERIMENTS);
  for (const [name, query] of Object.entries(STEPS)) await duckdb.run(`CREATE TABLE ${name} AS ${query}`);
});

afterAll(() => {
  duckdb.closeSync();
  files.remove();
});

/** What DuckDB answers, as texts. */
async function ask(query: string): Promise<string[][]> {
  const result = await duckdb.runAndReadAll(query);
  return result.getRowsJson().map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
}

test("the lifts that the query computes are those of the report", async () => {
  const { experiments } = await reportJson(outcomes, "--window=14d");
  const reported = experiments.flatMap((experiment) =>
    experiment.variations.flatMap(({ id, beside }) =>
      beside
        ? (["conversion", "value"] as const).map((measure) => {
            const { estimate, low, high } = beside[measure]!;
            return [experiment.id, id, measure, estimate, low, high];
          })
        : [],
    ),
  );
  const rows = await ask(ANSWERS.lifts);
  const key = (row: unknown[]): string => row.slice(0, 3).join();
  const found = new Map(rows.map((row) => [key(row), row.slice(3).map(Number)]));
  expect(found.size).toBe(6);
  expect(reported).toHaveLength(6);
  for (const row of reported)
    for (const [index, value] of row.slice(3).entries())
      expect(found.get(key(row))![index]).toBeCloseTo(value as number, 9);
});

// LONG=1, and apt-get install postgresql.
const programs = process.env.LONG ? findPostgres() : undefined;

/** Numbers as both print them: to nine digits. */
const tidy = (rows: string[][]): string[][] =>
  rows.map((row) =>
    row.map((cell) => (/^-?[\d.]+(e[+-]?\d+)?$/i.test(cell) ? Number(cell).toPrecision(9) : cell)),
  );

describe.skipIf(!programs)("on PostgreSQL", () => {
  let postgres: ReturnType<typeof startPostgres>;

  beforeAll(async () => {
    const csv = files.path("lines.csv");
    await duckdb.run(`COPY lines TO '${csv}' (FORMAT csv, HEADER false)`);
    postgres = startPostgres(programs!);
    postgres.run(
      [
        ...Object.entries(TABLES).map(([name, columns]) => `CREATE TABLE ${name} (${columns});`),
        `${EXPERIMENTS};`,
        `COPY lines FROM STDIN (FORMAT csv);\n${readFileSync(csv, "utf8")}\\.`,
        ...Object.entries(STEPS).map(([name, query]) => `CREATE TABLE ${name} AS ${query};`),
      ].join("\n"),
    );
  }, 120_000);

  afterAll(() => postgres?.stop());

  test.each([...Object.entries(ANSWERS), ["daily", "SELECT * FROM daily"]] as [string, string][])(
    "%s gives the same",
    async (_, query) => {
      const there = postgres
        .run(`${query};`)
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t"));
      const here = await ask(query);
      expect(here.length).toBeGreaterThan(1);
      // Databases sort texts, and what is not there, each in their own way.
      expect(tidy(there).sort()).toEqual(tidy(here).sort());
    },
  );
});
