import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDuckDbEngine } from "../src/build/engine/duckdb.ts";
import { runSteps, settingsRows } from "../src/build/run-steps.ts";
import { DEFAULTS, type BuildSettings } from "../src/build/settings.ts";
import { TABLES } from "../src/build/steps.ts";
import { naiveModel, type EventRow } from "./naive-model.ts";

// The steps beside a model that is counted by the book.

vi.setConfig({ testTimeout: 60_000 });

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
afterAll(() => connection.closeSync());

const columns = Object.keys(TABLES.events) as (keyof EventRow)[];

async function model(events: EventRow[], settings: BuildSettings) {
  await connection.run(
    `CREATE OR REPLACE TABLE events (${Object.entries(TABLES.events)
      .map(([column, type]) => `${column} ${type}`)
      .join(", ")})`,
  );
  await connection.run(
    `INSERT INTO events VALUES ${events.map((event) => `(${columns.map((column) => event[column]).join(", ")})`).join(", ")}`,
  );
  await connection.run(
    "CREATE OR REPLACE TABLE items AS SELECT DISTINCT item, 0 AS category FROM events WHERE kind <> 5",
  );
  const times = events.map(({ ts }) => ts);
  const period = { first: Math.min(...times), last: Math.max(...times), isTime: true };
  const engine = createDuckDbEngine();
  await runSteps(engine, connection, settingsRows(settings, period), () => {});
  const all = async (table: string): Promise<number[][]> => {
    const found: number[][] = [];
    for await (const rows of engine.rows(table, ["i", "j", "weight"])) found.push(...(rows as number[][]));
    return found;
  };
  return { views: await all("views"), baskets: await all("baskets") };
}

const sorted = (rows: number[][]): number[][] =>
  rows.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);

const event = fc.record({
  visitor: fc.integer({ min: 1, max: 3 }),
  session: fc.constantFrom(0, 0, 1, 2),
  purchase: fc.integer({ min: 1, max: 4 }),
  // Some at the same moment, some after a pause.
  ts: fc.integer({ min: 0, max: 12 }).map((tens) => 1_790_000_000_000 + tens * 600_000),
  item: fc.integer({ min: 0, max: 8 }),
  kind: fc.constantFrom(1, 1, 1, 1, 2, 4, 4, 5),
});

const settings = fc.record({
  table: fc.record({
    recency: fc.constantFrom(0.1, 0.7, 5),
    rowPower: fc.constantFrom(0.5, 0.85),
    columnPower: fc.constantFrom(0, 0.1),
    shrink: fc.constantFrom(0.5, 20),
    hop: fc.constantFrom(0, 0.6, 1),
    epsilon: fc.constantFrom(0.03, 0.5),
  }),
  neighbours: fc.integer({ min: 1, max: 20 }),
  basketMinimum: fc.integer({ min: 1, max: 3 }),
});

test("views and baskets are those that are counted by the book", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 60 }), settings, async (events, asked) => {
      const rows = events.map((each, seq) => ({
        ...each,
        seq,
        // Words have numbers of their own.
        item: each.kind === 5 ? 100 + (each.item % 3) : each.item,
        purchase: each.kind === 4 ? each.purchase : 0,
      }));
      const wanted = { ...asked, table: { ...DEFAULTS, ...asked.table }, popular: 10 };
      const found = await model(rows, wanted);
      const expected = naiveModel(rows, wanted);
      expect(found.views).toEqual(sorted(expected.views));
      expect(found.baskets).toEqual(sorted(expected.baskets));
    }),
    { numRuns: process.env.LONG ? 300 : 40 },
  );
});
