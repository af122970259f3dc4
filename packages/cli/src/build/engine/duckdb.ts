import type { DuckDBConnection } from "@duckdb/node-api";
import { STANDARD_STEPS, TABLES } from "../steps.ts";
import type { Engine } from "./engine.ts";

/** The database that the files were read into, which is the one that runs the steps where no other is named. */
export function createDuckDbEngine(): Engine {
  let connection: DuckDBConnection;
  return {
    async take(source, rows) {
      connection = source;
      for (const name of ["distances", "settings"] as const) {
        const columns = Object.entries(TABLES[name]).map(([column, type]) => `${column} ${type}`);
        await connection.run(`CREATE OR REPLACE TABLE ${name} (${columns.join(", ")})`);
        const values = rows[name].map((row) => `(${row.join(", ")})`);
        await connection.run(`INSERT INTO ${name} VALUES ${values.join(", ")}`);
      }
    },
    async run(name) {
      const { query } = STANDARD_STEPS.find((step) => step.name === name)!;
      await connection.run(`CREATE OR REPLACE TABLE ${name} AS ${query}`);
    },
    async *rows(table, columns) {
      const result = await connection.stream(
        `SELECT ${columns.map((column) => `CAST(${column} AS DOUBLE)`).join(", ")} FROM ${table} ORDER BY ${columns.map((_, index) => index + 1).join(", ")}`,
      );
      for await (const batch of result.yieldRowsJs()) yield batch as (number | null)[][];
    },
    close: () => Promise.resolve(),
  };
}
